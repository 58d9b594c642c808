package io.cobre.engine;

/**
 * A collective that has been started. Until it is done, its source must not be written and its destination must not be
 * touched.
 */
public interface Request
{
    /**
     * Progress all outstanding operations of the communicator, oldest first, without waiting.
     *
     * @return true when this operation is done.
     * @throws CollectiveFailedException if the communicator has failed.
     */
    boolean poll();

    /**
     * Whether the operation is done, without any progress.
     *
     * @return true after it has ended.
     */
    boolean isDone();

    /**
     * Wait with the idle strategy of the communicator.
     *
     * @throws CollectiveFailedException if the communicator has failed or fails meanwhile.
     */
    void await();

    /**
     * Wait, but not longer than a time that is counted from this call, whatever the other ranks are doing.
     *
     * @param timeoutNs in nanoseconds.
     * @throws CollectiveFailedException with reason Timeout, or as {@link #await()}; the communicator is poisoned then.
     */
    void await(long timeoutNs);
}
