package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchResult;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.engine.launch.RankOutcome;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TrainingResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parent's side of a run on worker processes (SS2.1a): it writes the job, launches, passes events on, takes the
 * result of rank 0 and compares what all ranks have computed. It loads no LP library and holds no communicator.
 */
public final class WorkerGroup
{
    private final WorkerContext context;
    private byte[] policyBytes;

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

    private WorkerOutcome<TrainingResult> train(final Study study)
    {
        final byte[] job = RecordCodec.encode(TrainingJob.of(study, LpSolvers.DEFAULT_ID));
        final LaunchResult launched = new ProcessLauncher(context.launch(new Events())
            .payload((directory) -> Files.write(directory.resolve(RunFiles.JOB), job))
            .harvest(this::harvest)).run();
        final List<RankReport> reports = launched.ranks().stream().map(WorkerGroup::report).toList();
        return new WorkerOutcome<>(
            result(reports), launched.backend(), launched.ranks(), launched.startTimeMs());
    }

    private void harvest(final Path directory) throws IOException
    {
        policyBytes = Files.readAllBytes(directory.resolve(RunFiles.POLICY));
    }

    private static RankReport report(final RankOutcome outcome)
    {
        if (outcome.result() == null)
        {
            throw panic("rank " + outcome.rank() + " ended in good order without a result");
        }
        return RecordCodec.decode(outcome.result(), RankReport.class);
    }

    private TrainingResult result(final List<RankReport> reports)
    {
        compare("policy_digest", reports.stream().map(RankReport::policyDigest).toList());
        compare("bounds_digest", reports.stream().map(RankReport::boundsDigest).toList());
        final RankReport report = reports.get(0);
        final RankReport.Training training = report.training();
        final Policy policy = PolicyBytes.decode(training.info(), policyBytes, Path.of(training.policyFile()));
        if (!policy.digest().equals(report.policyDigest()))
        {
            throw panic("the policy was damaged on its way from rank 0");
        }
        return new TrainingResult(
            policy,
            training.iterations(),
            training.terminationReason(),
            report.policyDigest(),
            report.boundsDigest(),
            training.lpSolves(),
            training.trainTimeNs(),
            training.ranks());
    }

    static void compare(final String name, final List<String> digests)
    {
        final TreeMap<String, List<Integer>> ranksByDigest = new TreeMap<>();
        for (int rank = 0; rank < digests.size(); rank++)
        {
            ranksByDigest.merge(digests.get(rank), List.of(rank), (a, b) ->
            {
                final List<Integer> both = new java.util.ArrayList<>(a);
                both.addAll(b);
                return both;
            });
        }
        if (ranksByDigest.size() > 1)
        {
            throw panic("the ranks disagree about " + name + ": " + ranksByDigest.entrySet().stream()
                .map((entry) -> entry.getKey() + " on ranks " + entry.getValue())
                .collect(Collectors.joining(", "))).with("digest", name).with("ranks", List.copyOf(
                ranksByDigest.values()));
        }
    }

    private static CobreException panic(final String message)
    {
        return new CobreException(SolverErrorKind.INTERNAL_PANIC, message);
    }

    /**
     * Events of the launcher for those who listen to the run.
     */
    private final class Events implements LaunchListener
    {
        @Override
        public void onProgress(final int rank, final byte[] body)
        {
            context.iterations().iteration(rank, RecordCodec.decode(body, IterationRecord.class));
        }

        @Override
        public void onWarning(final String message)
        {
            context.warnings().accept(message);
        }
    }
}
