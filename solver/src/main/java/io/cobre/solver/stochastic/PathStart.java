package io.cobre.solver.stochastic;

/**
 * State in which trial paths begin: that of the study, with the lagged inflows of the path where the sampler has them.
 */
public final class PathStart
{
    private final ForwardSampler sampler;
    private final double[] initial;
    private final int memoryOffset;
    private final double[] state;

    /**
     * Start of the paths of a sampler.
     *
     * @param sampler      of the paths.
     * @param initial      state of the study.
     * @param memoryOffset place of the first lagged inflow in a state.
     */
    public PathStart(final ForwardSampler sampler, final double[] initial, final int memoryOffset)
    {
        this.sampler = sampler;
        this.initial = initial;
        this.memoryOffset = memoryOffset;
        this.state = new double[initial.length];
    }

    /**
     * State before the first stage.
     *
     * @param iteration from 1 in training, 0 in simulation.
     * @param scenario  global index of the path, from 0.
     * @return the same array at every call.
     */
    public double[] of(final int iteration, final int scenario)
    {
        System.arraycopy(initial, 0, state, 0, initial.length);
        sampler.initialLags(iteration, scenario, state, memoryOffset);
        return state;
    }
}
