package io.cobre.comm.aeron;

import org.agrona.UnsafeApi;

/**
 * Where the next frame of a peer will appear: in its log in shared memory and, if the last one was there, in its ring.
 * Looking there costs one load; asking the image costs many. The other lines that the frame probably takes are read
 * before the one that tells whether it is there, so that all come over at the same time when cores share no cache.
 * <p>
 * The spot is known from a frame consumed to the next in the same term, no longer: what has been consumed is zeroed
 * soon, so that a spot that was passed over would look empty for ever.
 */
final class FrameSpot
{
    private static final long UNKNOWN = 0;

    private long address = UNKNOWN;
    private int length;
    private long bulkAddress = UNKNOWN;
    private int bulkLength;
    private int touched;

    void forget()
    {
        address = UNKNOWN;
        bulkAddress = UNKNOWN;
    }

    /**
     * A frame has been consumed.
     *
     * @param termAddress of the term in memory.
     * @param termLength  bytes of the term.
     * @param frameEnd    offset in the term behind the frame, aligned.
     * @param frameLength bytes of the frame, aligned; the next one is taken to be as long.
     */
    void follow(final long termAddress, final int termLength, final int frameEnd, final int frameLength)
    {
        address = frameEnd + frameLength <= termLength ? termAddress + frameEnd : UNKNOWN;
        length = frameLength;
    }

    /**
     * A frame in a ring has been consumed.
     *
     * @param nextAddress where one of the same length will be, in memory, 0 if it will be elsewhere.
     * @param frameLength bytes.
     */
    void followBulk(final long nextAddress, final int frameLength)
    {
        bulkAddress = nextAddress;
        bulkLength = frameLength;
    }

    /**
     * Whether the spot is known. If not, the image has to be asked.
     */
    boolean isKnown()
    {
        return UNKNOWN != address;
    }

    /**
     * Whether a frame is at the known spot. The caller has made sure that log and ring are still mapped.
     */
    boolean hasFrame()
    {
        if (length > CacheLines.LENGTH)
        {
            touched += CacheLines.touch(address + CacheLines.LENGTH, length - CacheLines.LENGTH);
        }
        if (UNKNOWN != bulkAddress)
        {
            touched += CacheLines.touch(bulkAddress, bulkLength);
        }
        return 0 != UnsafeApi.getIntVolatile(null, address);
    }

    /**
     * Reading for its own sake has to end somewhere, or the compiler leaves it out.
     */
    @Override
    public String toString()
    {
        return "FrameSpot{address=" + address + ", bulkAddress=" + bulkAddress + ", touched=" + touched + '}';
    }
}
