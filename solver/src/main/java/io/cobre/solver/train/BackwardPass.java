package io.cobre.solver.train;

import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.policy.RiskMeasure;
import io.cobre.solver.stochastic.OpeningTree;

/**
 * Solves all openings of a stage at a state, and makes cuts of them: for every opening the objective and its
 * derivative with respect to the state, averaged by the weights of the risk measure or each for itself.
 */
final class BackwardPass
{
    private final StageProblems problems;
    private final OpeningTree openings;
    private final double[] noise;
    private final double[] objectives;
    private final double[] weights;
    private final double[][] gradients;
    private final RiskMeasure[] risks;
    private final CutActivity activity;

    BackwardPass(
        final StageProblems problems,
        final OpeningTree openings,
        final RiskMeasure[] risks,
        final CutActivity activity)
    {
        this.activity = activity;
        this.problems = problems;
        this.openings = openings;
        this.risks = risks;
        this.noise = new double[openings.dimension()];
        int most = 0;
        for (int stage = 0; stage < problems.stageCount(); stage++)
        {
            most = Math.max(most, openings.openings(stage));
        }
        this.objectives = new double[most];
        this.weights = new double[most];
        this.gradients = new double[most][problems.stage(0).lp().layout().stateDimension()];
    }

    /**
     * One unit of work: all openings of a stage at one state.
     *
     * @param iteration of training.
     * @param stage     whose openings are solved.
     * @param trial     index, for error messages.
     * @param state     incoming.
     * @param slot      where the unit starts and what it keeps.
     */
    void solveOpenings(
        final int iteration, final int stage, final int trial, final double[] state, final BasisSlot slot)
    {
        final StageInstance instance = problems.stage(stage);
        instance.begin(slot, state);
        for (int opening = 0; opening < openings.openings(stage); opening++)
        {
            openings.opening(stage, opening, noise);
            instance.solve(noise, iteration, trial, opening);
            objectives[opening] = instance.objective();
            instance.stateDuals(gradients[opening]);
            if (null != activity && stage > 0)
            {
                activity.count(instance, stage, iteration);
            }
        }
        instance.keep(slot);
    }

    /**
     * The cuts that the last unit gives to the stage before it: one, or one for each opening.
     *
     * @param stage  whose openings were solved.
     * @param before the stage that the cuts are for.
     * @param state  at which.
     * @param cut    destination: by cut the intercept, then coefficients, k$.
     * @param offset of the first intercept.
     */
    void cuts(final int stage, final int before, final double[] state, final double[] cut, final int offset)
    {
        final int parts = problems.stage(before).lp().layout().parts().openings();
        if (0 == parts)
        {
            weighted(stage, before, state, cut, offset);
        }
        for (int opening = 0; opening < parts; opening++)
        {
            tangent(opening, state, cut, offset + opening * (1 + state.length));
        }
    }

    private void tangent(final int opening, final double[] state, final double[] cut, final int offset)
    {
        double constant = objectives[opening];
        for (int index = 0; index < state.length; index++)
        {
            cut[offset + 1 + index] = gradients[opening][index];
            constant -= gradients[opening][index] * state[index];
        }
        cut[offset] = constant;
    }

    private void weighted(
        final int stage, final int before, final double[] state, final double[] cut, final int offset)
    {
        final int count = openings.openings(stage);
        risks[before].weights(objectives, count, weights);
        double intercept = 0.0;
        for (int index = 0; index < state.length; index++)
        {
            cut[offset + 1 + index] = 0.0;
        }
        for (int opening = 0; opening < count; opening++)
        {
            final double[] gradient = gradients[opening];
            double constant = objectives[opening];
            for (int index = 0; index < state.length; index++)
            {
                constant -= gradient[index] * state[index];
                cut[offset + 1 + index] += weights[opening] * gradient[index];
            }
            intercept += weights[opening] * constant;
        }
        cut[offset] = intercept;
    }

    /**
     * Risk-adjusted objective of the last unit.
     *
     * @param stage whose openings were solved.
     * @return k$.
     */
    double value(final int stage)
    {
        return risks[stage].value(objectives, openings.openings(stage), weights);
    }
}
