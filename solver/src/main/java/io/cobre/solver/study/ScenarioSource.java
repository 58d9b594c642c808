package io.cobre.solver.study;

import java.util.List;

/**
 * Noise of the trial paths by class of entity.
 *
 * @param seed            of fresh random numbers.
 * @param inflow          scheme of inflows.
 * @param load            scheme of loads.
 * @param ncs             scheme of non-controllable sources.
 * @param historicalYears starting years of windows that may be used; empty for all that the history covers.
 */
public record ScenarioSource(
    long seed, SamplingScheme inflow, SamplingScheme load, SamplingScheme ncs, List<Integer> historicalYears)
{
    /**
     * All classes from the opening tree.
     *
     * @return the default source.
     */
    public static ScenarioSource inSample()
    {
        return new ScenarioSource(
            0L, SamplingScheme.IN_SAMPLE, SamplingScheme.IN_SAMPLE, SamplingScheme.IN_SAMPLE, List.of());
    }
}
