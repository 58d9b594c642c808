package io.cobre.engine.spi;

/**
 * Memory that the ranks of one host share, as files that every rank maps. The creator makes the file, the others map
 * it, and as soon as all have mapped it the creator unlinks it: from then on it dies with its last user.
 */
public interface RegionStore
{
    /**
     * Bytes that a new region may take now.
     *
     * @return bytes.
     */
    long availableBytes();

    /**
     * Create a region of zeros, readable and writable by this user alone, and map it.
     *
     * @param communicatorId communicator that the region belongs to.
     * @param number         of the region in its communicator; never used twice.
     * @param bytes          above 0.
     * @return mapped.
     * @throws io.cobre.engine.AllocationFailedException before anything is mapped, with requested and available bytes.
     */
    StoredRegion create(int communicatorId, long number, long bytes);

    /**
     * Map a region that another rank has created.
     *
     * @param communicatorId as given to {@link #create(int, long, long)}.
     * @param number         as given there.
     * @param bytes          as given there.
     * @return mapped.
     * @throws io.cobre.engine.AllocationFailedException if it is not there or has another size.
     */
    StoredRegion map(int communicatorId, long number, long bytes);
}
