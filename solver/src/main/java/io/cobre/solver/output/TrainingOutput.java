package io.cobre.solver.output;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.files.JsonText;
import io.cobre.solver.lp.CoefficientRanges;
import io.cobre.solver.stochastic.StochasticPlan;
import io.cobre.solver.study.Config;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TerminationReason;
import io.cobre.solver.train.TrainingDetail;
import io.cobre.solver.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what training leaves: the policy, the convergence table, and the facts about the run.
 */
public final class TrainingOutput
{
    private static final String METADATA = "training/metadata.json";
    private static final String SUCCESS = "training/_SUCCESS";
    private static final String RANGES = "training/scaling_report.json";
    private static final String POLICY = "policy";

    private TrainingOutput()
    {
    }

    /**
     * Write.
     *
     * @param folder  takes the files.
     * @param study   the case.
     * @param result  of training.
     * @param run     how it was computed.
     */
    public static void write(
        final OutputFolder folder, final Study study, final TrainingResult result, final RunFacts run)
    {
        if (!folder.isWritten())
        {
            return;
        }
        folder.add(POLICY, result.policy()::save);
        tables(folder, study, result);
        Dictionaries.write(folder, study);
        ModelOutput.write(folder, study);
        folder.text(RANGES, JsonText.page(ranges(study)));
        folder.text(METADATA, JsonText.page(metadata(study, result, run)));
        folder.text(SUCCESS, "");
    }

    /**
     * What training writes as tables.
     */
    static List<OutputTable<?>> tables(final Study study)
    {
        return List.of(
            ConvergenceTable.of(study.config().forwardPasses()), TimingTable.TABLE, CutSelectionTable.TABLE,
            SolverTables.ITERATIONS, SolverTables.RETRIES);
    }

    private static void tables(final OutputFolder folder, final Study study, final TrainingResult result)
    {
        final TrainingDetail detail = result.detail();
        add(folder, ConvergenceTable.of(study.config().forwardPasses()), result.iterations());
        add(folder, TimingTable.TABLE, detail.times());
        add(folder, CutSelectionTable.TABLE, detail.removals());
        final OutputSheet<SolverTables.StageWork> iterations = new OutputSheet<>(SolverTables.ITERATIONS);
        final OutputSheet<SolverTables.StageWork> retries = new OutputSheet<>(SolverTables.RETRIES);
        SolverTables.fill(detail.work(), study, iterations, retries);
        folder.add(path(SolverTables.ITERATIONS), iterations::write);
        folder.add(path(SolverTables.RETRIES), retries::write);
    }

    private static <R> void add(final OutputFolder folder, final OutputTable<R> table, final List<R> rows)
    {
        folder.add(path(table), table.sheet(rows)::write);
    }

    private static String path(final OutputTable<?> table)
    {
        return "training/" + table.name() + ".parquet";
    }

    private static Map<String, Object> metadata(final Study study, final TrainingResult result, final RunFacts run)
    {
        final Map<String, Object> metadata = new LinkedHashMap<>();
        final String[] solver = result.policy().info().solver().split(" ", 2);
        metadata.put("cobre_version", CobreVersion.current());
        metadata.put("hostname", hostName());
        metadata.put("solver", solver[0]);
        metadata.put("solver_version", solver.length > 1 ? solver[1] : "");
        metadata.put("started_at", run.startedAt().toString());
        metadata.put("completed_at", run.completedAt().toString());
        metadata.put("duration_seconds", Duration.between(run.startedAt(), run.completedAt()).toMillis() / 1000.0);
        metadata.put("status", result.terminationReason() == TerminationReason.SHUTDOWN ? "partial" : "complete");
        metadata.put("configuration", configuration(study.config(), run));
        metadata.put("problem_dimensions", dimensions(study));
        metadata.put("iterations", iterations(result, run));
        metadata.put("convergence", convergence(result));
        metadata.put("row_pool", rowPool(result));
        metadata.put("distribution", run.distribution());
        metadata.put("policy_digest", result.policyDigest());
        metadata.put("bounds_digest", result.boundsDigest());
        return metadata;
    }

    /** Sizes of the numbers in the LPs, by stage. */
    private static Map<String, Object> ranges(final Study study)
    {
        final List<CoefficientRanges> stages = CoefficientRanges.of(study, StochasticPlan.of(study));
        final double widest = stages.stream()
            .flatMap((stage) -> stage.byName().values().stream())
            .mapToDouble(CoefficientRanges.Range::ratio).max().orElse(1.0);
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("widest_ratio", widest);
        report.put("extreme", widest > CoefficientRanges.EXTREME_RATIO);
        report.put("stages", stages.stream().map(CoefficientRanges::toMap).toList());
        return report;
    }

    private static Map<String, Object> configuration(final Config config, final RunFacts run)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", config.treeSeed());
        map.put("max_iterations", iterationLimit(config));
        map.put("forward_passes", config.forwardPasses());
        map.put("stopping_mode", config.stopOnAll() ? "all" : "any");
        map.put("policy_mode", run.resumedFrom() > 0 ? "resume" :
            config.policy().mode().name().toLowerCase(Locale.ROOT));
        return map;
    }

    private static Integer iterationLimit(final Config config)
    {
        return config.stoppingRules().stream()
            .filter(StoppingRule.IterationLimit.class::isInstance)
            .map((rule) -> ((StoppingRule.IterationLimit) rule).limit())
            .findFirst()
            .orElse(null);
    }

    private static Map<String, Object> dimensions(final Study study)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("num_stages", study.stageCount());
        map.put("num_hydros", study.hydros().size());
        map.put("num_thermals", study.thermals().size());
        map.put("num_buses", study.buses().size());
        map.put("num_lines", study.lines().size());
        return map;
    }

    private static Map<String, Object> iterations(final TrainingResult result, final RunFacts run)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("completed", result.iterations().size());
        map.put("resumed_from", run.resumedFrom() > 0 ? run.resumedFrom() : null);
        map.put("converged_at", result.terminationReason().isSettled() ? result.iterations().size() : null);
        return map;
    }

    private static Map<String, Object> convergence(final TrainingResult result)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("achieved", result.terminationReason().isSettled());
        map.put("final_gap_percent", result.lowerBound() > 0.0 ? 100.0 * result.gap() : null);
        map.put("termination_reason", result.terminationReason().id());
        return map;
    }

    private static Map<String, Object> rowPool(final TrainingResult result)
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("total_generated", result.totalCuts());
        map.put("total_active", result.last().cutsActive());
        map.put("peak_active", result.iterations().stream().mapToLong(IterationRecord::cutsActive).max().orElse(0L));
        return map;
    }

    /** The kernel knows the name without asking the network. */
    private static String hostName()
    {
        try
        {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        }
        catch (final IOException ex)
        {
            return System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", "unknown"));
        }
    }
}
