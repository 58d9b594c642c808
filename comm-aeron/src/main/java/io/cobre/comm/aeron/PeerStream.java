package io.cobre.comm.aeron;

import io.aeron.Image;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.Header;
import io.aeron.protocol.DataHeaderFlyweight;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;

/**
 * The stream of a peer: hands fragments of its image to a frame handler, and long frames from its ring. What the
 * handler throws leaves the fragment in the log and reaches the caller of the poll; Aeron alone would report it
 * elsewhere and step over it.
 */
final class PeerStream implements ControlledFragmentHandler
{
    private final int rank;
    private final Image image;
    private final BulkRing ring;
    private final boolean isMemoryShared;
    private final FrameSpot spot = new FrameSpot();
    private FrameHandler handler;
    private Throwable thrown;

    /**
     * Read a stream.
     *
     * @param rank           that reads.
     * @param image          of the peer's publication.
     * @param ring           of the peer, null if it has none.
     * @param isMemoryShared whether the image is the log that the peer writes.
     */
    PeerStream(final int rank, final Image image, final BulkRing ring, final boolean isMemoryShared)
    {
        this.rank = rank;
        this.image = image;
        this.ring = ring;
        this.isMemoryShared = isMemoryShared;
    }

    boolean isLive()
    {
        return !image.isClosed() && !image.isEndOfStream();
    }

    int poll(final FrameHandler frameHandler, final int limit)
    {
        if (isSpotKnown() && !spot.hasFrame())
        {
            return 0;
        }
        handler = frameHandler;
        spot.forget();
        final int fragments = image.controlledPoll(this, limit);
        if (null != thrown)
        {
            final Throwable cause = thrown;
            thrown = null;
            LangUtil.rethrowUnchecked(cause);
        }
        return fragments;
    }

    boolean lookOut(final int times)
    {
        for (int i = 0; i < times && isSpotKnown(); i++)
        {
            if (spot.hasFrame())
            {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private boolean isSpotKnown()
    {
        return isMemoryShared && spot.isKnown() && !image.isClosed();
    }

    @Override
    public Action onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header)
    {
        try
        {
            final FrameHandler.Action action = BulkDescriptor.isDescriptor(length, header) ?
                onBulk(BulkDescriptor.position(header), BulkDescriptor.length(buffer, offset)) :
                handler.onFrame(buffer, offset, length);
            if (FrameHandler.Action.ABORT != action)
            {
                final int end = CacheLines.alignedFrame(offset + length);
                spot.follow(
                    buffer.addressOffset(),
                    buffer.capacity(),
                    end,
                    end - offset + DataHeaderFlyweight.HEADER_LENGTH);
            }
            return action(action);
        }
        catch (final Throwable ex)
        {
            thrown = ex;
            return Action.ABORT;
        }
    }

    private FrameHandler.Action onBulk(final long position, final int length)
    {
        final FrameHandler.Action action = handler.onFrame(ring.buffer(), ring.offsetOf(position), length);
        if (FrameHandler.Action.ABORT != action)
        {
            final long end = position + BulkRing.aligned(length);
            spot.followBulk(ring.address(end, length), length);
            ring.release(rank, end);
        }
        return action;
    }

    private static Action action(final FrameHandler.Action action)
    {
        switch (action)
        {
            case CONTINUE:
                return Action.CONTINUE;

            case BREAK:
                return Action.BREAK;

            default:
                return Action.ABORT;
        }
    }
}
