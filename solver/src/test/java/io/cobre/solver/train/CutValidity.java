package io.cobre.solver.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.CutRows;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.CvarMix;
import io.cobre.solver.policy.Policy;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * Compares the cuts of a policy with the expected cost that another solver finds at random storages and lags.
 */
final class CutValidity
{
    private static final double TOLERANCE = 1e-7;
    private static final double ANY_STORAGE = 100.0;

    private final Study study;
    private final StochasticModel stochastic;
    private final OpeningTree openings;

    CutValidity(final Study study)
    {
        this.study = study;
        this.stochastic = StochasticModel.of(study);
        this.openings = stochastic.openings();
    }

    void check(final Policy policy, final int states)
    {
        final List<StageLp> templates = StageProblems.templates(study, stochastic);
        final List<CutPool> pools = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            pools.add(policy.pool(stage));
        }
        final double[] initial = StageProblems.initialState(study, stochastic);
        final Random random = new Random(11);
        try (StageProblems other =
            new StageProblems(templates, pools, initial, LpSource.of(LpSolvers.byId("clp"))))
        {
            for (int count = 0; count < states; count++)
            {
                final int stage = 1 + random.nextInt(study.stageCount() - 1);
                final double[] state = state(stage - 1, initial, random);
                final double[] costs = costs(other.stage(stage), stage, state);
                final double whole = CvarMix.of(study.stages().get(stage - 1).risk())
                    .value(costs, costs.length, new double[costs.length]);
                final CutPool pool = pools.get(stage - 1);
                for (int slot = 0; slot < pool.populated(); slot++)
                {
                    final double cut = pool.valueAt(slot, state, 0);
                    final double cost = CutRows.WHOLE == pool.opening(slot) ? whole : costs[pool.opening(slot)];
                    assertTrue(
                        cut <= cost + TOLERANCE * Math.max(1.0, Math.abs(cost)),
                        "stage " + stage + ": cut " + slot + ", " + cut + ", above " + cost);
                }
                final double value = policy.evaluate(stage - 1, state) / StageLp.COST_SCALE;
                assertTrue(
                    value <= whole + TOLERANCE * Math.max(1.0, Math.abs(whole)),
                    "stage " + stage + ": " + value + " above " + whole);
            }
        }
    }

    private double[] state(final int stage, final double[] initial, final Random random)
    {
        final double[] state = new double[initial.length];
        for (int hydro = 0; hydro < study.hydros().size(); hydro++)
        {
            final boolean soft = !Double.isNaN(study.data().get(stage).reservoirs().storageBelowCost()[hydro]);
            final double low = soft ? 0.0 : study.data().get(stage).minStorage()[hydro];
            final double most = study.data().get(stage).maxStorage()[hydro];
            final double high = Double.isInfinite(most) ? low + ANY_STORAGE : most;
            state[hydro] = low + (high - low) * random.nextDouble();
        }
        for (int lag = study.hydros().size(); lag < state.length; lag++)
        {
            state[lag] = initial[lag] * (0.5 + random.nextDouble());
        }
        return state;
    }

    private double[] costs(final StageInstance instance, final int stage, final double[] state)
    {
        final double[] noise = new double[openings.dimension()];
        instance.begin(new BasisSlot(), state);
        final double[] costs = new double[openings.openings(stage)];
        for (int opening = 0; opening < openings.openings(stage); opening++)
        {
            openings.opening(stage, opening, noise);
            instance.solve(noise, 0, 0, opening);
            costs[opening] = instance.objective();
        }
        return costs;
    }
}
