package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.RegionMemory;
import io.cobre.engine.spi.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Memory of one process in the place of files.
 */
final class MemoryFabric implements Fabric
{
    private final Map<String, RegionMemory> memories = new HashMap<>();
    long available = Long.MAX_VALUE;
    boolean isFull;
    int mappings;
    int created;
    boolean isReadable;
    int reads;
    int questions;
    int openings;

    @Override
    public long availableMemory()
    {
        return available;
    }

    @Override
    public RegionMemory createMemory(final String name, final long bytes)
    {
        if (isFull)
        {
            throw new AllocationFailedException("full");
        }
        created++;
        memories.put(name, PrivateMemory.allocate(bytes));
        return memories.get(name);
    }

    @Override
    public RegionMemory mapMemory(final String name, final long bytes)
    {
        assertEquals(bytes, memories.get(name).buffer().capacity());
        mappings++;
        return memories.get(name);
    }

    @Override
    public boolean hasMemory(final String name)
    {
        return memories.containsKey(name);
    }

    @Override
    public void openPeerMemory()
    {
        openings++;
    }

    @Override
    public boolean isReadableByPeers()
    {
        questions++;
        return isReadable;
    }

    @Override
    public void readPeerMemory(final int worldRank, final long address, final long target, final int bytes)
    {
        reads++;
        new UnsafeBuffer(target, bytes).putBytes(0, new UnsafeBuffer(address, bytes), 0, bytes);
    }

    @Override
    public byte[] address()
    {
        throw new UnsupportedOperationException();
    }

    @Override
    public void peers(final List<byte[]> addresses)
    {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transport open(final int streamId, final int[] members)
    {
        throw new UnsupportedOperationException();
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
