package io.cobre.comm.aeron;

/**
 * Memory that the logs and drivers of a group take on one host.
 *
 * @param drivers      media drivers.
 * @param publications logs of the own streams.
 * @param rings        rings for long frames, each a fraction of a term.
 * @param images       logs of received streams; none over IPC, where readers share the publisher's log.
 */
record MemoryBudget(int drivers, int publications, int rings, int images)
{
    /** Command and counter buffers and the loss report of one driver as configured here. */
    static final long DRIVER_BYTES = 12_500_000L;

    /** A ring is shorter than a term by this factor. */
    static final int TERMS_PER_RING = 2;

    long bytes(final int termLength)
    {
        return drivers * DRIVER_BYTES + ((long) publications + images) * StreamLimits.logLength(termLength) +
            rings * BulkRing.bytes(publications, termLength / TERMS_PER_RING);
    }

    /**
     * Longest term that fits.
     *
     * @param wanted    term length to begin with, a power of two.
     * @param available bytes.
     * @return the term length, or 0 when even the shortest does not fit.
     */
    int fittingTermLength(final int wanted, final long available)
    {
        for (int length = wanted; length >= StreamLimits.MIN_TERM_LENGTH; length /= 2)
        {
            if (bytes(length) <= available)
            {
                return length;
            }
        }
        return 0;
    }
}
