package io.cobre.engine.local;

import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One writer, several readers, each of which sees every frame.
 * <pre>
 *   counters, a cache line pair each:  published | position of reader 0 | position of reader 1 | ...
 *   slots:                             length | frame ... | padding so that slots do not share cache sets
 * </pre>
 * Frame n lies in slot n mod slots. The writer may write frame n when every reader's position exceeds n - slots.
 */
final class Ring implements FrameClaim
{
    private static final int LINE = 128;
    private static final int HEADER = 64;

    private final UnsafeBuffer counters;
    private final UnsafeBuffer memory;
    private final int slots;
    private final int stride;
    private final int maxFrameLength;
    private final int readers;
    private long published;
    private long leastPosition;
    private int claimOffset;
    private int claimLength;
    private volatile boolean isClosed;

    Ring(final int readers, final int slots, final int maxFrameLength)
    {
        this.readers = readers;
        this.slots = slots;
        this.maxFrameLength = maxFrameLength;
        this.stride = BitUtil.align(maxFrameLength, HEADER) + 3 * HEADER;
        this.counters = new UnsafeBuffer(BufferUtil.allocateDirectAligned((readers + 1) * LINE, LINE));
        this.memory = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(stride, slots), HEADER));
    }

    FrameClaim tryClaim(final int length)
    {
        if (length > maxFrameLength)
        {
            throw new IllegalArgumentException(length + " bytes exceed the longest frame, " + maxFrameLength);
        }
        if (published - leastPosition >= slots)
        {
            leastPosition = leastPosition();
            if (published - leastPosition >= slots)
            {
                return null;
            }
        }
        claimOffset = (int) (published % slots) * stride + HEADER;
        claimLength = length;
        return this;
    }

    private long leastPosition()
    {
        long least = published;
        for (int reader = 0; reader < readers; reader++)
        {
            least = Math.min(least, counters.getLongAcquire((reader + 1) * LINE));
        }
        return least;
    }

    int poll(final int reader, final FrameHandler handler, final int limit)
    {
        final int counter = (reader + 1) * LINE;
        final long from = counters.getLong(counter);
        final long available = counters.getLongAcquire(0) - from;
        int consumed = 0;
        while (consumed < limit && consumed < available)
        {
            final int slot = (int) ((from + consumed) % slots) * stride;
            final FrameHandler.Action action = handler.onFrame(memory, slot + HEADER, memory.getInt(slot));
            if (FrameHandler.Action.ABORT == action)
            {
                break;
            }
            consumed++;
            if (FrameHandler.Action.BREAK == action)
            {
                break;
            }
        }
        if (consumed > 0)
        {
            counters.putLongRelease(counter, from + consumed);
        }
        return consumed;
    }

    boolean isDrained(final int reader)
    {
        return isClosed && counters.getLong((reader + 1) * LINE) == counters.getLongAcquire(0);
    }

    void close()
    {
        isClosed = true;
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return memory;
    }

    @Override
    public int offset()
    {
        return claimOffset;
    }

    @Override
    public int length()
    {
        return claimLength;
    }

    @Override
    public void commit()
    {
        memory.putInt(claimOffset - HEADER, claimLength);
        published++;
        counters.putLongRelease(0, published);
    }

    @Override
    public void abort()
    {
    }
}
