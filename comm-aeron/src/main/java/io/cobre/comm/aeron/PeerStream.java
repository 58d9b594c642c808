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
    /** More bytes than may have been taken from the log before the image, and with it the writer, is told. */
    static final int UNTOLD_LENGTH = 4096;

    private final int rank;
    private final Image image;
    private final BulkRing ring;
    private final boolean isMemoryShared;
    private final FrameSpot spot = new FrameSpot();
    private FrameHandler handler;
    private Throwable thrown;
    /** Bytes of the frames that have been taken without the image. */
    private int untold;

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
        settle();
        return !image.isClosed() && !image.isEndOfStream();
    }

    /**
     * Hand frames to a handler. What lies at the spot that is looked at is taken from there; the image is told of
     * several such frames at once, here or in {@link #settle()}.
     *
     * @return frames.
     */
    int poll(final FrameHandler frameHandler, final int limit)
    {
        int frames = 0;
        while (frames < limit && isSpotKnown())
        {
            final int length = spot.frameLength();
            if (length <= 0)
            {
                return frames;
            }
            if (!spot.isWholeFrame())
            {
                break;
            }
            final FrameHandler.Action action = take(length, frameHandler);
            if (FrameHandler.Action.ABORT != action)
            {
                frames++;
            }
            if (FrameHandler.Action.CONTINUE != action)
            {
                return frames;
            }
        }
        return frames < limit ? frames + pollImage(frameHandler, limit - frames) : frames;
    }

    private FrameHandler.Action take(final int frameLength, final FrameHandler frameHandler)
    {
        final FrameHandler.Action action = onFrame(
            frameHandler,
            spot.term(),
            spot.offset() + DataHeaderFlyweight.HEADER_LENGTH,
            frameLength - DataHeaderFlyweight.HEADER_LENGTH,
            spot.isEarly(),
            spot.reservedValue());
        if (FrameHandler.Action.ABORT != action)
        {
            untold += CacheLines.alignedFrame(frameLength);
            if (untold >= UNTOLD_LENGTH)
            {
                settle();
            }
        }
        return action;
    }

    private int pollImage(final FrameHandler frameHandler, final int limit)
    {
        settle();
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

    /**
     * Tell the image of the frames that have been taken without it.
     */
    void settle()
    {
        if (untold > 0)
        {
            image.position(image.position() + untold);
            untold = 0;
        }
    }

    boolean lookOut(final int times)
    {
        for (int i = 0; i < times && isSpotKnown(); i++)
        {
            if (spot.frameLength() > 0)
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
            return action(onFrame(
                handler, buffer, offset, length, FrameFit.isEarly(header.flags()), header.reservedValue()));
        }
        catch (final Throwable ex)
        {
            thrown = ex;
            return Action.ABORT;
        }
    }

    private FrameHandler.Action onFrame(
        final FrameHandler frameHandler,
        final DirectBuffer buffer,
        final int offset,
        final int length,
        final boolean isEarly,
        final long reservedValue)
    {
        final FrameHandler.Action action;
        if (isEarly)
        {
            action = frameHandler.onFrame(buffer, offset - FrameFit.EARLY, length + FrameFit.EARLY);
        }
        else if (BulkDescriptor.isDescriptor(length, reservedValue))
        {
            action = onBulk(
                frameHandler, BulkDescriptor.position(reservedValue), BulkDescriptor.length(buffer, offset));
        }
        else
        {
            action = frameHandler.onFrame(buffer, offset, FrameFit.messageLength(length, reservedValue));
        }
        if (FrameHandler.Action.ABORT != action)
        {
            spot.follow(buffer, offset - DataHeaderFlyweight.HEADER_LENGTH, length + DataHeaderFlyweight.HEADER_LENGTH);
        }
        return action;
    }

    private FrameHandler.Action onBulk(final FrameHandler frameHandler, final long position, final int length)
    {
        final FrameHandler.Action action = frameHandler.onFrame(ring.buffer(), ring.offsetOf(position), length);
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
