package io.cobre.solver.study;

/**
 * Where the noise of trial paths comes from.
 */
public enum SamplingScheme
{
    /** The opening tree. */
    IN_SAMPLE,
    /** Fresh random numbers. */
    OUT_OF_SAMPLE,
    /** Scenarios from files. */
    EXTERNAL,
    /** Windows of the inflow history; inflows only. */
    HISTORICAL
}
