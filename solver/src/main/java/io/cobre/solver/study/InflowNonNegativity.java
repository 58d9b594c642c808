package io.cobre.solver.study;

/**
 * What keeps inflows from being negative.
 */
public enum InflowNonNegativity
{
    /** Nothing. */
    NONE(false, false),
    /** A slack with a cost. */
    PENALTY(false, true),
    /** Noise that is cut off where the inflow becomes zero. */
    TRUNCATION(true, false),
    /** Both. */
    TRUNCATION_WITH_PENALTY(true, true);

    private final boolean truncates;
    private final boolean slack;

    InflowNonNegativity(final boolean truncates, final boolean slack)
    {
        this.truncates = truncates;
        this.slack = slack;
    }

    /**
     * Whether noise is cut off.
     *
     * @return true for both truncations.
     */
    public boolean truncates()
    {
        return truncates;
    }

    /**
     * Whether the stage problem has a slack column by hydro.
     *
     * @return true for both penalties.
     */
    public boolean slack()
    {
        return slack;
    }
}
