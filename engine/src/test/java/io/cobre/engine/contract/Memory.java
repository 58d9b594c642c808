package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A buffer and the first byte in it that a scenario uses.
 *
 * @param buffer of any kind.
 * @param offset a multiple of 8.
 */
record Memory(MutableDirectBuffer buffer, int offset)
{
    private static final int MARGIN = 64;

    /**
     * What users hand over: allocated by the communicator, a view of that, direct memory, an array.
     *
     * @param bytes from the offset on.
     */
    static Memory[] of(final Communicator communicator, final int bytes)
    {
        final int length = bytes + 2 * MARGIN;
        final MutableDirectBuffer allocated = communicator.allocate(length);
        return new Memory[]
        {
            new Memory(communicator.allocate(length), MARGIN),
            new Memory(new UnsafeBuffer(allocated, MARGIN, bytes + MARGIN), 8),
            new Memory(new UnsafeBuffer(ByteBuffer.allocateDirect(length)), 0),
            new Memory(new UnsafeBuffer(new byte[length]), MARGIN)
        };
    }
}
