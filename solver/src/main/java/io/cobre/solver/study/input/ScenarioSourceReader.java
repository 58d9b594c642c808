package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Reads the key {@code scenario_source} of config.json.
 */
final class ScenarioSourceReader
{
    private static final int MOST_YEARS = 10_000;

    private ScenarioSourceReader()
    {
    }

    static ScenarioSource read(final JsonObject object)
    {
        final ScenarioSource source = new ScenarioSource(
            object.longInteger("seed").orElse(0L),
            scheme(object, "inflow", "in_sample", "out_of_sample", "external", "historical"),
            scheme(object, "load", "in_sample", "out_of_sample", "external"),
            scheme(object, "ncs", "in_sample", "out_of_sample", "external"),
            years(object));
        final boolean inSample = List.of(source.inflow(), source.load(), source.ncs()).stream()
            .allMatch(SamplingScheme.IN_SAMPLE::equals);
        if (!inSample && !object.given("seed"))
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "seed",
                "is missing: schemes other than in_sample need it",
                "add \"seed\"");
        }
        if (object.given("historical_years") && source.inflow() != SamplingScheme.HISTORICAL)
        {
            object.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "historical_years",
                "belongs to the inflow scheme historical",
                "remove it, or set inflow.scheme to historical");
        }
        return source;
    }

    private static SamplingScheme scheme(final JsonObject object, final String key, final String... words)
    {
        final String scheme = object.defaultedObject(key, (source) -> source.word("scheme", words).orElse(words[0]));
        return SamplingScheme.valueOf(scheme.toUpperCase(Locale.ROOT));
    }

    private static List<Integer> years(final JsonObject object)
    {
        return object.either(
            "historical_years",
            (plain) -> IntStream.of(plain.integers("historical_years").orElse(new int[0])).boxed().toList(),
            ScenarioSourceReader::span);
    }

    private static List<Integer> span(final JsonObject object)
    {
        final int from = object.integer("from").required();
        final int to = object.integer("to").required();
        if (to < from || (long) to - from > MOST_YEARS)
        {
            object.error(
                SolverErrorKind.OUT_OF_RANGE, "to", "= " + to + " must not be before from = " + from, "exchange them");
            return List.of();
        }
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
