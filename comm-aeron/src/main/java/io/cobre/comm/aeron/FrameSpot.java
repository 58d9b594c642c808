package io.cobre.comm.aeron;

import io.aeron.protocol.DataHeaderFlyweight;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * Where the next frame of a peer will appear in its log in shared memory. Looking there costs one load; asking the
 * image costs many. The other lines that the frame probably takes are read before the one that tells whether it is
 * there, so that all come over at the same time when cores share no cache.
 * <p>
 * The spot is known from a frame consumed to the next in the same term, no longer: what has been consumed is zeroed
 * soon, so that a spot that was passed over would look empty for ever.
 */
final class FrameSpot
{
    private static final long UNKNOWN = 0;

    /** Version, flags and type in the header of a data frame that is no fragment of a longer one. */
    private static final int WHOLE_FRAME =
        (DataHeaderFlyweight.BEGIN_AND_END_FLAGS & 0xFF) << Byte.SIZE | DataHeaderFlyweight.HDR_TYPE_DATA << Short.SIZE;
    private static final int EARLY = FrameFit.EARLY_FLAG << Byte.SIZE;

    private DirectBuffer term;
    private int offset;
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
     * @param buffer      of the term.
     * @param frameOffset of the frame in the term.
     * @param frameLength bytes of the frame; the next one is taken to be as long.
     */
    void follow(final DirectBuffer buffer, final int frameOffset, final int frameLength)
    {
        term = buffer;
        length = CacheLines.alignedFrame(frameLength);
        offset = frameOffset + length;
        address = offset + length <= buffer.capacity() ? buffer.addressOffset() + offset : UNKNOWN;
    }

    /**
     * Whether the spot is known. If not, the image has to be asked.
     */
    boolean isKnown()
    {
        return UNKNOWN != address;
    }

    /**
     * Length of the frame at the known spot, 0 or less if there is none yet. The caller has made sure that the log is
     * still mapped.
     */
    int frameLength()
    {
        if (length > CacheLines.LENGTH)
        {
            touched += CacheLines.touch(address + CacheLines.LENGTH, length - CacheLines.LENGTH);
        }
        return UnsafeApi.getIntVolatile(null, address);
    }

    /**
     * Whether the frame there is a whole message, not padding or one part of several.
     */
    boolean isWholeFrame()
    {
        return WHOLE_FRAME == (kind() & ~EARLY);
    }

    /**
     * Whether the message in the whole frame there begins in the reserved value.
     */
    boolean isEarly()
    {
        return 0 != (kind() & EARLY);
    }

    private int kind()
    {
        return UnsafeApi.getInt(null, address + DataHeaderFlyweight.VERSION_FIELD_OFFSET);
    }

    long reservedValue()
    {
        return UnsafeApi.getLong(null, address + DataHeaderFlyweight.RESERVED_VALUE_OFFSET);
    }

    DirectBuffer term()
    {
        return term;
    }

    int offset()
    {
        return offset;
    }

    /**
     * Reading for its own sake has to end somewhere, or the compiler leaves it out.
     */
    @Override
    public String toString()
    {
        return "FrameSpot{address=" + address + ", touched=" + touched + '}';
    }
}
