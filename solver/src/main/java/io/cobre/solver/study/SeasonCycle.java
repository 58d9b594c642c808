package io.cobre.solver.study;

/**
 * How the seasons of a study divide the year.
 */
public enum SeasonCycle
{
    /** No season definitions. */
    NONE,
    /** Calendar months. */
    MONTHLY,
    /** ISO weeks. */
    WEEKLY,
    /** Ranges of days. */
    CUSTOM
}
