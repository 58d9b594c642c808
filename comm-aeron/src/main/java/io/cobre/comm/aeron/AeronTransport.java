package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.Publication;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;

/**
 * One end of the streams of a communicator: an exclusive publication and an image of every peer.
 */
final class AeronTransport implements Transport
{
    /** Aeron's header and one of ours. */
    private static final int SMALLEST_FRAME = 64;
    private static final int YIELD_AFTER = 100;
    private static final int ADMIN_RETRIES = 3;

    private final StreamPlan plan;
    private final StreamOpening opening;
    private final ClientErrors errors;
    private final Wire wire;
    private final Image[] images;
    private final AeronClaim claim;
    private final FragmentAdapter adapter = new FragmentAdapter();
    private ExclusivePublication publication;
    private int backPressureStreak;
    private boolean isReady;

    AeronTransport(final StreamPlan plan, final Aeron aeron, final ClientErrors errors, final Wire wire)
    {
        this.plan = plan;
        this.errors = errors;
        this.wire = wire;
        images = new Image[plan.size()];
        claim = new AeronClaim(wire);
        opening = new StreamOpening(plan, aeron, wire);
    }

    @Override
    public int rank()
    {
        return plan.rank();
    }

    @Override
    public int size()
    {
        return plan.size();
    }

    @Override
    public boolean isReady()
    {
        if (!isReady && opening.poll())
        {
            publication = opening.publication();
            for (int peer = 0; peer < images.length; peer++)
            {
                images[peer] = opening.image(peer);
            }
            isReady = true;
        }
        return isReady;
    }

    @Override
    public int maxFrameLength()
    {
        return wire.maxPayloadLength();
    }

    @Override
    public int windowFrames()
    {
        return Math.max(1, wire.windowLength() / SMALLEST_FRAME);
    }

    @Override
    public FrameClaim tryClaim(final int length)
    {
        long result = publication.tryClaim(length, claim.bufferClaim());
        for (int i = 0; Publication.ADMIN_ACTION == result && i < ADMIN_RETRIES; i++)
        {
            result = publication.tryClaim(length, claim.bufferClaim());
        }
        if (result > 0)
        {
            backPressureStreak = 0;
            return claim;
        }
        if (Publication.BACK_PRESSURED == result || Publication.ADMIN_ACTION == result)
        {
            onBackPressure();
            return null;
        }
        throw broken(result);
    }

    @Override
    public int poll(final int peer, final FrameHandler handler, final int limit)
    {
        return adapter.poll(images[peer], handler, limit);
    }

    @Override
    public boolean isLive(final int peer)
    {
        final Image image = images[peer];
        return null != image && !image.isClosed() && !image.isEndOfStream();
    }

    @Override
    public int doWork()
    {
        return wire.drive();
    }

    @Override
    public void close()
    {
        opening.close();
    }

    private void onBackPressure()
    {
        if (++backPressureStreak >= YIELD_AFTER)
        {
            Thread.yield();
        }
    }

    private CollectiveFailedException broken(final long result)
    {
        if (Publication.NOT_CONNECTED == result)
        {
            return new CollectiveFailedException(
                CollectiveFailedException.Reason.PEER_LOST,
                "no peer reads the stream of rank " + plan.rank() + " in communicator " + plan.communicator());
        }
        return new CollectiveFailedException(
            CollectiveFailedException.Reason.ABORTED,
            "the stream of rank " + plan.rank() + " in communicator " + plan.communicator() + " is " +
            Publication.errorString(result) + errors.describe());
    }
}
