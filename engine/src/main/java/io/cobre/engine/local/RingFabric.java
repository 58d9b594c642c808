package io.cobre.engine.local;

import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.RegionMemory;
import io.cobre.engine.spi.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.UnsafeApi;

/**
 * The attachment of one thread to a group of threads.
 */
final class RingFabric implements Fabric
{
    /**
     * Rings of the whole group by stream and publishing world rank.
     */
    static final class Registry
    {
        private final RingSettings settings;
        private final Map<Long, Ring> rings = new ConcurrentHashMap<>();
        private final SharedHeap heap = new SharedHeap();

        Registry(final RingSettings settings)
        {
            this.settings = settings;
        }

        private Ring ring(final int streamId, final int worldRank, final int readers)
        {
            return rings.computeIfAbsent(
                ((long) streamId << 32) | worldRank,
                (key) -> new Ring(readers, settings.frames(), settings.maxFrameLength()));
        }
    }

    private final Registry registry;
    private final int worldRank;
    private final List<Transport> transports = new ArrayList<>();

    RingFabric(final Registry registry, final int worldRank)
    {
        this.registry = registry;
        this.worldRank = worldRank;
    }

    @Override
    public byte[] address()
    {
        return new byte[0];
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
    }

    @Override
    public Transport open(final int streamId, final int[] members)
    {
        final Ring[] rings = new Ring[members.length];
        int rank = -1;
        for (int i = 0; i < members.length; i++)
        {
            rings[i] = registry.ring(streamId, members[i], members.length - 1);
            rank = members[i] == worldRank ? i : rank;
        }
        final Transport transport = new RingTransport(rank, rings, registry.settings);
        transports.add(transport);
        return transport;
    }

    @Override
    public int doWork()
    {
        return 0;
    }

    @Override
    public boolean isMemoryShared()
    {
        return true;
    }

    @Override
    public long availableMemory()
    {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean hasMemory(final String name)
    {
        return registry.heap.has(name);
    }

    @Override
    public void removeMemory(final String name)
    {
        registry.heap.remove(name);
    }

    @Override
    public RegionMemory createMemory(final String name, final long bytes)
    {
        return registry.heap.create(name, bytes);
    }

    @Override
    public RegionMemory mapMemory(final String name, final long bytes)
    {
        return registry.heap.map(name, bytes);
    }

    @Override
    public boolean isReadableByPeers()
    {
        return true;
    }

    /**
     * Peers are threads of this process.
     */
    @Override
    public void readPeerMemory(final int peer, final long address, final long target, final int bytes)
    {
        UnsafeApi.copyMemory(null, address, null, target, bytes);
    }

    @Override
    public void close()
    {
        transports.forEach(Transport::close);
    }
}
