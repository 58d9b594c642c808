package io.cobre.engine.contract;

import io.cobre.engine.Communicator;

/**
 * What one rank does in a test.
 */
@FunctionalInterface
public interface RankBody
{
    /**
     * Run on the rank's thread.
     *
     * @param communicator of the rank.
     * @throws Exception fails the test.
     */
    void run(Communicator communicator) throws Exception;
}
