package io.cobre.comm.aeron;

import io.aeron.logbuffer.BufferClaim;
import io.cobre.engine.spi.FrameClaim;
import org.agrona.MutableDirectBuffer;

/**
 * Claimed space in an Aeron log.
 */
final class AeronClaim implements FrameClaim
{
    private final BufferClaim claim = new BufferClaim();
    private final Wire wire;

    AeronClaim(final Wire wire)
    {
        this.wire = wire;
    }

    BufferClaim bufferClaim()
    {
        return claim;
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return claim.buffer();
    }

    @Override
    public int offset()
    {
        return claim.offset();
    }

    @Override
    public int length()
    {
        return claim.length();
    }

    @Override
    public void commit()
    {
        claim.commit();
        wire.flush();
    }

    @Override
    public void abort()
    {
        claim.abort();
    }
}
