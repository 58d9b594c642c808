package io.cobre.engine.spi;

import java.util.List;

/**
 * The attachment of one rank to its group. Used by the rank's thread alone.
 */
public interface Fabric extends AutoCloseable
{
    /**
     * How the peers reach this rank; carried by the control plane, opaque to it.
     *
     * @return may be empty.
     */
    byte[] address();

    /**
     * Learn the peers' addresses.
     *
     * @param addresses by rank.
     */
    void peers(List<byte[]> addresses);

    /**
     * Begin to open the streams of a communicator; {@link Transport#isReady()} tells when they are there.
     *
     * @param streamId communicator id; 0 is the group of all ranks.
     * @param members  world ranks of the members in the order of their rank in the communicator.
     * @return this rank's end.
     */
    Transport open(int streamId, int[] members);

    /**
     * Work that must be done now and then on the rank's thread (conductors, an invoked driver).
     *
     * @return work done, 0 if idle.
     */
    int doWork();

    /**
     * Whether all ranks of this group can map the same memory. If not, every rank has regions of its own.
     *
     * @return true when {@link #createMemory(String, long)} and {@link #mapMemory(String, long)} work.
     */
    default boolean isMemoryShared()
    {
        return false;
    }

    /**
     * Room for memory that all ranks can map.
     *
     * @return bytes; what is created in the meantime makes it less.
     */
    default long availableMemory()
    {
        return 0;
    }

    /**
     * Create zeroed memory that the other ranks can map.
     *
     * @param name  unique among the living regions of the run; letters, digits and hyphens.
     * @param bytes size, at least 1.
     * @return the memory.
     * @throws io.cobre.engine.AllocationFailedException if there is no room, before anything is mapped.
     */
    default RegionMemory createMemory(final String name, final long bytes)
    {
        throw new UnsupportedOperationException("no shared memory");
    }

    /**
     * Map memory that another rank has created.
     *
     * @param name  as created.
     * @param bytes as created.
     * @return the memory.
     * @throws io.cobre.engine.AllocationFailedException if it cannot be mapped.
     */
    default RegionMemory mapMemory(final String name, final long bytes)
    {
        throw new UnsupportedOperationException("no shared memory");
    }

    /**
     * Whether there is memory of a name.
     *
     * @param name as created.
     * @return false once it has been unlinked or removed.
     */
    default boolean hasMemory(final String name)
    {
        return false;
    }

    /**
     * Remove the name of memory that this rank has created and has no more reference to. Idempotent.
     *
     * @param name as created.
     */
    default void removeMemory(final String name)
    {
        throw new UnsupportedOperationException("no shared memory");
    }

    /**
     * Begin to find out whether this rank can read what lies off-heap in the processes of all others, and tell them.
     * Returns at once. Idempotent.
     */
    default void openPeerMemory()
    {
    }

    /**
     * Whether all others have told that they can read what lies off-heap in this process.
     *
     * @return true for ever once {@link #readPeerMemory(int, long, long, int)} works for all of them.
     */
    default boolean isReadableByPeers()
    {
        return false;
    }

    /**
     * Copy from the memory of another rank's process.
     *
     * @param worldRank whose memory.
     * @param address   there, as that rank has told.
     * @param target    address in this process.
     * @param bytes     at least 1.
     * @throws io.cobre.engine.CommException if the memory or the process is gone.
     */
    default void readPeerMemory(final int worldRank, final long address, final long target, final int bytes)
    {
        throw new UnsupportedOperationException("no way into the memory of peers");
    }

    /**
     * Close all transports and unmap. The control plane calls this after BYE.
     */
    @Override
    void close();
}
