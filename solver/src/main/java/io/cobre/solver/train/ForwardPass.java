package io.cobre.solver.train;

import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageProblems;
import io.cobre.solver.stochastic.ForwardSampler;
import io.cobre.solver.stochastic.PathStart;

/**
 * Walks own trial paths under sampled noise, on one thread, and leaves states, costs and bases.
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

    /**
     * One unit of work: a step of a trial path.
     *
     * @param iteration of training.
     * @param step      of the walk.
     * @param discount  factor that brings a cost of the step to the beginning.
     * @param points    trial points of the rank.
     * @param position  among them.
     */
    void walk(
        final int iteration, final int step, final double discount, final TrialPoints points, final int position)
    {
        final int stage = walk.stage(step);
        final StageInstance instance = problems.stage(stage);
        instance.refresh();
        order.beforeUnit(instance);
        final int trial = points.trial(position);
        sampler.sample(walk.draw(iteration, step), trial, stage, noise);
        final double[] incoming = step > 0 ? points.state(position, step - 1) : start.of(iteration, trial);
        instance.begin(points.slot(position, stage), incoming);
        instance.solve(noise, iteration, trial, StageInstance.FORWARD);
        instance.keep(points.slot(position, stage));
        instance.outgoing(points.state(position, step));
        points.addCost(position, discount * pathCost(instance, step) * StageLp.COST_SCALE);
    }

    /** What a step adds to the cost of a path: the last one adds what cuts say about the time after it. */
    private double pathCost(final StageInstance instance, final int step)
    {
        return step + 1 < walk.steps() ? instance.stageCost() : instance.objective();
    }
}
