package io.cobre.engine.control;

/**
 * What a rank is doing.
 */
public enum RankState
{
    /** Started, not yet known to the coordinator. */
    STARTING,
    /** Waiting for its peers' addresses. */
    JOINED,
    /** Opening its streams. */
    OPENING,
    /** In its own code or in a collective. */
    RUNNING,
    /** Done, waiting for the others. */
    LEAVING,
    /** Ended in good order. */
    ENDED,
    /** Ended with the error that the error record holds. */
    FAILED,
    /** Halted by its control thread after the group was broken off. */
    HALTED;

    private static final RankState[] STATES = values();

    static RankState of(final int code)
    {
        return code >= 0 && code < STATES.length ? STATES[code] : STARTING;
    }
}
