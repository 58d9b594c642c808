package io.cobre.solver;

import io.cobre.engine.launch.LaunchResult;
import io.cobre.engine.launch.ThreadBody;
import io.cobre.engine.launch.ThreadLauncher;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.TrainingResult;
import java.nio.file.Path;
import java.util.List;

/**
 * Computes on ranks that are threads of this process (SS7.1, start method thread): no process, driver or file.
 */
final class RankThreads
{
    private RankThreads()
    {
    }

    static Outcome<TrainingResult> train(
        final Study study,
        final List<CutPool> startingCuts,
        final RunOptions<?> options,
        final RunPlan plan,
        final Saving saving,
        final Path output)
    {
        Workers.warnOfIdleWorkers(study, options, plan);
        final TrainingProgress progress =
            new TrainingProgress(study.config(), options.progressCallback(), saving.lpSolves());
        final TrainingResult[] results = new TrainingResult[plan.workers()];
        return outcome(options, results, launch(options, plan, (rank) -> results[rank.rank()] =
            InProcess.train(study, startingCuts, options, saving, output, GroupOfRanks.of(rank), progress)));
    }

    static Outcome<SimulationResult> simulate(
        final Study study,
        final Policy policy,
        final int scenarios,
        final RunOptions<?> options,
        final RunPlan plan,
        final Path output,
        final Path tables)
    {
        final SimulationProgress progress = new SimulationProgress(scenarios, options.progressCallback());
        final SimulationResult[] results = new SimulationResult[plan.workers()];
        return outcome(options, results, launch(options, plan, (rank) -> results[rank.rank()] = InProcess.simulate(
            study, policy, scenarios, options, output, tables, GroupOfRanks.of(rank), progress)));
    }

    private static LaunchResult launch(final RunOptions<?> options, final RunPlan plan, final ThreadBody body)
    {
        return new ThreadLauncher(plan.workers(), options.timeout().toNanos(), body).run();
    }

    private static <T> Outcome<T> outcome(
        final RunOptions<?> options, final T[] results, final LaunchResult launched)
    {
        Workers.warnOfDroppedEvents(options, launched.droppedEvents());
        return Outcome.of(
            results[0], launched.backend(), launched.ranks(), launched.startTimeMs(), launched.droppedEvents(),
            List.of());
    }
}
