package io.cobre.engine.spi;

import org.agrona.MutableDirectBuffer;

/**
 * A mapped region.
 */
public interface StoredRegion extends AutoCloseable
{
    /**
     * The memory.
     *
     * @return of capacity 0 after {@link #close()}.
     */
    MutableDirectBuffer buffer();

    /**
     * Remove the name; those who have mapped the region keep it. Idempotent.
     */
    void unlink();

    /**
     * Unmap, and unlink if this rank created the region. Idempotent.
     */
    @Override
    void close();
}
