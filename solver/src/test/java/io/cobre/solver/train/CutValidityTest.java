package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * Every cut lies below the expected cost that another solver finds at random states.
 */
class CutValidityTest
{
    private static final int STATES = 1000;
    private static final double TOLERANCE = 1e-7;

    private final Study study = SmallStudies.cascade(3, 10);
    private final StochasticModel stochastic = StochasticModel.of(study);
    private final OpeningTree openings = stochastic.openings();

    private Policy policy()
    {
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(study, stochastic, communicator, Ranks.solvers())))
        {
            return trainer.train().policy();
        }
    }

    private double expectedCost(final StageInstance instance, final int stage, final double[] state)
    {
        final double[] noise = new double[openings.dimension()];
        instance.begin(new BasisSlot(), state);
        double sum = 0.0;
        for (int opening = 0; opening < openings.openings(stage); opening++)
        {
            openings.opening(stage, opening, noise);
            instance.solve(noise, 0, 0, opening);
            sum += instance.objective();
        }
        return sum / openings.openings(stage);
    }

    @Test
    void shouldNeverExceedTheExpectedCost()
    {
        final Policy policy = policy();
        final List<StageLp> templates = StageProblems.templates(study, stochastic);
        final List<CutPool> pools = List.of(
            policy.pool(0), policy.pool(1), policy.pool(2), policy.pool(3), policy.pool(4));
        final double[] initial = StageProblems.initialState(study, stochastic);
        final Random random = new Random(11);
        try (StageProblems other =
            new StageProblems(templates, pools, initial, LpSource.of(LpSolvers.byId("clp"))))
        {
            for (int count = 0; count < STATES; count++)
            {
                final int stage = 1 + random.nextInt(study.stageCount() - 1);
                final double[] state = new double[initial.length];
                for (int hydro = 0; hydro < state.length; hydro++)
                {
                    final double low = study.data().get(stage - 1).minStorage()[hydro];
                    final double high = study.data().get(stage - 1).maxStorage()[hydro];
                    state[hydro] = low + (high - low) * random.nextDouble();
                }
                final double cost = expectedCost(other.stage(stage), stage, state);
                final double cuts = policy.pool(stage - 1).evaluate(state, 0);
                assertTrue(cuts <= cost + TOLERANCE * cost, "stage " + stage + ": " + cuts + " above " + cost);
            }
        }
    }
}
