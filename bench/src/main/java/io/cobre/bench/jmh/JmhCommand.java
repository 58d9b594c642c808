package io.cobre.bench.jmh;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * {@code cobre bench jmh}.
 */
@Command(
    name = "jmh",
    description = "Run the JMH micro-benchmarks, each in a process of its own: collectives between threads, " +
        "reduction kernels, codecs, cuts and linear programs. What goes on is told on stderr, the result on stdout.",
    footer = {"", "Examples:", "  cobre bench jmh --list", "  cobre bench jmh Codec",
        "  cobre bench jmh Collectives.allreduce -p transport=ipc -p bytes=8,1024 --prof gc",
        "  cobre bench jmh Kernel --json kernels.json -- -f 3 -wi 5 -i 10", "",
        "What stands after -- goes to JMH: -f forks, -wi warm-up iterations, -i iterations, -r time of one (500ms)."})
public final class JmhCommand implements Subcommand
{
    private static final TimeValue ITERATION_TIME = TimeValue.milliseconds(500);
    private static final int WARM_UPS = 2;
    private static final int ITERATIONS = 3;
    private static final double[] PERCENTILES = {50.0, 99.0, 99.9};
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Parameters(paramLabel = "REGEX", arity = "0..*",
        description = "Only benchmarks whose name contains a match (default all).")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--list", description = "List the benchmarks and their parameters, run none.")
    private boolean isList;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all that JMH knows to FILE.")
    private Path json;

    @Option(names = {"-p", "--param"}, paramLabel = "NAME=VALUE[,VALUE]",
        description = "Values of a parameter; others stay as listed.")
    private List<String> parameters = new ArrayList<>();

    @Option(names = {"-prof", "--prof"}, paramLabel = "NAME",
        description = "A profiler of JMH; gc shows the bytes that all threads allocate per operation.")
    private List<String> profilers = new ArrayList<>();

    @Override
    public void run(final Report report) throws Exception
    {
        final CommandLineOptions given = given();
        final OutputFormat progress = OutputFormatFactory.createFormatInstance(
            System.err, report.quiet() ? VerboseMode.SILENT : given.verbosity().orElse(VerboseMode.NORMAL));
        final Path lock = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        final boolean isLockOurs = !Files.exists(lock);
        try
        {
            if (isList)
            {
                list(given, report);
            }
            else
            {
                tell(new Runner(options(given), progress).run(), report);
            }
        }
        catch (final NoBenchmarksException none)
        {
            throw new ValidationException(SolverErrorKind.INVALID_ENUM, "no benchmark matches " + arguments)
                .suggest("cobre bench jmh --list shows them");
        }
        finally
        {
            if (isLockOurs)
            {
                Files.deleteIfExists(lock);
            }
        }
    }

    private static void list(final CommandLineOptions given, final Report report) throws RunnerException
    {
        final ByteArrayOutputStream printed = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Runner(given, OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL)).listWithParams(given);
        final List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        lines.forEach(report::line);
        report.data("benchmarks", lines.stream().filter((line) -> line.startsWith("io.cobre.")).toList());
    }

    private CommandLineOptions given()
    {
        final List<String> all = new ArrayList<>(arguments);
        parameters.forEach((value) -> all.addAll(List.of("-p", value)));
        profilers.forEach((value) -> all.addAll(List.of("-prof", value)));
        try
        {
            return new CommandLineOptions(all.toArray(new String[0]));
        }
        catch (final CommandLineOptionException wrong)
        {
            throw new ValidationException(SolverErrorKind.SCHEMA_VIOLATION, "JMH refuses " + all + ": " +
                wrong.getMessage()).suggest("cobre bench jmh --help shows examples");
        }
    }

    private ChainedOptionsBuilder defaults(final CommandLineOptions given)
    {
        return new OptionsBuilder()
            .parent(given)
            .forks(given.getForkCount().orElse(1))
            .warmupIterations(given.getWarmupIterations().orElse(WARM_UPS))
            .warmupTime(given.getWarmupTime().orElse(ITERATION_TIME))
            .measurementIterations(given.getMeasurementIterations().orElse(ITERATIONS))
            .measurementTime(given.getMeasurementTime().orElse(ITERATION_TIME))
            .shouldFailOnError(given.shouldFailOnError().orElse(true));
    }

    private Options options(final CommandLineOptions given)
    {
        final ChainedOptionsBuilder options = defaults(given);
        if (json != null)
        {
            options.result(json.toString()).resultFormat(ResultFormatType.JSON);
        }
        return options.build();
    }

    private static void tell(final Collection<RunResult> results, final Report report)
    {
        report.line("");
        final List<Map<String, Object>> rows = new ArrayList<>();
        for (final RunResult result : results)
        {
            final Statistics times = result.getPrimaryResult().getStatistics();
            final String name = name(result);
            final String unit = result.getPrimaryResult().getScoreUnit();
            final Double allocated = allocated(result);
            report.line(String.format(
                Locale.ROOT, "%-72s p50 %,.0f  p99 %,.0f  p99.9 %,.0f  mean %,.0f %s%s",
                name, times.getPercentile(PERCENTILES[0]), times.getPercentile(PERCENTILES[1]),
                times.getPercentile(PERCENTILES[2]), times.getMean(), unit,
                allocated == null ? "" : String.format(Locale.ROOT, "  %.3f B/op", allocated)));
            final Map<String, Object> row = new LinkedHashMap<>();
            row.put("benchmark", name);
            row.put("unit", unit);
            row.put("samples", times.getN());
            row.put("p50", times.getPercentile(PERCENTILES[0]));
            row.put("p99", times.getPercentile(PERCENTILES[1]));
            row.put("p999", times.getPercentile(PERCENTILES[2]));
            row.put("mean", times.getMean());
            row.put("allocated_bytes_per_operation", allocated);
            rows.add(row);
        }
        report.data("rows", rows);
    }

    private static String name(final RunResult result)
    {
        final String full = result.getParams().getBenchmark();
        final String type = full.substring(0, full.lastIndexOf('.'));
        final StringJoiner name = new StringJoiner(" ");
        name.add(full.substring(type.lastIndexOf('.') + 1));
        result.getParams().getParamsKeys().forEach((key) -> name.add(key + "=" + result.getParams().getParam(key)));
        return name.toString();
    }

    private static Double allocated(final RunResult result)
    {
        return result.getSecondaryResults().keySet().stream()
            .filter((key) -> key.endsWith(ALLOCATED))
            .map((key) -> result.getSecondaryResults().get(key).getScore())
            .findFirst()
            .orElse(null);
    }
}
