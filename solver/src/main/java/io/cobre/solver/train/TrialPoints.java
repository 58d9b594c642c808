package io.cobre.solver.train;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.cobre.solver.lp.BasisSlot;

/**
 * What a rank keeps of its own trial paths: the state that each leaves at each stage, its cost, and a basis by stage.
 */
final class TrialPoints
{
    private final int[] trials;
    private final int[] natural;
    private final int dimension;
    private final double[][][] states;
    private final double[] costs;
    private final BasisSlot[][] slots;

    TrialPoints(final int[] trials, final int stages, final int dimension)
    {
        this.trials = trials;
        this.natural = IntStream.range(0, trials.length).toArray();
        this.dimension = dimension;
        this.states = new double[trials.length][stages][dimension];
        this.costs = new double[trials.length];
        this.slots = new BasisSlot[trials.length][stages];
        for (final BasisSlot[] path : slots)
        {
            for (int stage = 0; stage < stages; stage++)
            {
                path[stage] = new BasisSlot();
            }
        }
    }

    int count()
    {
        return trials.length;
    }

    /** Positions 0..count-1 in order; not to be changed. */
    int[] natural()
    {
        return natural;
    }

    /** Global index of the trial at a position. */
    int trial(final int position)
    {
        return trials[position];
    }

    /** State at the end of a step. */
    double[] state(final int position, final int step)
    {
        final int steps = states[position].length;
        if (step >= steps)
        {
            states[position] = Arrays.copyOf(states[position], 2 * step);
            for (int next = steps; next < states[position].length; next++)
            {
                states[position][next] = new double[dimension];
            }
        }
        return states[position][step];
    }

    BasisSlot slot(final int position, final int stage)
    {
        return slots[position][stage];
    }

    void slot(final int position, final int stage, final BasisSlot kept)
    {
        slots[position][stage] = kept;
    }

    double cost(final int position)
    {
        return costs[position];
    }

    void clearCosts()
    {
        Arrays.fill(costs, 0.0);
    }

    void addCost(final int position, final double dollars)
    {
        costs[position] += dollars;
    }
}
