package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Request;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * Buffers that a peer has read where they lie go when their owner has no more use for them.
 */
class SharedBufferLifeTest
{
    private static final int BYTES = 4 * 1024 * 1024;
    private static final int BUFFERS = 16;
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(10);

    @Test
    void shouldGoWithTheLastReferenceOfTheOwner()
    {
        try (InProcessGroup group = InProcessGroup.create(2))
        {
            final MutableDirectBuffer seen = group.communicator(1).allocate(BYTES);
            final long before = allocated();
            final WeakReference<ByteBuffer> first = broadcast(group, seen);
            for (int i = 1; i < BUFFERS; i++)
            {
                broadcast(group, seen);
            }
            for (int i = 0; i < ATTEMPTS && (!first.refersTo(null) || allocated() - before > 4L * BYTES); i++)
            {
                System.gc();
                LockSupport.parkNanos(PAUSE_NS);
                broadcast(group, seen);
            }
            assertTrue(first.refersTo(null), "the owner's buffer is still referred to");
            final long grown = allocated() - before;
            assertTrue(grown <= 4L * BYTES, grown + " bytes more than before are still allocated");
        }
    }

    private static WeakReference<ByteBuffer> broadcast(final InProcessGroup group, final MutableDirectBuffer seen)
    {
        final MutableDirectBuffer data = group.communicator(0).allocate(BYTES);
        data.putLong(BYTES - Long.BYTES, 42);
        seen.putLong(BYTES - Long.BYTES, 0);
        final Request owner = start(group.communicator(0), data);
        final Request reader = start(group.communicator(1), seen);
        while (!owner.poll() | !reader.poll())
        {
            Thread.onSpinWait();
        }
        assertTrue(42 == seen.getLong(BYTES - Long.BYTES));
        return new WeakReference<>(data.byteBuffer());
    }

    private static Request start(final Communicator communicator, final MutableDirectBuffer buffer)
    {
        return communicator.startBroadcast(buffer, 0, BYTES, ElementType.I8, 0);
    }

    private static long allocated()
    {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter((pool) -> "direct".equals(pool.getName()))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    }
}
