package io.cobre.solver.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import io.cobre.engine.Communicator;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.lp.InnerStage;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.policy.CvarMix;
import io.cobre.solver.policy.RiskMeasure;
import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.study.Study;

/**
 * An upper bound on the risk-adjusted cost of the study by inner approximation: from the last stage to the first, the
 * cost after each visited state is bounded by the LPs of the next stage, whose own future cost is a convex combination
 * of the bounds found before; whatever lies outside the hull of the visited states pays {@link WaterPrices}. The bound
 * holds for nested risk measures, too, for which no sampled mean is one, and falls as more states are visited
 * (Philpott, de Matos and Finardi, On solving multistage stochastic programs with coherent risk measures, Operations
 * Research 61(4), 2013).
 * <p>
 * The ranks share the states of a stage out; every state begins from the same basis, so the bits do not depend on it.
 */
final class InnerBound
{
    private final Study study;
    private final List<StageLp> templates;
    private final OpeningTree openings;
    private final VisitedStates visited;
    private final Communicator communicator;
    private final LpSource solvers;
    private final double[] prices;

    InnerBound(
        final Study study,
        final List<StageLp> templates,
        final OpeningTree openings,
        final VisitedStates visited,
        final Communicator communicator,
        final LpSource solvers)
    {
        this.study = study;
        this.templates = templates;
        this.openings = openings;
        this.visited = visited;
        this.communicator = communicator;
        this.solvers = solvers;
        this.prices = WaterPrices.of(study, study.config().innerBoundFactor());
    }

    /**
     * Refuse what the bound is not built for.
     *
     * @param study the case.
     * @param lags  numbers by hydro in the memory of inflows.
     * @throws ValidationException IncompatibleSettings, not_implemented.
     */
    static void check(final Study study, final int lags)
    {
        final boolean endless = study.scenarios().calendar().isCyclic() || study.config().policy().hasBoundary();
        if (study.config().hasInnerBound() && (endless || lags > 0))
        {
            throw new ValidationException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, "not implemented: an upper bound by inner approximation with " +
                (lags > 0 ? "autoregressive inflows" : "costs after the last stage"))
                .with("reason", "not_implemented")
                .with("key", "upper_bound_evaluation.enabled")
                .suggest("leave the upper bound out");
        }
    }

    /**
     * The bound; every rank calls this.
     *
     * @param initial state at the beginning of the study.
     * @return $.
     */
    double evaluate(final double[] initial)
    {
        final int dimension = initial.length;
        double[] vertices = initial;
        double[] costs = {0.0};
        for (int stage = study.stageCount() - 1; stage >= 0; stage--)
        {
            final double[] states = 0 == stage ? initial : distinct(stage - 1, dimension);
            final int count = 0 == dimension ? 1 : states.length / dimension;
            final RiskMeasure risk = CvarMix.of(study.stages().get(Math.max(0, stage - 1)).risk());
            final double[] found = costs(stage, vertices, costs, count, risk,
                (vertex) -> Arrays.copyOfRange(states, vertex * dimension, (vertex + 1) * dimension));
            vertices = states;
            costs = found;
        }
        return costs[0] * StageLp.COST_SCALE;
    }

    private double[] costs(
        final int stage,
        final double[] vertices,
        final double[] costsAfter,
        final int count,
        final RiskMeasure risk,
        final IntFunction<double[]> state)
    {
        final double[] price = new double[templates.get(stage).layout().stateDimension()];
        Arrays.fill(price, prices[stage]);
        final Ownership ownership = Ownership.contiguous(count, communicator.size());
        final int[] owned = ownership.owned(communicator.rank());
        final double[] own = new double[owned.length];
        final double[] noise = new double[openings.dimension()];
        final double[] objectives = new double[openings.openings(stage)];
        final double[] weights = new double[objectives.length];
        try (InnerStage inner = new InnerStage(templates.get(stage), vertices, costsAfter, price, solvers))
        {
            for (int position = 0; position < owned.length; position++)
            {
                inner.begin(state.apply(owned[position]));
                for (int opening = 0; opening < objectives.length; opening++)
                {
                    openings.opening(stage, opening, noise);
                    objectives[opening] = inner.solve(noise, owned[position], opening);
                }
                own[position] = risk.value(objectives, objectives.length, weights);
            }
        }
        return ownership.gather(communicator, own, 1);
    }

    private double[] distinct(final int stage, final int dimension)
    {
        final double[][] states = new double[visited.count(stage)][];
        for (int index = 0; index < states.length; index++)
        {
            final int offset = visited.offset(index);
            states[index] = Arrays.copyOfRange(visited.states(stage), offset, offset + dimension);
        }
        Arrays.sort(states, Arrays::compare);
        final double[] flat = new double[states.length * dimension];
        int next = 0;
        for (int index = 0; index < states.length; index++)
        {
            if (0 == index || !Arrays.equals(states[index], states[index - 1]))
            {
                System.arraycopy(states[index], 0, flat, next, dimension);
                next += dimension;
            }
        }
        return Arrays.copyOf(flat, next);
    }
}
