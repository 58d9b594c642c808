package io.cobre.comm.aeron;

import org.agrona.UnsafeApi;

/**
 * Where the next frame of a peer's log in shared memory will appear. Looking there costs one load; asking the image
 * costs many. While the frame is not there, the second line that it probably takes is read, too: so it arrives with the
 * first one and not after it, when cores do not share a cache. Further lines are left to the processor.
 * <p>
 * The spot is known from a frame consumed to the next in the same term, no longer: what has been consumed is zeroed
 * soon, so that a spot that was passed over would look empty for ever.
 */
final class FrameSpot
{
    private static final long UNKNOWN = 0;

    private long address = UNKNOWN;
    private int length;
    private int touched;

    void forget()
    {
        address = UNKNOWN;
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
     * Whether the spot is known. If not, the image has to be asked.
     */
    boolean isKnown()
    {
        return UNKNOWN != address;
    }

    /**
     * Whether a frame is at the known spot. The caller has made sure that the log is still mapped.
     */
    boolean hasFrame()
    {
        if (0 != UnsafeApi.getIntVolatile(null, address))
        {
            return true;
        }
        if (length > CacheLines.LENGTH)
        {
            touched += UnsafeApi.getInt(null, address + CacheLines.LENGTH);
        }
        return false;
    }

    @Override
    public String toString()
    {
        return "FrameSpot{address=" + address + ", length=" + length + ", touched=" + touched + '}';
    }
}
