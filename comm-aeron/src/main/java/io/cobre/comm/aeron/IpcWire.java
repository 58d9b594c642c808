package io.cobre.comm.aeron;

import io.aeron.Aeron;
import java.util.List;

/**
 * Streams over shared memory: readers map the publisher's log, a driver elsewhere moves its limits.
 */
final class IpcWire implements Wire
{
    private final Aeron aeron;
    private final int termLength;
    private final int mtu;
    private final int ringLength;
    private final RegionDirectory regions;
    private final DriverWatch driver;
    private final PeerMemory peerMemory;

    IpcWire(
        final Aeron aeron,
        final DriverWatch driver,
        final int termLength,
        final int mtu,
        final int ringLength,
        final RegionDirectory regions,
        final PeerMemory peerMemory)
    {
        this.aeron = aeron;
        this.driver = driver;
        this.termLength = termLength;
        this.mtu = mtu;
        this.ringLength = ringLength;
        this.regions = regions;
        this.peerMemory = peerMemory;
    }

    @Override
    public byte[] address()
    {
        return peerMemory.address();
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
        peerMemory.peers(addresses);
    }

    @Override
    public String publicationChannel(final StreamPlan plan)
    {
        return "aeron:ipc?session-id=" + plan.sessionId(plan.rank()) + "|term-length=" + termLength(plan) +
            "|mtu=" + mtu + "|sparse=false";
    }

    @Override
    public BulkRings rings(final StreamPlan plan)
    {
        return 0 == ringLength ? null : new BulkRings(plan, regions, ringLength(plan));
    }

    @Override
    public long bytes(final StreamPlan plan)
    {
        final long ring = 0 == ringLength ? 0 : BulkRing.bytes(plan.size(), ringLength(plan));
        return StreamLimits.logLength(termLength(plan)) + ring;
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
        return StreamLimits.shortTerm(termLength, mtu) / 4;
    }

    @Override
    public RegionDirectory regions()
    {
        return regions;
    }

    @Override
    public PeerMemory peerMemory()
    {
        return peerMemory;
    }

    @Override
    public int drive()
    {
        driver.check();
        return 0;
    }

    @Override
    public void flush()
    {
    }

    @Override
    public String impediment()
    {
        return driver.impediment();
    }

    @Override
    public void close()
    {
        peerMemory.close();
        Clients.close(aeron);
        driver.close();
    }

    private int termLength(final StreamPlan plan)
    {
        return plan.isWorld() ? termLength : StreamLimits.shortTerm(termLength, mtu);
    }

    private int ringLength(final StreamPlan plan)
    {
        return plan.isWorld() ? ringLength : ringLength / 2;
    }
}
