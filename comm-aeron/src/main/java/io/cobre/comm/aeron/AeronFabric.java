package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.RegionMemory;
import io.cobre.engine.spi.Transport;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.status.CountersReader;

/**
 * One rank's Aeron client and the streams that it has opened.
 */
final class AeronFabric implements Fabric
{
    private final long runId;
    private final int worldRank;
    private final Aeron aeron;
    private final ClientErrors errors;
    private final Wire wire;
    private final List<AeronTransport> transports = new ArrayList<>();

    AeronFabric(
        final long runId, final int worldRank, final Aeron aeron, final ClientErrors errors, final Wire wire)
    {
        this.runId = runId;
        this.worldRank = worldRank;
        this.aeron = aeron;
        this.errors = errors;
        this.wire = wire;
    }

    @Override
    public byte[] address()
    {
        return wire.address();
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
        wire.peers(addresses);
    }

    @Override
    public Transport open(final int streamId, final int[] members)
    {
        final StreamPlan plan = new StreamPlan(runId, streamId, members.clone(), worldRank);
        final AeronTransport transport = new AeronTransport(plan, aeron, errors, wire);
        transports.add(transport);
        return transport;
    }

    @Override
    public boolean isMemoryShared()
    {
        return null != wire.regions();
    }

    @Override
    public RegionMemory createMemory(final String name, final long bytes)
    {
        return regions().create(name, bytes);
    }

    @Override
    public RegionMemory mapMemory(final String name, final long bytes)
    {
        return regions().map(name, bytes);
    }

    @Override
    public int doWork()
    {
        return wire.drive();
    }

    /**
     * Counters of the driver and of all its clients.
     *
     * @return a live view.
     */
    CountersReader counters()
    {
        return aeron.countersReader();
    }

    private RegionDirectory regions()
    {
        if (null == wire.regions())
        {
            throw new UnsupportedOperationException("the ranks of this group share no memory");
        }
        return wire.regions();
    }

    @Override
    public void close()
    {
        if (!aeron.isClosed())
        {
            transports.forEach(AeronTransport::close);
        }
        wire.close();
    }
}
