package io.cobre.engine.launch;

/**
 * What the caller of a launcher learns while the group lives. All calls come from one thread that the launcher keeps
 * for them; a slow listener delays nobody.
 */
public interface LaunchListener
{
    /**
     * A process has been started.
     *
     * @param rank which.
     * @param pid  its process.
     */
    default void onStarted(final int rank, final long pid)
    {
    }

    /**
     * All ranks are connected.
     */
    default void onConnected()
    {
    }

    /**
     * A progress event. In order for each rank; when the listener is too slow, older events of a rank are dropped,
     * never its last. An exception thrown here stops the run and is thrown by it.
     *
     * @param rank whose.
     * @param body opaque.
     */
    default void onProgress(final int rank, final byte[] body)
    {
    }

    /**
     * A sentence for people.
     *
     * @param message what the user should know.
     */
    default void onWarning(final String message)
    {
    }
}
