package io.cobre.solver.train;

/**
 * Why training ended.
 */
public enum TerminationReason
{
    /** The lower bound stalled. */
    BOUND_STALLING("bound_stalling"),
    /** The simulated cost agrees with the bound. */
    SIMULATION("simulation"),
    /** The number of iterations is reached. */
    ITERATION_LIMIT("iteration_limit"),
    /** The time is over. */
    TIME_LIMIT("time_limit"),
    /** Somebody asked to stop. */
    SHUTDOWN("shutdown");

    private final String id;

    TerminationReason(final String id)
    {
        this.id = id;
    }

    /**
     * Name in JSON and files.
     *
     * @return in snake_case.
     */
    public String id()
    {
        return id;
    }

    /**
     * Whether training ended because it had come near enough to its aim.
     *
     * @return true for the rules that look at bounds or costs.
     */
    public boolean isSettled()
    {
        return this == BOUND_STALLING || this == SIMULATION;
    }
}
