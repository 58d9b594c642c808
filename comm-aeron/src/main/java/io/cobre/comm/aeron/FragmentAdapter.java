package io.cobre.comm.aeron;

import io.aeron.Image;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.Header;
import io.aeron.protocol.DataHeaderFlyweight;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;

/**
 * Hands fragments of an image to a frame handler, and long frames from the peer's ring. What the handler throws leaves
 * the fragment in the log and reaches the caller of the poll; Aeron alone would report it elsewhere and step over it.
 */
final class FragmentAdapter implements ControlledFragmentHandler
{
    private final int rank;
    private FrameHandler handler;
    private FrameSpot spot;
    private BulkRing ring;
    private Throwable thrown;

    FragmentAdapter(final int rank)
    {
        this.rank = rank;
    }

    int poll(
        final Image image,
        final FrameSpot peerSpot,
        final BulkRing peerRing,
        final FrameHandler frameHandler,
        final int limit)
    {
        handler = frameHandler;
        spot = peerSpot;
        spot.forget();
        ring = peerRing;
        final int fragments = image.controlledPoll(this, limit);
        if (null != thrown)
        {
            final Throwable cause = thrown;
            thrown = null;
            LangUtil.rethrowUnchecked(cause);
        }
        return fragments;
    }

    @Override
    public Action onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header)
    {
        try
        {
            final long position = BulkDescriptor.position(header);
            final FrameHandler.Action action = position < 0 ? handler.onFrame(buffer, offset, length) :
                onBulk(position, BulkDescriptor.length(buffer, offset));
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
            ring.release(rank, position + BulkRing.aligned(length));
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
