package io.cobre.solver.train;

import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.stochastic.ForwardSampler;
import io.cobre.solver.stochastic.PathStart;

/**
 * Walks the own trial paths from the first stage to the last under sampled noise, and leaves states, costs and bases.
 */
final class ForwardPass
{
    private final StageProblems problems;
    private final ForwardSampler sampler;
    private final UnitOrder order;
    private final PathStart start;
    private final double[] discounts;
    private final double[] noise;

    ForwardPass(
        final StageProblems problems,
        final ForwardSampler sampler,
        final UnitOrder order,
        final PathStart start,
        final double[] discounts,
        final int noiseDimension)
    {
        this.problems = problems;
        this.sampler = sampler;
        this.order = order;
        this.start = start;
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
                final double[] incoming =
                    stage > 0 ? points.state(position, stage - 1) : start.of(iteration, trial);
                instance.begin(points.slot(position, stage), incoming);
                instance.solve(noise, iteration, trial, StageInstance.FORWARD);
                instance.keep(points.slot(position, stage));
                instance.outgoing(points.state(position, stage));
                points.addCost(position, discounts[stage] * pathCost(instance, stage) * StageLp.COST_SCALE);
            }
        }
    }

    /** What a stage adds to the cost of a path: the last one adds what cuts say about the time after it. */
    private double pathCost(final StageInstance instance, final int stage)
    {
        return stage + 1 < problems.stageCount() ? instance.stageCost() : instance.objective();
    }
}
