package io.cobre.engine.launch;

/**
 * What a rank that is a thread computes.
 */
@FunctionalInterface
public interface ThreadBody
{
    /**
     * Compute.
     *
     * @param rank with the communicator.
     * @throws Exception any; it ends the group.
     */
    void run(ThreadRank rank) throws Exception;
}
