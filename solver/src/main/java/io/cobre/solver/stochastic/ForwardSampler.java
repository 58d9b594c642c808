package io.cobre.solver.stochastic;

/**
 * Chooses the noise of the trial paths: a function of (iteration, scenario, stage) alone.
 */
public interface ForwardSampler
{
    /**
     * Noise of a stage.
     *
     * @param iteration from 1 in training, 0 in simulation.
     * @param scenario  global index of the path, from 0.
     * @param stage     index of the stage.
     * @param noise     destination, by noise dimension: hydros, stochastic load buses, non-controllable sources.
     */
    void sample(int iteration, int scenario, int stage, double[] noise);

    /**
     * Lagged inflows before the first stage of a path, where they belong to the sampled path (historical windows);
     * otherwise the memory is left as it is.
     *
     * @param iteration from 1 in training, 0 in simulation.
     * @param scenario  global index of the path, from 0.
     * @param memory    initial memory of the study, m3/s by lag * hydros + hydro.
     * @param offset    of its first number.
     */
    default void initialLags(final int iteration, final int scenario, final double[] memory, final int offset)
    {
    }
}
