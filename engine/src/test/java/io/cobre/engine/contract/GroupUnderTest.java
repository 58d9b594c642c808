package io.cobre.engine.contract;

/**
 * How a backend makes groups for the contract suite. All ranks are threads of the test's JVM, whatever connects them.
 */
public interface GroupUnderTest extends AutoCloseable
{
    /**
     * First part of the display names.
     *
     * @return for example {@code shm}.
     */
    String backend();

    /**
     * Largest group that this backend is tested with.
     *
     * @return at least 1.
     */
    int maxRanks();

    /**
     * Run a body on every rank of a new group, each on a thread of its own ({@link RankThreads} does it), then close
     * the group.
     *
     * @param ranks     number of ranks.
     * @param timeoutNs silence after which a collective gives up.
     * @param body      what each rank does.
     * @throws Exception the first failure of a rank.
     */
    void run(int ranks, long timeoutNs, RankBody body) throws Exception;

    /**
     * Release what outlives groups.
     */
    @Override
    default void close()
    {
    }
}
