package io.cobre.solver.worker;

import io.cobre.engine.control.RankSession;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.stochastic.SharedModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.CheckpointPlan;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Train.
 *
 * @param studyBytes        the case.
 * @param lp                the LP solver.
 * @param startingDimension length of the state of the cuts that training begins with, which lie in the run directory;
 *                          negative if there are none.
 * @param checkpoints       when the training is saved; null for never.
 * @param resume            checkpoint to go on from; null to begin anew.
 */
record TrainingJob(
    byte[] studyBytes, LpChoice lp, int startingDimension, CheckpointPlan checkpoints, String resume)
    implements WorkerJob
{
    @Override
    public void run(final RankSession session, final Study study, final LpSource solvers) throws IOException
    {
        try (SharedModel stochastic = SharedModel.of(study, session.communicator());
            Trainer trainer = new Trainer(new TrainingContext(
                study, stochastic.model(), session.communicator(), solvers)
                .listener((row) -> session.progress(RecordCodec.encode(row)))
                .startingCuts(startingCuts(session.runDirectory()))
                .stopRequested(() -> session.stopUrgency() >= 0)
                .checkpoints(checkpoints)
                .resume(resume == null ? null : Path.of(resume))))
        {
            report(session, trainer.train(), solvers.ladder().summary().orElse(null));
        }
    }

    private List<CutPool> startingCuts(final Path directory) throws IOException
    {
        final Path file = directory.resolve(RunFiles.STARTING_CUTS);
        return startingDimension < 0 ?
            List.of() : PolicyBytes.decode(startingDimension, Files.readAllBytes(file), file);
    }

    private static void report(final RankSession session, final TrainingResult result, final String ladder)
        throws IOException
    {
        RankReport.Training training = null;
        if (session.rank() == 0)
        {
            Files.write(session.runDirectory().resolve(RunFiles.POLICY), PolicyBytes.encode(result.policy()));
            Files.write(session.runDirectory().resolve(RunFiles.DETAIL), RecordCodec.encode(result.detail()));
            training = new RankReport.Training(
                result.policy().info(),
                result.iterations(),
                result.terminationReason(),
                result.lpSolves(),
                result.trainTimeNs(),
                result.ranks());
        }
        session.result(RecordCodec.encode(
            new RankReport(List.of(result.policyDigest(), result.boundsDigest()), training, ladder)));
    }
}
