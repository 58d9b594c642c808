package io.cobre.comm.aeron;

import io.aeron.protocol.DataHeaderFlyweight;

/**
 * Frames in a log in shared memory take whole cache lines. Otherwise the next frame would be written, or its space
 * prepared, in a line where a peer still reads the end of the last one, and cores that share no cache would pass that
 * line to and fro. Aeron's reserved value of a frame that is longer than its message is minus the bytes too many.
 */
final class Padding
{
    private Padding()
    {
    }

    /**
     * Length to claim for a message.
     *
     * @param length  bytes of the message.
     * @param longest bytes that may be claimed.
     * @return bytes, at least the length.
     */
    static int paddedLength(final int length, final int longest)
    {
        final int frame = DataHeaderFlyweight.HEADER_LENGTH + length;
        final int missing = CacheLines.aligned(frame) - CacheLines.alignedFrame(frame);
        return 0 == missing ? length : Math.min(length + missing, longest);
    }

    static long reservedValue(final int length, final int paddedLength)
    {
        return length - paddedLength;
    }

    /**
     * Length of the message in a frame.
     *
     * @param length bytes of the frame, its header not included.
     */
    static int messageLength(final int length, final long reservedValue)
    {
        return reservedValue < 0 ? length + (int) reservedValue : length;
    }
}
