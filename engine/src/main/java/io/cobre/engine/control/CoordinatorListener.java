package io.cobre.engine.control;

/**
 * What the host of a coordinator learns, on the coordinator's thread. Calls must return at once.
 */
public interface CoordinatorListener
{
    /**
     * A rank has joined.
     *
     * @param rank which.
     * @param pid  its process.
     */
    default void onJoined(final int rank, final long pid)
    {
    }

    /**
     * Somebody was not let in.
     *
     * @param rank   as claimed.
     * @param reason why.
     */
    default void onRefused(final int rank, final String reason)
    {
    }

    /**
     * All ranks are ready, the first frame may be published.
     */
    default void onGo()
    {
    }

    /**
     * A progress event.
     *
     * @param rank whose.
     * @param body opaque.
     */
    default void onProgress(final int rank, final byte[] body)
    {
    }

    /**
     * A result.
     *
     * @param rank whose.
     * @param body opaque.
     */
    default void onResult(final int rank, final byte[] body)
    {
    }

    /**
     * A rank reports its failure.
     *
     * @param rank     whose.
     * @param exitCode with which it is going to exit.
     * @param body     for {@link ErrorRecord#decode(byte[])}.
     */
    default void onError(final int rank, final int exitCode, final byte[] body)
    {
    }

    /**
     * A rank has closed its streams.
     *
     * @param rank which.
     */
    default void onDone(final int rank)
    {
    }

    /**
     * A rank's socket ended before the group was done.
     *
     * @param rank whose.
     */
    default void onLost(final int rank)
    {
    }

    /**
     * A rank has given no sign of life for too long while others were done.
     *
     * @param rank which.
     */
    default void onSilent(final int rank)
    {
    }

    /**
     * The group is broken off; every rank is being told.
     *
     * @param rank   that failed first, -1 if unknown.
     * @param cause  why.
     * @param reason for people.
     */
    default void onAbort(final int rank, final AbortCause cause, final String reason)
    {
    }

    /**
     * All ranks are done and have been told so.
     */
    default void onBye()
    {
    }
}
