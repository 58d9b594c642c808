package io.cobre.engine.collective;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.spi.RegionMemory;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Off-heap memory of this process alone, page-aligned and zeroed.
 */
public final class PrivateMemory implements RegionMemory
{
    private static final int PAGE = 4096;
    private static final long MAX_BYTES = Integer.MAX_VALUE - 2L * PAGE;

    private final UnsafeBuffer buffer;

    private PrivateMemory(final ByteBuffer memory)
    {
        buffer = new UnsafeBuffer(memory);
    }

    /**
     * Allocate.
     *
     * @param bytes at least 1 and less than 2 GiB.
     * @return released with the last reference to its buffer.
     * @throws AllocationFailedException if there is no room.
     */
    public static PrivateMemory allocate(final long bytes)
    {
        if (bytes > MAX_BYTES)
        {
            throw failed(bytes, MAX_BYTES, null);
        }
        try
        {
            return new PrivateMemory(BufferUtil.allocateDirectAligned((int) bytes, PAGE));
        }
        catch (final OutOfMemoryError error)
        {
            throw failed(bytes, Runtime.getRuntime().maxMemory(), error);
        }
    }

    private static AllocationFailedException failed(final long requested, final long available, final Throwable cause)
    {
        final AllocationFailedException failure = new AllocationFailedException(
            "no room for " + requested + " bytes of off-heap memory, at most " + available + " are available");
        failure.with("requested_bytes", requested).with("available_bytes", available);
        if (null != cause)
        {
            failure.initCause(cause);
        }
        return failure;
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return buffer;
    }

    @Override
    public void unlink()
    {
    }

    @Override
    public void close()
    {
        buffer.wrap(0, 0);
    }
}
