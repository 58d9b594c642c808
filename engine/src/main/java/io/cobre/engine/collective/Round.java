package io.cobre.engine.collective;

import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;
import org.agrona.DirectBuffer;

/**
 * The only outstanding operation, where every rank publishes one frame and awaits one of each peer, and all peers have
 * come as far as this. Then there is little to decide: the frames are taken in rank order, and each is compared with
 * the own head as it lies. A frame that is anything else stays in its stream, and the operation goes on like any other.
 */
final class Round implements FrameHandler
{
    private final Transport transport;
    private final OwnHeads heads;
    private final long[] peerSequence;
    private final int rank;
    private final int size;
    private Operation operation;
    private int peer;
    private boolean isRefused;

    /**
     * Take frames from a transport.
     *
     * @param peerSequence the operation whose frames come next, by peer; moved on for each frame taken.
     */
    Round(final Transport transport, final OwnHeads heads, final long[] peerSequence)
    {
        this.transport = transport;
        this.heads = heads;
        this.peerSequence = peerSequence;
        rank = transport.rank();
        size = transport.size();
    }

    /**
     * Begin.
     *
     * @param newOperation that is on record, null for none.
     */
    void set(final Operation newOperation)
    {
        operation = newOperation;
        peer = 0;
        isRefused = false;
    }

    /**
     * Whether there is one.
     */
    boolean isSet()
    {
        return null != operation;
    }

    /**
     * Take what is there.
     *
     * @return frames.
     */
    int consume()
    {
        int frames = 0;
        while (peer < size)
        {
            if (peer != rank)
            {
                if (transport.poll(peer, this, 1) <= 0)
                {
                    return frames;
                }
                peerSequence[peer]++;
                operation.onPeerEnd(peer);
                frames++;
            }
            peer++;
        }
        return frames;
    }

    /**
     * Whether the frames of all peers have been taken.
     */
    boolean isOver()
    {
        return peer == size;
    }

    /**
     * Whether a frame has been left in its stream.
     */
    boolean isRefused()
    {
        return isRefused;
    }

    @Override
    public Action onFrame(final DirectBuffer buffer, final int offset, final int length)
    {
        final int payloadLength = operation.expectedBytes(peer);
        if (length != OwnHeads.LENGTH + payloadLength ||
            !heads.isHead(operation.sequence(), CollectivePublisher.FLAG_LAST, buffer, offset))
        {
            isRefused = true;
            return Action.ABORT;
        }
        if (payloadLength > 0)
        {
            operation.onPayload(peer, 0, buffer, offset + OwnHeads.LENGTH, payloadLength);
        }
        return Action.BREAK;
    }
}
