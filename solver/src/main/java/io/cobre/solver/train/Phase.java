package io.cobre.solver.train;

import java.util.Locale;

/**
 * Parts of an iteration in which LPs are solved.
 */
public enum Phase
{
    /** Trial paths. */
    FORWARD,
    /** Openings at the states of the trial paths. */
    BACKWARD,
    /** Openings of the first stage, on rank 0. */
    LOWER_BOUND;

    /**
     * Name in tables.
     *
     * @return lower case with underscores.
     */
    public String id()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
