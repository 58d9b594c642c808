package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchResult;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.engine.launch.RankOutcome;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.binary.StudyCodec;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TrainingDetail;
import io.cobre.solver.train.TrainingResult;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The parent's side of a run on worker processes (SS2.1a): it writes the job, launches, passes events on, takes the
 * result of rank 0 and compares what all ranks have computed. It loads no LP library and holds no communicator.
 */
public final class WorkerGroup
{
    private final WorkerContext context;
    private byte[] policyBytes;
    private byte[] detailBytes;

    private WorkerGroup(final WorkerContext context)
    {
        this.context = context;
    }

    /**
     * Train on worker processes.
     *
     * @param context how many, how they meet, who listens.
     * @param study   the validated case.
     * @return the result of rank 0 and who took part.
     * @throws CobreException WorkerFailed; InitializationFailed; InternalPanic if the ranks disagree.
     */
    public static WorkerOutcome<TrainingResult> train(final WorkerContext context, final Study study)
    {
        return new WorkerGroup(context).train(study);
    }

    /**
     * Simulate a policy on worker processes.
     *
     * @param context   how many, how they meet, who listens.
     * @param study     the validated case.
     * @param policy    trained for it.
     * @param scenarios number of all scenarios.
     * @param tables    folder for the tables of the scenarios; null writes none.
     * @return the result of rank 0 and who took part.
     * @throws CobreException as {@link #train}.
     */
    public static WorkerOutcome<SimulationResult> simulate(
        final WorkerContext context, final Study study, final Policy policy, final int scenarios, final Path tables)
    {
        return new WorkerGroup(context).simulate(study, policy, scenarios, tables);
    }

    private WorkerOutcome<TrainingResult> train(final Study study)
    {
        try (Restarts restarts = new Restarts(context.checkpoints(), context.resume(), context.maxRestarts()))
        {
            while (true)
            {
                try
                {
                    return train(study, restarts);
                }
                catch (final WorkerException failure)
                {
                    if (context.isStopRequested())
                    {
                        throw failure;
                    }
                    context.progress().restarted(restarts.after(failure));
                }
            }
        }
    }

    private WorkerOutcome<TrainingResult> train(final Study study, final Restarts restarts)
    {
        final List<CutPool> cuts = context.startingCuts();
        final TrainingJob job = new TrainingJob(
            StudyCodec.encode(study),
            context.lp(),
            cuts.isEmpty() ? -1 : cuts.get(0).dimension(),
            restarts.plan(),
            restarts.from());
        final LaunchSpec spec = spec(job, RunFiles.STARTING_CUTS, cuts.isEmpty() ? null : PolicyBytes.encode(cuts))
            .harvest((directory) ->
            {
                policyBytes = Files.readAllBytes(directory.resolve(RunFiles.POLICY));
                detailBytes = Files.readAllBytes(directory.resolve(RunFiles.DETAIL));
            });
        final LaunchResult launched = new ProcessLauncher(spec).run();
        final RankReport report = agreed(launched);
        return outcome(
            result((RankReport.Training) report.result(), report.digests()), launched, restarts.done());
    }

    private WorkerOutcome<SimulationResult> simulate(
        final Study study, final Policy policy, final int scenarios, final Path tables)
    {
        final SimulationJob job = new SimulationJob(
            StudyCodec.encode(study),
            context.lp(),
            policy.info(),
            scenarios,
            tables == null ? null : tables.toAbsolutePath().toString());
        final LaunchResult launched = new ProcessLauncher(spec(job, RunFiles.POLICY, PolicyBytes.encode(policy))).run();
        return outcome((SimulationResult) agreed(launched).result(), launched, List.of());
    }

    private LaunchSpec spec(final WorkerJob job, final String cutsFile, final byte[] cuts)
    {
        return context.launch(new Events()).payload((directory) ->
        {
            Files.write(directory.resolve(RunFiles.JOB), RecordCodec.encode(job));
            if (cuts != null)
            {
                Files.write(directory.resolve(cutsFile), cuts);
            }
        });
    }

    private RankReport agreed(final LaunchResult launched)
    {
        final List<RankReport> reports = launched.ranks().stream().map(WorkerGroup::report).toList();
        Agreement.check(reports.stream().map(RankReport::digests).toList());
        reports.stream().map(RankReport::ladder).filter(Objects::nonNull).forEach(context.warnings());
        return reports.get(0);
    }

    private static RankReport report(final RankOutcome outcome)
    {
        if (outcome.result() == null)
        {
            throw Agreement.panic("rank " + outcome.rank() + " ended in good order without a result");
        }
        return RecordCodec.decode(outcome.result(), RankReport.class);
    }

    private TrainingResult result(final RankReport.Training training, final List<String> digests)
    {
        final Policy policy = PolicyBytes.decode(training.info(), policyBytes, Path.of(RunFiles.POLICY));
        Agreement.check(List.of(List.of(digests.get(0)), List.of(policy.digest())));
        return new TrainingResult(
            policy,
            training.iterations(),
            training.terminationReason(),
            digests.get(0),
            digests.get(1),
            training.lpSolves(),
            training.trainTimeNs(),
            training.ranks(),
            RecordCodec.decode(detailBytes, TrainingDetail.class));
    }

    private static <T> WorkerOutcome<T> outcome(
        final T result, final LaunchResult launched, final List<WorkerRestart> restarts)
    {
        return new WorkerOutcome<>(
            result, launched.backend(), launched.ranks(), launched.startTimeMs(), launched.droppedEvents(), restarts);
    }

    /**
     * Events of the launcher for those who listen to the run.
     */
    private final class Events implements LaunchListener
    {
        @Override
        public void onProgress(final int rank, final byte[] body)
        {
            final Record event = RecordCodec.decode(body, Record.class);
            if (event instanceof IterationRecord row)
            {
                context.progress().iteration(rank, row);
            }
            else if (event instanceof ScenariosDone scenarios)
            {
                context.progress().scenarios(rank, scenarios.done());
            }
        }

        @Override
        public void onWarning(final String message)
        {
            context.warnings().accept(message);
        }
    }
}
