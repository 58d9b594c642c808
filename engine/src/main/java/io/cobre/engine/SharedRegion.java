package io.cobre.engine;

import org.agrona.MutableDirectBuffer;

/**
 * Memory that the ranks of one host share. Where memory cannot be shared ({@link #isShared()} is false) every rank is
 * leader of a region of its own with the same interface: whoever is leader fills the whole region.
 */
public interface SharedRegion extends AutoCloseable
{
    /**
     * The region, zeroed at creation.
     *
     * @return the same buffer on every call; its capacity is the size of the region.
     */
    MutableDirectBuffer buffer();

    /**
     * Whether the ranks see each other's writes.
     *
     * @return false for memory of this rank alone.
     */
    boolean isShared();

    /**
     * Whether this rank fills what is common to all.
     *
     * @return true on rank 0 of a shared region, and on every rank if memory is not shared.
     */
    boolean isLeader();

    /**
     * Collective: all that any rank wrote before is visible to all ranks after it.
     *
     * @throws InvalidCommunicatorException if the region or its communicator has been closed.
     * @throws CollectiveFailedException    if the communicator has failed or fails meanwhile.
     */
    void fence();

    /**
     * Unmap; the buffer must not be used any more. The other ranks keep theirs. Idempotent.
     */
    @Override
    void close();
}
