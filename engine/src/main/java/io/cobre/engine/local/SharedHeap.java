package io.cobre.engine.local;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.collective.PrivateMemory;
import io.cobre.engine.spi.RegionMemory;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Regions of the ranks of one JVM by name. The memory lives as long as a rank has a buffer of it.
 */
final class SharedHeap
{
    private final Map<String, WeakReference<ByteBuffer>> regions = new ConcurrentHashMap<>();

    RegionMemory create(final String name, final long bytes)
    {
        final View view = new View(name, PrivateMemory.allocate(bytes).buffer().byteBuffer());
        regions.put(name, new WeakReference<>(view.buffer().byteBuffer()));
        return view;
    }

    RegionMemory map(final String name, final long bytes)
    {
        final WeakReference<ByteBuffer> reference = regions.get(name);
        final ByteBuffer memory = null == reference ? null : reference.get();
        if (null == memory || memory.capacity() != bytes)
        {
            throw new AllocationFailedException("no region " + name + " of " + bytes + " bytes");
        }
        // a duplicate keeps the memory, but not the creator's buffer, who looks whether anybody still refers to that
        return new View(name, memory.duplicate());
    }

    boolean has(final String name)
    {
        return regions.containsKey(name);
    }

    void remove(final String name)
    {
        regions.remove(name);
    }

    /**
     * One rank's buffer; the memory itself goes with the last of them.
     */
    private final class View implements RegionMemory
    {
        private final String name;
        private final UnsafeBuffer buffer;

        private View(final String name, final ByteBuffer memory)
        {
            this.name = name;
            buffer = new UnsafeBuffer(memory);
        }

        @Override
        public MutableDirectBuffer buffer()
        {
            return buffer;
        }

        @Override
        public void unlink()
        {
            remove(name);
        }

        @Override
        public void close()
        {
            buffer.wrap(0, 0);
        }
    }
}
