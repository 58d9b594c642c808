package io.cobre.engine.spi;

import org.agrona.MutableDirectBuffer;

/**
 * Memory of a shared region as one rank sees it.
 */
public interface RegionMemory extends AutoCloseable
{
    /**
     * The whole region.
     *
     * @return the same buffer on every call; its capacity is the size of the region.
     */
    MutableDirectBuffer buffer();

    /**
     * Remove the name; the memory lives until the last rank has closed it. Called by its creator once all ranks have
     * mapped it.
     */
    void unlink();

    /**
     * Unmap. Idempotent.
     */
    @Override
    void close();
}
