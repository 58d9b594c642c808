package io.cobre.solver.output;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import java.nio.file.Path;

/**
 * A study trained and simulated into a folder.
 */
final class Simulated
{
    private final Study study;
    private final StochasticModel stochastic;
    private final Policy policy;

    Simulated(final Study study)
    {
        this.study = study;
        this.stochastic = StochasticModel.of(study);
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(study, stochastic, communicator, Ranks.solvers())))
        {
            policy = trainer.train().policy();
        }
    }

    Study study()
    {
        return study;
    }

    StochasticModel stochastic()
    {
        return stochastic;
    }

    Policy policy()
    {
        return policy;
    }

    SimulationResult into(final Path folder, final int scenarios)
    {
        try (Communicator communicator = Communicators.local())
        {
            return into(folder, scenarios, communicator);
        }
    }

    SimulationResult into(final Path folder, final int scenarios, final Communicator communicator)
    {
        try (Simulator simulator = new Simulator(study, stochastic, policy, communicator, Ranks.solvers()))
        {
            return simulator.simulate(scenarios, new SimulationTables(folder, study, stochastic));
        }
    }
}
