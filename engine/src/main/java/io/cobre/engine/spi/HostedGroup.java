package io.cobre.engine.spi;

/**
 * What the ranks of one host share while a group lives.
 */
public interface HostedGroup extends AutoCloseable
{
    /**
     * Release everything, remove its files. Idempotent.
     */
    @Override
    void close();
}
