package io.cobre.engine.collective;

import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;

/**
 * The transport of a group of one: nobody reads, nobody is read.
 */
public final class SoloTransport implements Transport
{
    private static final int FRAME_LENGTH = 64 * 1024;

    @Override
    public int rank()
    {
        return 0;
    }

    @Override
    public int size()
    {
        return 1;
    }

    @Override
    public boolean isReady()
    {
        return true;
    }

    @Override
    public int maxFrameLength()
    {
        return FRAME_LENGTH;
    }

    @Override
    public FrameClaim tryClaim(final int length)
    {
        throw new UnsupportedOperationException("a group of one publishes nothing");
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
