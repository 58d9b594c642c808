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
}
