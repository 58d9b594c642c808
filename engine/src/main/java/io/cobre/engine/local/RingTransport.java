package io.cobre.engine.local;

import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;

/**
 * One rank's end of the rings of a communicator. In the ring of publisher p, reader numbers are the ranks without p.
 */
final class RingTransport implements Transport
{
    private final int rank;
    private final Ring[] rings;
    private final RingSettings settings;

    RingTransport(final int rank, final Ring[] rings, final RingSettings settings)
    {
        this.rank = rank;
        this.rings = rings;
        this.settings = settings;
    }

    @Override
    public int rank()
    {
        return rank;
    }

    @Override
    public int size()
    {
        return rings.length;
    }

    @Override
    public boolean isReady()
    {
        return true;
    }

    @Override
    public int maxFrameLength()
    {
        return settings.maxFrameLength();
    }

    @Override
    public int windowFrames()
    {
        return settings.frames();
    }

    @Override
    public FrameClaim tryClaim(final int length)
    {
        return rings[rank].tryClaim(length);
    }

    @Override
    public int poll(final int peer, final FrameHandler handler, final int limit)
    {
        return rings[peer].poll(readerOf(peer), handler, limit);
    }

    @Override
    public boolean isLive(final int peer)
    {
        return !rings[peer].isDrained(readerOf(peer));
    }

    private int readerOf(final int peer)
    {
        return rank < peer ? rank : rank - 1;
    }

    @Override
    public int doWork()
    {
        return 0;
    }

    @Override
    public void close()
    {
        rings[rank].close();
    }
}
