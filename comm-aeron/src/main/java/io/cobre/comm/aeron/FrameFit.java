package io.cobre.comm.aeron;

import io.aeron.protocol.DataHeaderFlyweight;

/**
 * How a message fits its frame in a log in shared memory. Frames take whole cache lines there. Otherwise the next frame
 * would be written, or its space prepared, in a line where a peer still reads the end of the last one, and cores that
 * share no cache would pass that line to and fro.
 * <pre>
 *   0                        24               32                                      a line's end
 *   +------------------------+----------------+----------------------------+----------+
 *   | Aeron's header         | reserved value | message                    | padding  |
 *   +------------------------+----------------+----------------------------+----------+
 *   | Aeron's header, flag 1 | message                                                |
 *   +------------------------+--------------------------------------------------------+
 * </pre>
 * The reserved value of a frame that is longer than its message is minus the bytes too many. A message whose last eight
 * bytes or fewer would need one more line begins in the reserved value instead: so a head and one element take one
 * line.
 */
final class FrameFit
{
    /** Among the flags of the frame of a message that begins in the reserved value; Aeron gives it no meaning. */
    static final int EARLY_FLAG = 1;
    /** All flags of such a frame. */
    static final byte EARLY_FLAGS = (byte) (DataHeaderFlyweight.BEGIN_AND_END_FLAGS | EARLY_FLAG);
    /** Bytes by which it begins earlier. */
    static final int EARLY = Long.BYTES;

    private FrameFit()
    {
    }

    /**
     * Whether a message is to begin in the reserved value.
     */
    static boolean beginsEarly(final int length)
    {
        final int beyond = DataHeaderFlyweight.HEADER_LENGTH + length & CacheLines.LENGTH - 1;
        return beyond > 0 && beyond <= EARLY;
    }

    /**
     * Length to claim for a message.
     *
     * @param length  bytes of the message.
     * @param longest bytes that may be claimed.
     * @return bytes, less than the length only if the message begins early.
     */
    static int claimLength(final int length, final int longest)
    {
        if (beginsEarly(length))
        {
            return length - EARLY;
        }
        final int frame = DataHeaderFlyweight.HEADER_LENGTH + length;
        final int missing = CacheLines.aligned(frame) - CacheLines.alignedFrame(frame);
        return 0 == missing ? length : Math.min(length + missing, longest);
    }

    /**
     * Whether the message in a frame begins in the reserved value.
     */
    static boolean isEarly(final byte flags)
    {
        return 0 != (flags & EARLY_FLAG);
    }

    static long reservedValue(final int length, final int claimLength)
    {
        return length - claimLength;
    }

    /**
     * Length of a message that does not begin early.
     *
     * @param length bytes of the frame, its header not included.
     */
    static int messageLength(final int length, final long reservedValue)
    {
        return reservedValue < 0 ? length + (int) reservedValue : length;
    }
}
