package io.cobre.engine.collective;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Off-heap memory that array forms are copied through; it grows to the longest array seen.
 */
final class Scratch
{
    private static final int ALIGNMENT = 64;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private DoubleBuffer doubles;
    private LongBuffer longs;

    UnsafeBuffer atLeast(final long bytes)
    {
        if (bytes > Integer.MAX_VALUE - ALIGNMENT)
        {
            throw Checks.invalid("array form", bytes + " bytes are more than one buffer holds");
        }
        if (null == doubles || bytes > buffer.capacity())
        {
            final ByteBuffer memory = BufferUtil.allocateDirectAligned(Math.max(1024, (int) bytes), ALIGNMENT);
            memory.order(ByteOrder.nativeOrder());
            buffer.wrap(memory);
            doubles = memory.asDoubleBuffer();
            longs = memory.asLongBuffer();
        }
        return buffer;
    }

    void put(final int index, final double[] from, final int start, final int count)
    {
        doubles.position(index);
        doubles.put(from, start, count);
    }

    void put(final int index, final long[] from, final int start, final int count)
    {
        longs.position(index);
        longs.put(from, start, count);
    }

    void take(final int index, final double[] to, final int start, final int count)
    {
        doubles.position(index);
        doubles.get(to, start, count);
    }

    void take(final int index, final long[] to, final int start, final int count)
    {
        longs.position(index);
        longs.get(to, start, count);
    }
}
