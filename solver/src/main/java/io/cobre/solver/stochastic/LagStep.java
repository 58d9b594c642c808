package io.cobre.solver.stochastic;

import java.util.Arrays;

/**
 * Memory of one hydro after one stage: for every slot, a sum of weighted slots before the stage and inflow.
 */
final class LagStep
{
    private final int[] first;
    private int[] from = new int[4];
    private double[] weight = new double[4];
    private int slot;

    LagStep(final int slots)
    {
        first = new int[slots + 1];
    }

    /** Add a term to the slot under construction; a weight of 0 adds nothing. */
    LagStep plus(final double termWeight, final int source)
    {
        if (termWeight != 0.0)
        {
            final int k = first[slot + 1]++;
            if (k == from.length)
            {
                from = Arrays.copyOf(from, 2 * k);
                weight = Arrays.copyOf(weight, 2 * k);
            }
            from[k] = source;
            weight[k] = termWeight;
        }
        return this;
    }

    /** Go on to the next slot. */
    void done()
    {
        slot++;
        if (slot + 1 < first.length)
        {
            first[slot + 1] = first[slot];
        }
    }

    int terms(final int ofSlot)
    {
        return first[ofSlot + 1] - first[ofSlot];
    }

    int from(final int ofSlot, final int term)
    {
        return from[first[ofSlot] + term];
    }

    double weight(final int ofSlot, final int term)
    {
        return weight[first[ofSlot] + term];
    }
}
