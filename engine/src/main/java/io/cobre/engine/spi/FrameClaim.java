package io.cobre.engine.spi;

import org.agrona.MutableDirectBuffer;

/**
 * Claimed space in the own stream.
 */
public interface FrameClaim
{
    /**
     * Where to write.
     *
     * @return the buffer.
     */
    MutableDirectBuffer buffer();

    /**
     * First byte of the frame in {@link #buffer()}.
     *
     * @return bytes.
     */
    int offset();

    /**
     * Length as claimed.
     *
     * @return bytes.
     */
    int length();

    /**
     * Publish the frame.
     */
    void commit();

    /**
     * Give the space back; readers skip it.
     */
    void abort();
}
