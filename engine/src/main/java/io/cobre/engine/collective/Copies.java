package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Copies of elements between buffers. One number is what collectives carry most often, and the call that copies memory
 * takes several times as long as a load and a store.
 */
final class Copies
{
    private Copies()
    {
    }

    static void put(
        final MutableDirectBuffer to,
        final int toOffset,
        final DirectBuffer from,
        final int fromOffset,
        final int length)
    {
        if (Long.BYTES == length)
        {
            to.putLong(toOffset, from.getLong(fromOffset));
        }
        else
        {
            to.putBytes(toOffset, from, fromOffset, length);
        }
    }
}
