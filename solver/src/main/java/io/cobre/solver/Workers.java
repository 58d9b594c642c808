package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.output.OutputFolder;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TrainingResult;
import io.cobre.solver.worker.WorkerContext;
import io.cobre.solver.worker.WorkerGroup;
import io.cobre.solver.worker.WorkerOutcome;
import io.cobre.solver.worker.WorkerProgress;
import io.cobre.solver.worker.WorkerRestart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Computes on worker processes; this process only watches over them.
 */
final class Workers
{
    /** Where the launcher script keeps the class-data archive that it made for this Java. */
    private static final String ARCHIVE_PROPERTY = "cobre.archive";

    private Workers()
    {
    }

    static Outcome<TrainingResult> train(
        final Study study,
        final List<CutPool> startingCuts,
        final RunOptions<?> options,
        final RunPlan plan,
        final Saving saving,
        final OutputFolder folder)
    {
        final TrainingProgress progress =
            new TrainingProgress(study.config(), options.progressCallback(), saving.lpSolves());
        warnOfIdleWorkers(study, options, plan);
        return outcome(options, WorkerGroup.train(context(options, plan, folder)
            .startingCuts(startingCuts)
            .checkpoints(saving.plan())
            .resume(saving.resume())
            .maxRestarts(saving.maxRestarts())
            .progress(new WorkerProgress()
            {
                @Override
                public void iteration(final int rank, final IterationRecord row)
                {
                    progress.iteration(rank, row);
                }

                @Override
                public void restarted(final WorkerRestart restart)
                {
                    warn(options, sentence(restart));
                    progress.restarted(restart);
                }
            }), study));
    }

    private static String sentence(final WorkerRestart restart)
    {
        return restart.cause().getMessage() + "; restart " + restart.number() + " of " + restart.most() +
            (restart.iteration() > 0 ? " goes on after iteration " + restart.iteration() : " begins anew");
    }

    /**
     * More ranks than trial paths are of no use in training.
     */
    static void warnOfIdleWorkers(final Study study, final RunOptions<?> options, final RunPlan plan)
    {
        final int passes = study.config().forwardPasses();
        if (plan.workers() > passes)
        {
            warn(options, plan.workers() + " workers share " + passes +
                " forward passes: those beyond " + passes + " do not speed the training up");
        }
    }

    static void warnOfDroppedEvents(final RunOptions<?> options, final long count)
    {
        if (count > 0)
        {
            warn(options, count + " progress events were not told, for the callback is slow");
        }
    }

    static Outcome<SimulationResult> simulate(
        final Study study,
        final Policy policy,
        final int scenarios,
        final RunOptions<?> options,
        final RunPlan plan,
        final OutputFolder folder,
        final Path tables)
    {
        final SimulationProgress progress = new SimulationProgress(scenarios, options.progressCallback());
        return outcome(options, WorkerGroup.simulate(
            context(options, plan, folder).progress(new WorkerProgress()
            {
                @Override
                public void scenarios(final int rank, final int done)
                {
                    progress.scenarios(rank, done);
                }
            }), study, policy, scenarios, tables));
    }

    private static WorkerContext context(
        final RunOptions<?> options, final RunPlan plan, final OutputFolder folder)
    {
        return new WorkerContext(plan.backend(), plan.workers())
            .timeout(options.timeout())
            .jvmArgs(jvmArgs(options))
            .environment(options.environment())
            .outputDirectory(folder.root())
            .lpSolver(options.lpSolver())
            .threads(options.threads())
            .profile(plan.profile())
            .warnings((sentence) -> warn(options, sentence))
            .stopRequested(options.stopRequested());
    }

    private static List<String> jvmArgs(final RunOptions<?> options)
    {
        final List<String> args = new ArrayList<>();
        final String archive = System.getProperty(ARCHIVE_PROPERTY);
        if (archive != null)
        {
            args.add("-XX:SharedArchiveFile=" + archive);
        }
        args.addAll(options.jvmArgs());
        return args;
    }

    private static void warn(final RunOptions<?> options, final String sentence)
    {
        options.warningCallback().accept(
            new ValidationRecord(SolverErrorKind.INCOMPATIBLE_SETTINGS, sentence, Map.of(), null));
    }

    private static <T> Outcome<T> outcome(final RunOptions<?> options, final WorkerOutcome<T> outcome)
    {
        warnOfDroppedEvents(options, outcome.droppedEvents());
        return Outcome.of(
            outcome.result(),
            outcome.backend(),
            outcome.ranks(),
            outcome.startTimeMs(),
            outcome.droppedEvents(),
            outcome.restarts().stream().map(Restart::of).toList());
    }
}
