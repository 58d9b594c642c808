package io.cobre.solver.stochastic;

/**
 * Follows given inflows through the stages and tells the noise with which the model would have produced them.
 */
final class InflowWalk
{
    private final InflowModel inflow;
    private final LagTransitions lags;
    private double[] memory;
    private double[] after;

    InflowWalk(final InflowModel inflow, final LagTransitions lags, final int hydros)
    {
        this.inflow = inflow;
        this.lags = lags;
        memory = new double[lags.slots() * hydros];
        after = new double[memory.length];
    }

    /** Start from the initial memory of the study. */
    double[] start()
    {
        lags.initial(memory, 0);
        return memory;
    }

    /** Noise of a stage; without a deviation there is none that explains the inflow, and it is 0. */
    void step(final int stage, final double[] realised, final double[] noise)
    {
        for (int h = 0; h < realised.length; h++)
        {
            final double sigma = inflow.sigma(stage, h);
            noise[h] = sigma == 0.0 ? 0.0 : (realised[h] - inflow.expected(stage, h, memory, 0)) / sigma;
        }
        lags.advance(stage, memory, 0, realised, after, 0);
        final double[] swapped = memory;
        memory = after;
        after = swapped;
    }
}
