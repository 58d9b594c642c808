package io.cobre.engine.local;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.collective.PrivateMemory;
import io.cobre.engine.spi.RegionMemory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Regions of the ranks of one JVM by name.
 */
final class SharedHeap
{
    private final Map<String, PrivateMemory> regions = new ConcurrentHashMap<>();

    RegionMemory create(final String name, final long bytes)
    {
        final PrivateMemory memory = PrivateMemory.allocate(bytes);
        regions.put(name, memory);
        return new View(name, memory);
    }

    RegionMemory map(final String name, final long bytes)
    {
        final PrivateMemory memory = regions.get(name);
        if (null == memory || memory.buffer().capacity() != bytes)
        {
            throw new AllocationFailedException("no region " + name + " of " + bytes + " bytes");
        }
        return new View(name, memory);
    }

    /**
     * One rank's buffer; the memory itself goes with the last of them.
     */
    private final class View implements RegionMemory
    {
        private final String name;
        private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);

        private View(final String name, final PrivateMemory memory)
        {
            this.name = name;
            buffer.wrap(memory.buffer());
        }

        @Override
        public MutableDirectBuffer buffer()
        {
            return buffer;
        }

        @Override
        public void unlink()
        {
            regions.remove(name);
        }

        @Override
        public void close()
        {
            buffer.wrap(0, 0);
        }
    }
}
