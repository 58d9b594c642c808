package io.cobre.engine.collective;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.CommException;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.RegionMemory;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The buffers that this rank has allocated in memory which its peers can map, and those of the peers that it has mapped
 * itself. A buffer is known by its {@link ByteBuffer}, so that views of it are found and foreign memory at an address
 * that was ours once is not. Memory goes with the last reference to its buffer; its name lives as long, because a peer
 * maps it at the first use. Where the system lets processes read each other's memory, peers may read long contributions
 * in other direct buffers, too.
 */
final class SharedBuffers
{
    /** A single buffer takes no more than this part of the memory that is left. */
    private static final int LARGEST_SHARE = 4;
    /** Shorter contributions in memory of one process are always written to the peers. */
    private static final int SHORTEST_READ = 8 * 1024;
    private static final int STAGING_LENGTH = 64 * 1024;

    private final Fabric fabric;
    private final int worldRank;
    private final boolean hasCore;
    private final List<Own> own = new ArrayList<>();
    private final Long2ObjectHashMap<DirectBuffer> mapped = new Long2ObjectHashMap<>();
    private final PushCost pushCost = new PushCost();
    private boolean isOpened;
    private boolean isReadableByPeers;
    private int questions;
    private MutableDirectBuffer staging;
    private int created;

    /**
     * The buffers of a rank.
     *
     * @param hasCore whether every rank has a core. If not, what is written waits for its readers while others have the
     *                core, and owners need not wait for them: peers read nothing but what has been allocated for it.
     */
    SharedBuffers(final Fabric fabric, final int worldRank, final boolean hasCore)
    {
        this.fabric = fabric;
        this.worldRank = worldRank;
        this.hasCore = hasCore;
    }

    /**
     * Allocate where peers can read, or in memory of this process alone if there is little of the other.
     *
     * @param bytes at least 1.
     * @return zeroed and page-aligned.
     */
    MutableDirectBuffer allocate(final int bytes)
    {
        own.removeIf(this::isGone);
        if (bytes <= fabric.availableMemory() / LARGEST_SHARE)
        {
            try
            {
                final int number = created + 1;
                final RegionMemory memory = fabric.createMemory(name(worldRank, number), bytes);
                own.add(new Own(number, memory.buffer()));
                created = number;
                return memory.buffer();
            }
            catch (final AllocationFailedException ignore)
            {
                // others were faster to take what was left
                return PrivateMemory.allocate(bytes).buffer();
            }
        }
        return PrivateMemory.allocate(bytes).buffer();
    }

    /**
     * Find out where the peers can read what lies in a buffer.
     *
     * @param place set if they can, cleared otherwise.
     * @return whether they can.
     */
    boolean find(final DirectBuffer buffer, final int offset, final Place place)
    {
        final ByteBuffer memory = buffer.byteBuffer();
        for (int i = 0; null != memory && i < own.size(); i++)
        {
            final Own candidate = own.get(i);
            if (candidate.memory.refersTo(memory))
            {
                final long position = buffer.addressOffset() + offset - candidate.address;
                place.set(worldRank, candidate.number, candidate.capacity, (int) position);
                bringForward(i, candidate);
                return true;
            }
        }
        place.clear();
        return false;
    }

    /**
     * Whether a contribution in a buffer that is not one of these is such that peers could read it where it lies.
     */
    boolean isReadable(final DirectBuffer buffer, final int bytes)
    {
        return hasCore && bytes >= SHORTEST_READ && null == buffer.byteArray();
    }

    /**
     * Contributions of some length are under way: find out, in the background, whether peers can be read.
     *
     * @param longest bytes of the longest contribution.
     */
    void prepare(final int longest)
    {
        if (!isOpened && hasCore && longest >= SHORTEST_READ)
        {
            isOpened = true;
            fabric.openPeerMemory();
        }
    }

    /**
     * Whether all peers can read in this process; asked less and less often as long as they cannot.
     */
    boolean isReadableByPeers()
    {
        if (!isReadableByPeers && BitUtil.isPowerOfTwo(++questions))
        {
            isReadableByPeers = fabric.isReadableByPeers();
        }
        return isReadableByPeers;
    }

    /**
     * The place of what peers read in the memory of this process.
     */
    void locate(final DirectBuffer buffer, final int offset, final Place place)
    {
        place.setAddress(worldRank, buffer.addressOffset() + offset);
    }

    /**
     * What it costs to write such contributions instead.
     */
    PushCost pushCost()
    {
        return pushCost;
    }

    /**
     * Copy from where a peer's elements lie.
     *
     * @param position of the first byte behind the place.
     * @throws CommException if the place cannot be read.
     */
    void copy(
        final Place place,
        final int position,
        final MutableDirectBuffer target,
        final int targetOffset,
        final int length)
    {
        if (!place.isInProcess())
        {
            target.putBytes(targetOffset, resolve(place), place.offset() + position, length);
        }
        else if (null == target.byteArray())
        {
            final long address = place.address() + position;
            fabric.readPeerMemory(place.owner(), address, target.addressOffset() + targetOffset, length);
        }
        else
        {
            copyByStaging(place.owner(), place.address() + position, target, targetOffset, length);
        }
    }

    private void copyByStaging(
        final int owner, final long address, final MutableDirectBuffer target, final int targetOffset, final int length)
    {
        if (null == staging)
        {
            staging = PrivateMemory.allocate(STAGING_LENGTH).buffer();
        }
        for (int done = 0; done < length; )
        {
            final int piece = Math.min(STAGING_LENGTH, length - done);
            fabric.readPeerMemory(owner, address + done, staging.addressOffset(), piece);
            target.putBytes(targetOffset + done, staging, 0, piece);
            done += piece;
        }
    }

    /**
     * The buffer of a place, mapped at the first use.
     *
     * @throws AllocationFailedException if it cannot be mapped.
     */
    DirectBuffer resolve(final Place place)
    {
        final long key = key(place.owner(), place.number());
        final DirectBuffer known = mapped.get(key);
        return null == known ? map(key, place) : known;
    }

    private DirectBuffer map(final long key, final Place place)
    {
        final DirectBuffer buffer =
            fabric.mapMemory(name(place.owner(), place.number()), place.capacity()).buffer();
        mapped.keySet().removeIf((other) -> !fabric.hasMemory(name((int) (other >>> 32), other.intValue())));
        mapped.put(key, buffer);
        return buffer;
    }

    private void bringForward(final int index, final Own found)
    {
        if (index > 0)
        {
            own.set(index, own.get(index - 1));
            own.set(index - 1, found);
        }
    }

    private boolean isGone(final Own buffer)
    {
        final boolean isGone = buffer.memory.refersTo(null);
        if (isGone)
        {
            fabric.removeMemory(name(worldRank, buffer.number));
        }
        return isGone;
    }

    private static long key(final int owner, final int number)
    {
        return ((long) owner << 32) | number;
    }

    private static String name(final int owner, final int number)
    {
        return "buffer-" + owner + "-" + number;
    }

    /**
     * A buffer of this rank, as long as somebody refers to it.
     */
    private static final class Own
    {
        private final int number;
        private final long address;
        private final int capacity;
        private final WeakReference<ByteBuffer> memory;

        private Own(final int number, final MutableDirectBuffer buffer)
        {
            this.number = number;
            address = buffer.addressOffset();
            capacity = buffer.capacity();
            memory = new WeakReference<>(buffer.byteBuffer());
        }
    }
}
