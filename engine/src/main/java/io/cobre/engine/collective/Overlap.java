package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whether ranges of two buffers share bytes.
 */
final class Overlap
{
    private Overlap()
    {
    }

    static boolean isSamePlace(final DirectBuffer a, final int aOffset, final DirectBuffer b, final int bOffset)
    {
        return a.byteArray() == b.byteArray() && a.addressOffset() + aOffset == b.addressOffset() + bOffset;
    }

    static boolean isShared(
        final DirectBuffer a,
        final int aOffset,
        final long aLength,
        final DirectBuffer b,
        final int bOffset,
        final long bLength)
    {
        if (a.byteArray() != b.byteArray() || 0 == aLength || 0 == bLength)
        {
            return false;
        }
        final long aStart = a.addressOffset() + aOffset;
        final long bStart = b.addressOffset() + bOffset;
        return aStart < bStart + bLength && bStart < aStart + aLength;
    }

    /**
     * Copy unless source and destination are one place.
     */
    static void copy(final UnsafeBuffer source, final UnsafeBuffer destination, final int offset, final int length)
    {
        if (length > 0 && !isSamePlace(source, 0, destination, offset))
        {
            Copies.put(destination, offset, source, 0, length);
        }
    }
}
