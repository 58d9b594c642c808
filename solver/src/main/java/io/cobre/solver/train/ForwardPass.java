package io.cobre.solver.train;

import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.stochastic.ForwardSampler;

/**
 * Walks the own trial paths from the first stage to the last under sampled noise, and leaves states, costs and bases.
 */
final class ForwardPass
{
    private final StageProblems problems;
    private final ForwardSampler sampler;
    private final UnitOrder order;
    private final double[] initial;
    private final double[] discounts;
    private final double[] noise;

    ForwardPass(
        final StageProblems problems,
        final ForwardSampler sampler,
        final UnitOrder order,
        final double[] initial,
        final double[] discounts,
        final int noiseDimension)
    {
        this.problems = problems;
        this.sampler = sampler;
        this.order = order;
        this.initial = initial;
        this.discounts = discounts;
        this.noise = new double[noiseDimension];
    }

    void run(final int iteration, final TrialPoints points)
    {
        points.clearCosts();
        for (int stage = 0; stage < problems.stageCount(); stage++)
        {
            final StageInstance instance = problems.stage(stage);
            instance.refresh();
            for (final int position : order.positions(points.natural()))
            {
                order.beforeUnit(instance);
                final int trial = points.trial(position);
                sampler.sample(iteration, trial, stage, noise);
                instance.begin(points.slot(position, stage), stage > 0 ? points.state(position, stage - 1) : initial);
                instance.solve(noise, iteration, trial, StageInstance.FORWARD);
                instance.keep(points.slot(position, stage));
                instance.outgoing(points.state(position, stage));
                points.addCost(position, discounts[stage] * instance.stageCost() * StageLp.COST_SCALE);
            }
        }
    }
}
