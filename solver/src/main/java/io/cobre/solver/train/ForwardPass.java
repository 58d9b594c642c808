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
    private final Walk walk;
    private final double[] noise;

    ForwardPass(
        final StageProblems problems,
        final ForwardSampler sampler,
        final UnitOrder order,
        final PathStart start,
        final Walk walk,
        final int noiseDimension)
    {
        this.problems = problems;
        this.sampler = sampler;
        this.order = order;
        this.start = start;
        this.walk = walk;
        this.noise = new double[noiseDimension];
    }

    void run(final int iteration, final TrialPoints points)
    {
        points.clearCosts();
        double discount = 1.0;
        for (int step = 0; step < walk.steps(); step++)
        {
            final int stage = walk.stage(step);
            final StageInstance instance = problems.stage(stage);
            instance.refresh();
            for (final int position : order.positions(points.natural()))
            {
                order.beforeUnit(instance);
                final int trial = points.trial(position);
                sampler.sample(walk.draw(iteration, step), trial, stage, noise);
                final double[] incoming =
                    step > 0 ? points.state(position, step - 1) : start.of(iteration, trial);
                instance.begin(points.slot(position, stage), incoming);
                instance.solve(noise, iteration, trial, StageInstance.FORWARD);
                instance.keep(points.slot(position, stage));
                instance.outgoing(points.state(position, step));
                points.addCost(position, discount * pathCost(instance, step) * StageLp.COST_SCALE);
            }
            discount *= walk.discount(step);
        }
    }

    /** What a step adds to the cost of a path: the last one adds what cuts say about the time after it. */
    private double pathCost(final StageInstance instance, final int step)
    {
        return step + 1 < walk.steps() ? instance.stageCost() : instance.objective();
    }
}
