package io.cobre.comm.aeron;

/**
 * The writing end of a ring: reserves space for a frame when all readers have released what was there.
 */
final class BulkWriter
{
    private final BulkRing ring;
    private final int rank;
    private long position;
    private long released;
    private long start;
    private long end;
    private int length;

    BulkWriter(final BulkRing ring, final int rank)
    {
        this.ring = ring;
        this.rank = rank;
    }

    /**
     * Find space for the next frame. Reserving again without a commit gives the same space.
     *
     * @param frameLength bytes, at most half the ring.
     * @return false while readers hold the space.
     */
    boolean reserve(final int frameLength)
    {
        length = frameLength;
        final int aligned = BulkRing.aligned(length);
        final int capacity = ring.capacity();
        final long left = capacity - (position & (capacity - 1));
        start = left < aligned ? position + left : position;
        end = start + aligned;
        if (end - released > capacity)
        {
            released = ring.released(rank);
        }
        return end - released <= capacity;
    }

    /**
     * Position of the reserved frame.
     *
     * @return bytes from the first frame on.
     */
    long start()
    {
        return start;
    }

    /**
     * Offset of the reserved frame in {@link BulkRing#buffer()}.
     *
     * @return bytes.
     */
    int offset()
    {
        return ring.offsetOf(start);
    }

    BulkRing ring()
    {
        return ring;
    }

    /**
     * The reserved frame is going to be published.
     */
    void commit()
    {
        position = end;
    }

    /**
     * The reserved frame has been published: prepare the lines of a next one of the same length, if they are free.
     */
    void prepareNext()
    {
        if (end + BulkRing.aligned(length) - released <= ring.capacity())
        {
            ring.own(end, length);
        }
    }
}
