package io.cobre.solver.worker;

import io.cobre.engine.control.RankSession;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.stochastic.SharedModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Train.
 *
 * @param studyBytes the case.
 * @param lp         the LP solver.
 */
record TrainingJob(byte[] studyBytes, LpChoice lp) implements WorkerJob
{
    @Override
    public void run(final RankSession session, final Study study, final LpSource solvers) throws IOException
    {
        try (SharedModel stochastic = SharedModel.of(study, session.communicator());
            Trainer trainer = new Trainer(new TrainingContext(
                study, stochastic.model(), session.communicator(), solvers)
                .listener((row) -> session.progress(RecordCodec.encode(row)))
                .stopRequested(() -> session.stopUrgency() >= 0)))
        {
            report(session, trainer.train(), solvers.ladder().summary().orElse(null));
        }
    }

    private static void report(final RankSession session, final TrainingResult result, final String ladder)
        throws IOException
    {
        RankReport.Training training = null;
        if (session.rank() == 0)
        {
            Files.write(session.runDirectory().resolve(RunFiles.POLICY), PolicyBytes.encode(result.policy()));
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
