package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
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
    /** Longer frames go through the ring, where there is one. */
    private static final int LONGEST_IN_LOG = 512;
    private static final int YIELD_AFTER = 100;
    private static final int ADMIN_RETRIES = 3;

    private final StreamPlan plan;
    private final StreamOpening opening;
    private final ClientErrors errors;
    private final Wire wire;
    private final OperationCounters operations;
    private final PeerStream[] peers;
    private final AeronClaim claim;
    private final BulkWriter bulk;
    private final boolean isMemoryShared;
    private final int maxPayloadLength;
    private final int maxFrameLength;
    private final int longestInLog;
    private ExclusivePublication publication;
    private int backPressureStreak;
    private boolean isReady;

    AeronTransport(
        final StreamPlan plan,
        final Aeron aeron,
        final ClientErrors errors,
        final Wire wire,
        final OperationCounters operations)
    {
        this.plan = plan;
        this.errors = errors;
        this.wire = wire;
        this.operations = operations;
        isMemoryShared = null != wire.regions();
        peers = new PeerStream[plan.size()];
        claim = new AeronClaim(wire);
        opening = new StreamOpening(plan, aeron, wire);
        bulk = null == opening.rings() ? null : opening.rings().writer();
        maxPayloadLength = wire.maxPayloadLength();
        longestInLog = Math.min(LONGEST_IN_LOG, maxPayloadLength);
        maxFrameLength = null == bulk ? maxPayloadLength : StreamLimits.bulkFrameLength(bulk.ring().capacity());
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
            if (isMemoryShared)
            {
                claim.prepares(publication);
            }
            for (int peer = 0; peer < peers.length; peer++)
            {
                final BulkRing ring = null == bulk ? null : opening.rings().ring(peer);
                peers[peer] = peer == plan.rank() ? null :
                    new PeerStream(plan.rank(), opening.image(peer), ring, isMemoryShared);
            }
            isReady = true;
        }
        return isReady;
    }

    @Override
    public int maxFrameLength()
    {
        return maxFrameLength;
    }

    @Override
    public int windowFrames()
    {
        final int untold = isMemoryShared ? PeerStream.UNTOLD_LENGTH : 0;
        return Math.max(1, (wire.windowLength() - untold) / SMALLEST_FRAME);
    }

    @Override
    public FrameClaim tryClaim(final int length)
    {
        if (null == bulk || length <= longestInLog)
        {
            final int claimed = isMemoryShared ? FrameFit.claimLength(length, maxPayloadLength) : length;
            return claimInLog(claimed) ? claim.inLog(length) : null;
        }
        if (!bulk.reserve(length))
        {
            onBackPressure();
            return null;
        }
        return claimInLog(BulkDescriptor.LENGTH) ? claim.inRing(bulk, length) : null;
    }

    private boolean claimInLog(final int length)
    {
        long result = publication.tryClaim(length, claim.bufferClaim());
        for (int i = 0; Publication.ADMIN_ACTION == result && i < ADMIN_RETRIES; i++)
        {
            result = publication.tryClaim(length, claim.bufferClaim());
        }
        if (result > 0)
        {
            backPressureStreak = 0;
            return true;
        }
        if (Publication.BACK_PRESSURED == result || Publication.ADMIN_ACTION == result)
        {
            onBackPressure();
            return false;
        }
        throw broken(result);
    }

    @Override
    public int poll(final int peer, final FrameHandler handler, final int limit)
    {
        return peers[peer].poll(handler, limit);
    }

    @Override
    public boolean lookOut(final int peer, final int times)
    {
        return peers[peer].lookOut(times);
    }

    @Override
    public boolean isLive(final int peer)
    {
        return null != peers[peer] && peers[peer].isLive();
    }

    @Override
    public void operationStarted(final int operation)
    {
        operations.onStart(operation);
    }

    @Override
    public int doWork()
    {
        operations.poll();
        settle();
        return wire.drive();
    }

    private void settle()
    {
        for (int peer = 0; peer < peers.length; peer++)
        {
            if (null != peers[peer])
            {
                peers[peer].settle();
            }
        }
    }

    @Override
    public String impediment()
    {
        return wire.impediment();
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
