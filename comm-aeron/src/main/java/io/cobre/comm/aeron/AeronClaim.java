package io.cobre.comm.aeron;

import io.aeron.ExclusivePublication;
import io.aeron.logbuffer.BufferClaim;
import io.cobre.engine.spi.FrameClaim;
import org.agrona.MutableDirectBuffer;

/**
 * Claimed space in an Aeron log, or in a ring with a short frame in the log that tells where.
 */
final class AeronClaim implements FrameClaim
{
    private final BufferClaim claim = new BufferClaim();
    private final Wire wire;
    private ExclusivePublication publication;
    private BulkWriter bulk;
    private int length;
    private int early;

    AeronClaim(final Wire wire)
    {
        this.wire = wire;
    }

    /**
     * The log is in shared memory, where peers read what is written.
     *
     * @param sharedLog whose next frame is to be prepared after each.
     */
    void prepares(final ExclusivePublication sharedLog)
    {
        publication = sharedLog;
    }

    BufferClaim bufferClaim()
    {
        return claim;
    }

    /**
     * The frame is in the log.
     *
     * @param messageLength at most what has been claimed there, or {@link FrameFit#EARLY} more.
     */
    AeronClaim inLog(final int messageLength)
    {
        bulk = null;
        length = messageLength;
        early = 0;
        if (claim.length() < messageLength)
        {
            early = FrameFit.EARLY;
            claim.flags(FrameFit.EARLY_FLAGS);
        }
        else if (claim.length() > messageLength)
        {
            claim.reservedValue(FrameFit.reservedValue(messageLength, claim.length()));
        }
        return this;
    }

    /**
     * The frame is in the ring where the writer has reserved space.
     */
    AeronClaim inRing(final BulkWriter writer, final int messageLength)
    {
        bulk = writer;
        length = messageLength;
        return this;
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return null == bulk ? claim.buffer() : bulk.ring().buffer();
    }

    @Override
    public int offset()
    {
        return null == bulk ? claim.offset() - early : bulk.offset();
    }

    @Override
    public int length()
    {
        return length;
    }

    @Override
    public void commit()
    {
        if (null != bulk)
        {
            BulkDescriptor.encode(claim, bulk.start(), length);
            bulk.commit();
        }
        claim.commit();
        if (null != publication)
        {
            prepareNext();
        }
        wire.flush();
    }

    @Override
    public void abort()
    {
        claim.abort();
    }

    private void prepareNext()
    {
        final int frame = CacheLines.alignedFrame(claim.buffer().capacity());
        final int room = publication.termBufferLength() - publication.termOffset();
        CacheLines.own(claim.buffer().addressOffset() + frame, frame, room);
        if (null != bulk)
        {
            bulk.prepareNext();
        }
    }
}
