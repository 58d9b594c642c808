package io.cobre.comm.aeron;

import io.aeron.Aeron;
import java.util.List;

/**
 * Streams over shared memory: readers map the publisher's log, a driver elsewhere moves its limits.
 */
final class IpcWire implements Wire
{
    private static final byte[] NO_ADDRESS = {};

    private final Aeron aeron;
    private final int termLength;
    private final int mtu;
    private final RegionDirectory regions;

    IpcWire(final Aeron aeron, final int termLength, final int mtu, final RegionDirectory regions)
    {
        this.regions = regions;
        this.aeron = aeron;
        this.termLength = termLength;
        this.mtu = mtu;
    }

    @Override
    public byte[] address()
    {
        return NO_ADDRESS.clone();
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
    }

    @Override
    public String publicationChannel(final int sessionId, final int readers)
    {
        return "aeron:ipc?session-id=" + sessionId + "|term-length=" + termLength + "|mtu=" + mtu + "|sparse=false";
    }

    @Override
    public String subscriptionChannel(final int sessionId)
    {
        return "aeron:ipc?session-id=" + sessionId + "|tether=true|rejoin=false";
    }

    @Override
    public String destination(final int worldRank)
    {
        return null;
    }

    @Override
    public int maxPayloadLength()
    {
        return StreamLimits.payloadLength(mtu);
    }

    @Override
    public int windowLength()
    {
        return termLength / 4;
    }

    @Override
    public RegionDirectory regions()
    {
        return regions;
    }

    @Override
    public int drive()
    {
        return 0;
    }

    @Override
    public void flush()
    {
    }

    @Override
    public void close()
    {
        Clients.close(aeron);
    }
}
