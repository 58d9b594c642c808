package io.cobre.engine.launch;

import io.cobre.engine.control.RankSession;

/**
 * What a spawned rank computes.
 */
@FunctionalInterface
public interface WorkerBody
{
    /**
     * Compute.
     *
     * @param session with the communicator; reports progress and the result through it.
     * @throws Exception any; it is reported to the launcher.
     */
    void run(RankSession session) throws Exception;
}
