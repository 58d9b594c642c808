package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.TrainingResult;
import io.cobre.solver.worker.WorkerContext;
import io.cobre.solver.worker.WorkerGroup;
import io.cobre.solver.worker.WorkerOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes in worker processes; this process only orchestrates.
 */
final class Workers
{
    private Workers()
    {
    }

    static Outcome<TrainingResult> train(
        final RunPlan plan, final Study study, final RunOptions<?> options, final Path outputDirectory)
    {
        final TrainingProgress progress = new TrainingProgress(study.config(), options.progressCallback());
        return outcome(WorkerGroup.train(
            context(plan, options, outputDirectory).iterations(progress::iteration), study));
    }

    private static WorkerContext context(
        final RunPlan plan, final RunOptions<?> options, final Path outputDirectory)
    {
        return new WorkerContext(plan.backend(), plan.workers())
            .timeout(options.timeout())
            .jvmArgs(options.jvmArgs())
            .environment(options.environment())
            .outputDirectory(outputDirectory)
            .warnings((text) -> options.warningCallback().accept(
                new ValidationRecord(SolverErrorKind.INCOMPATIBLE_SETTINGS, text, Map.of(), null)))
            .stopRequested(options.stopRequested());
    }

    private static <T> Outcome<T> outcome(final WorkerOutcome<T> outcome)
    {
        final List<WorkerInfo> workers = outcome.ranks().stream()
            .map((rank) -> new WorkerInfo(rank.rank(), rank.wallTimeMs(), outcome.backend(), rank.pid()))
            .toList();
        return new Outcome<>(outcome.result(), Optional.of(workers));
    }
}
