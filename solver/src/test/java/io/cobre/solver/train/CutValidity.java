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
import io.cobre.solver.stochastic.InflowModel;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Study;

/**
 * Compares the cuts of a policy with the costs that another solver finds at random storages and lags.
 */
final class CutValidity
{
    private static final double TOLERANCE = 1e-7;
    private static final double ANY_STORAGE = 100.0;
    private static final double ANY_INFLOW = 100.0;
    private static final int MOST_DRAWS = 10;

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
        final List<StageLp> templates = StageProblems.templates(
            study, stochastic, policy.pool(study.stageCount() - 1).endFloor());
        final List<CutPool> pools = new ArrayList<>();
        for (int stage = 0; stage < study.stageCount(); stage++)
        {
            pools.add(policy.pool(stage));
        }
        final double[] initial = StageProblems.initialState(study, stochastic);
        final Calendar calendar = study.scenarios().calendar();
        final Random random = new Random(11);
        try (StageProblems other =
            new StageProblems(templates, pools, initial, LpSource.of(LpSolvers.byId("clp"))))
        {
            int checked = 0;
            for (int drawn = 0; checked < states; drawn++)
            {
                assertTrue(drawn < MOST_DRAWS * states, "only " + checked + " states without truncation");
                final int before = random.nextInt(study.stageCount() - (calendar.isCyclic() ? 0 : 1));
                final int stage = before + 1 < study.stageCount() ? before + 1 : calendar.next();
                final double[] state = state(before, initial, random);
                if (!truncates(stage, state))
                {
                    check(policy, before, state, costs(other.stage(stage), stage, state));
                    checked++;
                }
            }
        }
    }

    private void check(final Policy policy, final int stage, final double[] state, final double[] costs)
    {
        final double whole = CvarMix.of(study.stages().get(stage).risk())
            .value(costs, costs.length, new double[costs.length]);
        final CutPool pool = policy.pool(stage);
        for (int slot = 0; slot < pool.populated(); slot++)
        {
            final double cost = CutRows.WHOLE == pool.opening(slot) ? whole : costs[pool.opening(slot)];
            notAbove(cost, pool.valueAt(slot, state, 0), "stage " + stage + ": cut " + slot);
        }
        notAbove(whole, policy.evaluate(stage, state) / StageLp.COST_SCALE, "stage " + stage);
    }

    private static void notAbove(final double cost, final double value, final String what)
    {
        assertTrue(
            value <= cost + TOLERANCE * Math.max(1.0, Math.abs(cost)), what + ", " + value + ", above " + cost);
    }

    /**
     * Where noise is cut off so that an inflow is not negative, the inflow no longer falls with its lags, the cost is
     * not convex in them, and no theorem says that cuts made elsewhere are below it.
     */
    private boolean truncates(final int stage, final double[] state)
    {
        final int hydros = study.hydros().size();
        final double[] noise = new double[openings.dimension()];
        final double[] innovation = new double[hydros];
        for (int opening = 0; opening < openings.openings(stage); opening++)
        {
            openings.opening(stage, opening, noise);
            stochastic.noiseMap().inflow(stage, state, hydros, noise, innovation);
            for (int hydro = 0; hydro < hydros; hydro++)
            {
                final InflowModel inflow = stochastic.inflow();
                if (innovation[hydro] > inflow.base(stage, hydro) + inflow.sigma(stage, hydro) * noise[hydro])
                {
                    return true;
                }
            }
        }
        return false;
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
            state[lag] = 0.0 == initial[lag] ?
                ANY_INFLOW * random.nextDouble() : initial[lag] * 2.0 * random.nextDouble();
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
