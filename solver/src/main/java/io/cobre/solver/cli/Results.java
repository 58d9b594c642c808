package io.cobre.solver.cli;

import io.cobre.solver.HistoryRow;
import io.cobre.solver.ProgressEvent;
import io.cobre.solver.Restart;
import io.cobre.solver.SimulationResult;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.WorkerInfo;
import io.cobre.solver.command.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts results into a report: fields for programs, lines for people.
 */
final class Results
{
    private Results()
    {
    }

    static void training(final TrainingResult result, final Report report)
    {
        final HistoryRow last = result.last();
        report.data("iterations", result.iterations());
        report.data("lower_bound", last.lowerBound());
        report.data("upper_bound", last.upperBound());
        report.data("upper_bound_std", last.upperBoundStd());
        report.data("ci_95", last.ci95());
        report.data("gap", last.gap());
        final double inner = result.policy().info().upperBound();
        report.data("inner_upper_bound", Double.isNaN(inner) ? null : inner);
        report.data("termination_reason", result.terminationReason());
        report.data("total_cuts", result.totalCuts());
        report.data("lp_solves", result.lpSolves());
        report.data("policy_digest", result.policyDigest());
        report.data("bounds_digest", result.boundsDigest());
        report.data("workers", workers(result.workers()));
        report.data("wall_time_ms", result.wallTimeMs());
        report.data("start_time_ms", result.startTimeMs());
        report.data("train_time_ms", result.trainTimeMs());
        report.data("lp_share", result.lpShare());
        report.data("resumed_from", result.resumedFrom());
        report.data("restarts", result.restarts().stream().map(Restart::fields).toList());
        report.data("checkpoint", result.checkpoint().map(Path::toString).orElse(null));
        report.data("output_directory", result.outputDirectory().toString());
        report.summary("output_files", result.outputFiles());
        line(report, "iterations", result.iterations() + " (" + result.terminationReason() + ")" +
            (result.resumedFrom() > 0 ? ", " + result.resumedFrom() + " of them from a checkpoint" : ""));
        line(report, "lower bound", dollars(last.lowerBound()));
        line(report, "upper bound", dollars(last.upperBound()) + " +/- " + dollars(last.ci95()));
        if (!Double.isNaN(inner))
        {
            line(report, "at most", dollars(inner) + " by inner approximation, " +
                percent((inner - last.lowerBound()) / Math.max(1.0, Math.abs(inner))) + " above the lower bound");
        }
        line(report, "gap", percent(last.gap()));
        if (last.ci95() > 0.0 && last.lowerBound() > last.upperBound() + last.ci95())
        {
            line(report, "", "paths cost less than the lower bound: it is risk-averse, or of other scenarios than " +
                "they are, or they are too few to tell");
        }
        line(report, "work", result.totalCuts() + " cuts, " + result.lpSolves() + " LP solves");
        line(report, "time", seconds(result.trainTimeMs()) + " of training after " +
            seconds(result.startTimeMs()) + " to start, " + seconds(result.wallTimeMs()) + " in all, " +
            computedBy(result.workers()) + lpShare(result.lpShare()));
        line(report, "policy", result.policyDigest());
        line(report, "bounds", result.boundsDigest());
        result.checkpoint().ifPresent((file) -> line(report, "checkpoint", file.toString()));
        line(report, "output", result.outputDirectory().toString());
    }

    static void simulation(final SimulationResult result, final Report report)
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scenarios", result.scenarios());
        fields.put("mean_cost", result.meanCost());
        fields.put("std_cost", result.stdCost());
        fields.put("ci_95", result.ci95());
        fields.put("digest", result.digest());
        report.data("simulation", fields);
        line(report, "scenarios", result.scenarios() + ", " + computedBy(result.workers()));
        line(report, "mean cost", dollars(result.meanCost()) + " +/- " + dollars(result.ci95()));
        line(report, "deviation", dollars(result.stdCost()));
        line(report, "costs", result.digest());
    }

    /**
     * What a simulation on its own has to say besides its costs.
     *
     * @param result of the simulation.
     * @param report takes it.
     */
    static void simulationRun(final SimulationResult result, final Report report)
    {
        report.data("workers", workers(result.workers()));
        report.data("wall_time_ms", result.wallTimeMs());
        report.data("output_directory", result.outputDirectory().toString());
        report.summary("output_files", result.outputFiles());
        line(report, "output", result.outputDirectory().toString());
    }

    static List<Map<String, Object>> workers(final Optional<List<WorkerInfo>> workers)
    {
        return workers.map((list) -> list.stream().map(Results::worker).toList()).orElse(null);
    }

    static Map<String, Object> progress(final ProgressEvent event)
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("worker_id", event.workerId().isPresent() ? event.worker() : null);
        fields.put("phase", event.phase().id());
        fields.put("done", event.done());
        fields.put("total", event.total());
        if (event.phase() == ProgressEvent.Phase.TRAINING)
        {
            fields.put("lower_bound", event.lowerBound());
            fields.put("upper_bound", event.upperBound());
            fields.put("upper_bound_std", event.upperBoundStd());
            fields.put("ci_95", event.ci95());
            fields.put("gap", event.gap());
            fields.put("lp_solves", event.lpSolves());
        }
        fields.put("wall_time_ms", event.wallTimeMs());
        fields.put("iteration_time_ms", event.iterationTimeMs());
        return fields;
    }

    private static Map<String, Object> worker(final WorkerInfo info)
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rank", info.rank());
        fields.put("pid", info.pid());
        fields.put("wall_time_ms", info.wallTimeMs());
        fields.put("backend", info.backend().id());
        return fields;
    }

    private static void line(final Report report, final String name, final String value)
    {
        report.line(String.format("%-12s %s", name, value));
    }

    private static String dollars(final double value)
    {
        return String.format(Locale.ROOT, "%.8g $", value);
    }

    private static String percent(final double fraction)
    {
        return String.format(Locale.ROOT, "%.3f %%", Math.rint(1e5 * fraction) / 1e3 + 0.0);
    }

    private static String seconds(final long milliseconds)
    {
        return String.format(Locale.ROOT, "%.2f s", milliseconds / 1000.0);
    }

    private static String computedBy(final Optional<List<WorkerInfo>> workers)
    {
        return workers.isEmpty() ? "one process" :
            workers.get().size() + " workers (" + workers.get().get(0).backend().id() + ")";
    }

    private static String lpShare(final List<Double> shares)
    {
        final double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElse(0.0);
        return String.format(Locale.ROOT, ", %.0f %% of it in the LP solver", 100.0 * mean);
    }
}
