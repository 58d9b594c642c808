package io.cobre.solver;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.lp.bundle.LpBundles;
import io.cobre.solver.output.CostTables;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.simulate.StageOutcome;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;
import java.nio.file.Path;

/**
 * Computes in the caller's process and on its thread: no process, driver or thread is started.
 */
final class InProcess
{
    private static final int NO_WORKER = -1;

    private InProcess()
    {
    }

    static TrainingResult train(final Study study, final RunOptions<?> options, final Path output)
    {
        final TrainingProgress progress = new TrainingProgress(study.config(), options.progressCallback());
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(
                study, StochasticModel.of(study), communicator, LpBundles.source(options.lpSolver(), output))
                .listener((row) -> progress.iteration(NO_WORKER, row))
                .stopRequested(options.stopRequested())))
        {
            return trainer.train();
        }
    }

    static SimulationResult simulate(
        final Study study,
        final Policy policy,
        final int scenarios,
        final RunOptions<?> options,
        final Path output,
        final Path tables)
    {
        final SimulationProgress progress = new SimulationProgress(scenarios, options.progressCallback());
        final CostTables costs = new CostTables(tables);
        try (Communicator communicator = Communicators.local();
            Simulator simulator = new Simulator(
                study,
                StochasticModel.of(study),
                policy,
                communicator,
                LpBundles.source(options.lpSolver(), output)))
        {
            return simulator.simulate(scenarios, new SimulationListener()
            {
                @Override
                public void stage(final StageOutcome outcome)
                {
                    costs.stage(outcome);
                }

                @Override
                public void scenario(final int scenario, final double dollars)
                {
                    costs.scenario(scenario, dollars);
                    progress.scenario(NO_WORKER);
                }
            });
        }
    }
}
