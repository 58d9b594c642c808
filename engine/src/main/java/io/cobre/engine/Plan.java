package io.cobre.engine;

/**
 * A collective whose arguments have been checked and whose state has been allocated once, to be run many times without
 * allocating. It refers to the memory of the buffers as they were when it was planned; counts and displacements are
 * copied.
 */
public interface Plan extends Request
{
    /**
     * Start it. All ranks start their operations in the same order.
     *
     * @return this.
     * @throws InvalidCommunicatorException if it is still running, or as any collective.
     * @throws CollectiveFailedException    if the communicator has failed.
     */
    Plan start();

    /**
     * Start it and wait; fails as {@link #start()} and {@link #await()} do.
     */
    default void run()
    {
        start();
        await();
    }
}
