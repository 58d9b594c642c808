package io.cobre.comm.aeron;

import io.cobre.engine.spi.RegionMemory;
import org.agrona.BitUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Shared memory through which the long frames of one rank go to all its readers. The log carries a short frame for
 * each, which tells where it lies: so long frames need no room in the log and no work of the driver.
 * <pre>
 *   0                                128
 *   +--------------------------------+--------------------------------+-- ...
 *   | released by reader 0 (8 bytes) | released by reader 1 (8 bytes) |
 *   +--------------------------------+--------------------------------+-- ...
 *   ... page boundary
 *   +------------------------------------------------------------------------+
 *   | frames, each in one piece from a page on; capacity a power of two      |
 *   +------------------------------------------------------------------------+
 * </pre>
 * Positions count bytes from 0 and never wrap. A reader's slot is 0 until it has mapped the ring; then it is one more
 * than the position up to which it has released the frames. A frame that would cross the end of the ring begins at the
 * start of the next round.
 * <p>
 * Frames share no page: a core that reads a frame fetches what lies behind it ahead of time, but not beyond the page,
 * and so does not take the next frame's lines from the core that is going to write them.
 */
final class BulkRing implements AutoCloseable
{
    private static final int SLOT_LENGTH = 128;
    private static final int PAGE = 4096;

    private final RegionMemory memory;
    private final UnsafeBuffer buffer;
    private final int readers;
    private final int dataOffset;
    private final int capacity;

    /**
     * View of mapped memory.
     *
     * @param memory   of {@link #bytes(int, int)} bytes, zeroed at creation.
     * @param readers  slots, by rank in the communicator; the writer's own stays unused.
     * @param capacity bytes of frames, a power of two.
     */
    BulkRing(final RegionMemory memory, final int readers, final int capacity)
    {
        this.memory = memory;
        this.readers = readers;
        this.capacity = capacity;
        dataOffset = dataOffset(readers);
        buffer = new UnsafeBuffer(memory.buffer(), 0, memory.buffer().capacity());
    }

    /**
     * Size of the memory.
     *
     * @param readers  number of slots.
     * @param capacity bytes of frames.
     * @return bytes.
     */
    static long bytes(final int readers, final int capacity)
    {
        return (long) dataOffset(readers) + capacity;
    }

    /**
     * Space that a frame takes.
     *
     * @param length bytes of the frame.
     * @return bytes.
     */
    static int aligned(final int length)
    {
        return BitUtil.align(length, PAGE);
    }

    MutableDirectBuffer buffer()
    {
        return buffer;
    }

    int capacity()
    {
        return capacity;
    }

    int offsetOf(final long position)
    {
        return dataOffset + (int) (position & (capacity - 1));
    }

    /**
     * Bring the lines of a frame that nobody reads yet to this core, unless it is long; otherwise it ends on its page.
     */
    void own(final long position, final int length)
    {
        CacheLines.own(buffer.addressOffset() + offsetOf(position), length, PAGE);
    }

    /**
     * Tell that this reader has mapped the ring, before the first frame.
     */
    void join(final int reader)
    {
        release(reader, 0);
    }

    /**
     * Give all frames before a position back to the writer.
     */
    void release(final int reader, final long position)
    {
        buffer.putLongRelease(reader * SLOT_LENGTH, position + 1);
    }

    /**
     * Whether all readers have mapped the ring.
     */
    boolean isJoined(final int writer)
    {
        return released(writer) >= 0;
    }

    /**
     * Position up to which all readers have released the frames.
     *
     * @param writer whose slot does not count.
     * @return bytes, -1 if a reader has not joined.
     */
    long released(final int writer)
    {
        long least = Long.MAX_VALUE;
        for (int reader = 0; reader < readers; reader++)
        {
            if (reader != writer)
            {
                least = Math.min(least, buffer.getLongAcquire(reader * SLOT_LENGTH));
            }
        }
        return least - 1;
    }

    /**
     * Remove the name of the memory once all have mapped it.
     */
    void unlink()
    {
        memory.unlink();
    }

    @Override
    public void close()
    {
        buffer.wrap(0, 0);
        memory.close();
    }

    private static int dataOffset(final int readers)
    {
        return BitUtil.align(readers * SLOT_LENGTH, PAGE);
    }
}
