package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Contents of stages.json.
 *
 * @param discountRate annual.
 * @param transitions  of the policy graph.
 * @param cyclic       whether the stages go round.
 * @param cycle        kind of the seasons.
 * @param seasons      as written.
 * @param stages       study stages as written.
 * @param preStudy     stages before the study as written.
 */
record StagesFile(
    double discountRate,
    List<Transition> transitions,
    boolean cyclic,
    SeasonCycle cycle,
    List<Season> seasons,
    List<Entry> stages,
    List<PreStudy> preStudy)
{
    static final String NAME = "stages.json";

    private static final String SAA = "saa";
    private static final String CHRONOLOGICAL = "chronological";

    /**
     * A transition of the policy graph.
     *
     * @param sourceId     stage.
     * @param targetId     stage.
     * @param probability  in [0, 1].
     * @param discountRate annual, NaN for that of the graph.
     */
    record Transition(int sourceId, int targetId, double probability, double discountRate)
    {
    }

    /**
     * A load block.
     *
     * @param id    from 0.
     * @param name  for people.
     * @param hours positive.
     */
    record Block(int id, String name, double hours)
    {
    }

    /**
     * A stage.
     *
     * @param id            identity, 0 or greater.
     * @param startDate     first day.
     * @param endDate       day after the last one.
     * @param openings      number of openings.
     * @param blocks        load blocks.
     * @param seasonId      season, or -1.
     * @param sampling      how openings are drawn.
     * @param risk          measure of the cost after the stage.
     * @param chronological whether blocks follow each other.
     * @param inflowLags    whether past inflows are asked for as states.
     */
    record Entry(
        int id,
        LocalDate startDate,
        LocalDate endDate,
        int openings,
        List<Block> blocks,
        int seasonId,
        SamplingMethod sampling,
        Risk risk,
        boolean chronological,
        boolean inflowLags) implements Identified
    {
    }

    /**
     * A stage before the study.
     *
     * @param id        identity, negative.
     * @param startDate first day.
     * @param endDate   day after the last one.
     * @param seasonId  season, or -1.
     */
    record PreStudy(int id, LocalDate startDate, LocalDate endDate, int seasonId) implements Identified
    {
    }

    private record Graph(boolean cyclic, double discountRate, List<Transition> transitions)
    {
    }

    private record Seasons(SeasonCycle cycle, List<Season> seasons)
    {
    }

    static StagesFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        if (file.given("scenario_source"))
        {
            file.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "scenario_source",
                "does not belong here",
                "move it to config.json, training.scenario_source");
            file.declare("scenario_source", false, null);
        }
        final Graph graph = file.requiredObject("policy_graph", StagesFile::graph);
        final Seasons seasons = file.optionalObject("season_definitions", StagesFile::seasons);
        return new StagesFile(
            graph.discountRate,
            graph.transitions,
            graph.cyclic,
            seasons == null ? SeasonCycle.NONE : seasons.cycle,
            seasons == null ? List.of() : seasons.seasons,
            file.requiredList("stages", ItemLabel.of("stage"), StagesFile::stage),
            file.optionalList("pre_study_stages", ItemLabel.of("stage"), StagesFile::preStudy));
    }

    private static Graph graph(final JsonObject object)
    {
        final String type = object.word("type", "finite_horizon", "cyclic").required();
        return new Graph(
            "cyclic".equals(type),
            object.number("annual_discount_rate", Range.NOT_NEGATIVE).required(),
            object.optionalList("transitions", ItemLabel.POSITION, (transition) -> new Transition(
                transition.integer("source_id").required(),
                transition.integer("target_id").required(),
                transition.number("probability", Range.FRACTION).required(),
                transition.number("annual_discount_rate_override", Range.NOT_NEGATIVE).orElse(Double.NaN))));
    }

    private static Seasons seasons(final JsonObject object)
    {
        final String cycle = object.word("cycle_type", "monthly", "weekly", "custom").required();
        return new Seasons(
            SeasonCycle.valueOf(cycle.toUpperCase(Locale.ROOT)),
            object.requiredList("seasons", ItemLabel.of("season"), StagesFile::season));
    }

    private static Season season(final JsonObject object)
    {
        object.text("label").ignored();
        final Range months = Range.between(1, 12);
        final Range days = Range.between(1, 31);
        final int monthStart = object.integer("month_start", months).required();
        return new Season(
            object.integer("id", Range.NOT_NEGATIVE).required(),
            monthStart,
            object.integer("day_start", days).orElse(1),
            object.integer("month_end", months).orElse(monthStart),
            object.integer("day_end", days).orElse(31));
    }

    private static Entry stage(final JsonObject object)
    {
        final Boolean remembers = object.optionalObject("state_variables", StagesFile::stateVariables);
        final Risk risk = object.either("risk_measure", StagesFile::expectation, StagesFile::riskMeasure);
        return new Entry(
            object.integer("id", Range.NOT_NEGATIVE).required(),
            object.date("start_date").required(),
            object.date("end_date").required(),
            object.integer("num_scenarios", Range.atLeast(1)).required(),
            object.requiredList("blocks", ItemLabel.of("block"), (block) -> new Block(
                block.integer("id").required(),
                block.text("name").required(),
                block.number("hours", Range.POSITIVE).required())),
            object.integer("season_id", Range.NOT_NEGATIVE).orElse(-1),
            sampling(object),
            risk,
            CHRONOLOGICAL.equals(object.word("block_mode", "parallel", CHRONOLOGICAL).orElse("parallel")),
            Boolean.TRUE.equals(remembers));
    }

    private static SamplingMethod sampling(final JsonObject object)
    {
        final String method = object.word(
            "sampling_method", SAA, "lhs", "qmc_sobol", "qmc_halton", "selective", "historical_residuals").orElse(SAA);
        if ("selective".equals(method))
        {
            object.problems().notBuilt(object.place("sampling_method"), method, "the sampling method selective");
            return SamplingMethod.SAA;
        }
        return SamplingMethod.valueOf(method.toUpperCase(Locale.ROOT));
    }

    /**
     * Storage always is a state, lags are as many as the inflow models need.
     */
    private static Boolean stateVariables(final JsonObject object)
    {
        final boolean lags = object.flag("inflow_lags").orElse(false);
        final boolean storage = object.flag("storage").orElse(true);
        if (!storage)
        {
            object.problems().noEffect(object.place("storage"), false);
        }
        return lags;
    }

    private static Risk expectation(final JsonObject stage)
    {
        stage.word("risk_measure", "expectation").orElse("expectation");
        return Risk.NEUTRAL;
    }

    private static Risk riskMeasure(final JsonObject object)
    {
        return object.requiredObject("cvar", (cvar) -> new Risk(
            cvar.number("alpha", new Range(0, true, 1, false)).required(),
            cvar.number("lambda", Range.FRACTION).required()));
    }

    private static PreStudy preStudy(final JsonObject object)
    {
        return new PreStudy(
            object.integer("id", Range.between(Integer.MIN_VALUE, -1)).required(),
            object.date("start_date").required(),
            object.date("end_date").required(),
            object.integer("season_id", Range.NOT_NEGATIVE).orElse(-1));
    }
}
