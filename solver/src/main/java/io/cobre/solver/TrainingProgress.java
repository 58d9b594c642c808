package io.cobre.solver;

import io.cobre.solver.study.Config;
import io.cobre.solver.study.StoppingRule;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.worker.WorkerRestart;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Turns iterations into progress events.
 */
final class TrainingProgress
{
    private final int iterationLimit;
    private final Consumer<ProgressEvent> callback;
    private long lpSolves;

    TrainingProgress(final Config config, final Consumer<ProgressEvent> callback, final long earlierLpSolves)
    {
        this.iterationLimit = config.stoppingRules().stream()
            .filter(StoppingRule.IterationLimit.class::isInstance)
            .mapToInt((rule) -> ((StoppingRule.IterationLimit) rule).limit())
            .findFirst()
            .orElse(0);
        this.callback = callback;
        this.lpSolves = earlierLpSolves;
    }

    synchronized void iteration(final int worker, final IterationRecord row)
    {
        if (worker <= 0)
        {
            lpSolves += row.lpSolves();
        }
        callback.accept(new ProgressEvent(
            ProgressEvent.Phase.TRAINING,
            worker,
            row.iteration(),
            iterationLimit,
            row.lowerBound(),
            row.upperBound(),
            row.upperBoundStd(),
            row.ci95(),
            row.gap(),
            lpSolves,
            TimeUnit.NANOSECONDS.toMillis(row.elapsedNs()),
            TimeUnit.NANOSECONDS.toMillis(row.totalNs())));
    }

    synchronized void restarted(final WorkerRestart restart)
    {
        lpSolves = restart.lpSolves();
        callback.accept(new ProgressEvent(
            ProgressEvent.Phase.RESTART,
            restart.cause().rank(),
            restart.iteration(),
            iterationLimit,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            lpSolves,
            0L,
            0L));
    }
}
