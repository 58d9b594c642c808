package io.cobre.engine.collective;

import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;

/**
 * Neither takes nor has frames.
 */
public class IdleTransport implements Transport
{
    private final int rank;
    private final int size;
    private final int maxFrameLength;

    /**
     * One end of a group that is ready at once.
     *
     * @param rank           of this end.
     * @param size           of the group.
     * @param maxFrameLength bytes.
     */
    public IdleTransport(final int rank, final int size, final int maxFrameLength)
    {
        this.rank = rank;
        this.size = size;
        this.maxFrameLength = maxFrameLength;
    }

    @Override
    public int rank()
    {
        return rank;
    }

    @Override
    public int size()
    {
        return size;
    }

    @Override
    public boolean isReady()
    {
        return true;
    }

    @Override
    public int maxFrameLength()
    {
        return maxFrameLength;
    }

    @Override
    public FrameClaim tryClaim(final int length)
    {
        return null;
    }

    @Override
    public int poll(final int peer, final FrameHandler handler, final int limit)
    {
        return 0;
    }

    @Override
    public boolean isLive(final int peer)
    {
        return true;
    }

    @Override
    public int doWork()
    {
        return 0;
    }

    @Override
    public void close()
    {
    }
}
