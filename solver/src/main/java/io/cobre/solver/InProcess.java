package io.cobre.solver;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;

/**
 * Computes in the caller's process and on its thread: no process, driver or thread is started.
 */
final class InProcess
{
    private static final int NO_WORKER = -1;

    private InProcess()
    {
    }

    static TrainingResult train(final Study study, final RunOptions<?> options)
    {
        final TrainingProgress progress = new TrainingProgress(study.config(), options.progressCallback());
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(
                study, StochasticModel.of(study), communicator, LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID)))
                .listener((row) -> progress.iteration(NO_WORKER, row))
                .stopRequested(options.stopRequested())))
        {
            return trainer.train();
        }
    }
}
