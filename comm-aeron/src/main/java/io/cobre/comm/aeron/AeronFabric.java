package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.RegionMemory;
import io.cobre.engine.spi.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.status.CountersReader;

/**
 * One rank's Aeron client and the streams that it has opened.
 */
final class AeronFabric implements Fabric
{
    private final long runId;
    private final Path runDirectory;
    private final int worldRank;
    private final Aeron aeron;
    private final ClientErrors errors;
    private final Wire wire;
    private final OperationCounters operations;
    private final List<AeronTransport> transports = new ArrayList<>();

    AeronFabric(
        final GroupSpec group, final int worldRank, final Aeron aeron, final ClientErrors errors, final Wire wire)
    {
        runId = group.runId();
        runDirectory = group.runDirectory();
        this.worldRank = worldRank;
        this.aeron = aeron;
        this.errors = errors;
        this.wire = wire;
        operations = new OperationCounters(aeron, runId, worldRank);
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
        checkMemory(plan);
        final AeronTransport transport = new AeronTransport(plan, aeron, errors, wire, operations);
        transports.add(transport);
        return transport;
    }

    @Override
    public boolean isMemoryShared()
    {
        return null != wire.regions();
    }

    @Override
    public long availableMemory()
    {
        return regions().availableBytes();
    }

    @Override
    public boolean hasMemory(final String name)
    {
        return regions().has(name);
    }

    @Override
    public void removeMemory(final String name)
    {
        regions().remove(name);
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
    public void openPeerMemory()
    {
        if (null != wire.peerMemory())
        {
            wire.peerMemory().open();
        }
    }

    @Override
    public boolean isReadableByPeers()
    {
        return null != wire.peerMemory() && wire.peerMemory().isReadableByPeers();
    }

    @Override
    public void readPeerMemory(final int peer, final long address, final long target, final int bytes)
    {
        wire.peerMemory().read(peer, address, target, bytes);
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

    /**
     * The streams of all ranks have been preflighted, those of sub-communicators are made later.
     */
    private void checkMemory(final StreamPlan plan)
    {
        if (!plan.isWorld())
        {
            final long requested = plan.size() * wire.bytes(plan);
            final long available = FreeMemory.availableBytes(runDirectory);
            if (requested > available)
            {
                final AllocationFailedException error = new AllocationFailedException(
                    "the streams of " + plan.size() + " ranks need " + requested + " bytes in " + runDirectory +
                    ", available are " + available);
                error.with("requested_bytes", requested).with("available_bytes", available);
                throw error;
            }
        }
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
        if (isMemoryShared())
        {
            regions().close();
        }
        wire.close();
    }
}
