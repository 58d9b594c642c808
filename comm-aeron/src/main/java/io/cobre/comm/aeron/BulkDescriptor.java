package io.cobre.comm.aeron;

import io.aeron.logbuffer.BufferClaim;
import org.agrona.DirectBuffer;

/**
 * The short frame in the log that stands for a long one in the ring. Aeron's reserved value, 0 or less in all other
 * frames, is one more than the position in the ring; the payload is the length (8 bytes).
 */
final class BulkDescriptor
{
    static final int LENGTH = Long.BYTES;

    private BulkDescriptor()
    {
    }

    static void encode(final BufferClaim claim, final long position, final int length)
    {
        claim.reservedValue(position + 1);
        claim.buffer().putLong(claim.offset(), length);
    }

    static boolean isDescriptor(final int length, final long reservedValue)
    {
        return LENGTH == length && reservedValue > 0;
    }

    /**
     * Position in the ring.
     */
    static long position(final long reservedValue)
    {
        return reservedValue - 1;
    }

    static int length(final DirectBuffer buffer, final int offset)
    {
        return (int) buffer.getLong(offset);
    }
}
