package io.cobre.engine.spi;

import io.cobre.engine.CollectiveFailedException;

/**
 * What a wait loop asks the control plane, and what it tells it. Calls are cheap: volatile reads and plain stores.
 */
public interface GroupMonitor
{
    /**
     * Whether the group has been aborted or a peer's process has ended.
     *
     * @return null while all is well, otherwise the error that every wait must end with.
     */
    CollectiveFailedException failure();

    /**
     * Last known progress counter of a rank. It moves while the rank computes or communicates; a deadline restarts
     * while a missing rank's counter moves.
     *
     * @param rank world rank.
     * @return the counter.
     */
    long progress(int rank);

    /**
     * Last known operation of a rank, for diagnoses.
     *
     * @param rank world rank.
     * @return for example {@code allgatherv #17}, or {@code none}.
     */
    String lastOperation(int rank);

    /**
     * Record the operation that this rank has just started (also in its status file).
     *
     * @param operation template id of the message.
     * @param sequence  operation number.
     */
    void operationStarted(int operation, long sequence);

    /**
     * Record the peers that this rank waits for (bit per world rank, ranks above 63 share bit 63), 0 when it waits
     * for none.
     *
     * @param peers the bits.
     */
    void waitingFor(long peers);

    /**
     * Count a sign of life of this rank.
     */
    void tick();
}
