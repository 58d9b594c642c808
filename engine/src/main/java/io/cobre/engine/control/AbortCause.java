package io.cobre.engine.control;

/**
 * Why a group was broken off.
 */
public enum AbortCause
{
    /** A rank failed with an error of its own. */
    ERROR,
    /** A rank's process ended. */
    PEER_LOST,
    /** The user or the launcher stopped the group. */
    STOPPED,
    /** The coordinator ended. */
    COORDINATOR;

    private static final AbortCause[] CAUSES = values();

    static AbortCause of(final int code)
    {
        if (code < 0 || code >= CAUSES.length)
        {
            throw new ControlProtocolException("unknown abort cause " + code);
        }
        return CAUSES[code];
    }
}
