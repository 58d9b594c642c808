package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * State of one collective on this rank. What it publishes is one run of bytes behind the head; what it consumes is
 * told peer by peer. Objects are re-used, nothing is allocated between begin and end.
 */
abstract class Operation
{
    /** What the ranks agree on. */
    protected final Signature signature = new Signature();
    /** Validation of arguments. */
    protected final Checks checks;
    /** This rank. */
    protected final int rank;
    /** Number of ranks. */
    protected final int size;
    /** Longest payload of a frame; the chunk of a fold. */
    protected final int maxPayload;

    private int contribution;
    private int published;
    private boolean isHeadPublished;
    private int missingPeers;
    private long sequence;
    private boolean isDone = true;

    Operation(final Seat seat)
    {
        rank = seat.rank();
        size = seat.size();
        maxPayload = seat.maxPayload();
        checks = seat.checks();
    }

    /**
     * Set how many bytes this rank publishes; none means a head only.
     */
    protected final void contribute(final int bytes)
    {
        contribution = bytes;
    }

    /**
     * The operation has its place in the stream.
     */
    final void start(final long newSequence)
    {
        sequence = newSequence;
        published = 0;
        isHeadPublished = false;
        isDone = false;
        missingPeers = 0;
        for (int peer = 0; peer < size; peer++)
        {
            if (peer != rank && awaits(peer))
            {
                missingPeers++;
            }
        }
        onStart();
    }

    /**
     * Publish the next frame.
     *
     * @return false when back-pressured.
     */
    final boolean publishNext(final CollectivePublisher publisher)
    {
        final int left = contribution - published;
        final int length = Math.min(left, maxPayload);
        final boolean isLast = length == left;
        final int phase = isHeadPublished ? 1 : 0;
        final long bytes = isHeadPublished ? left : signature.agreement();
        if (!publisher.publish(this, phase, bytes, isLast, published, length))
        {
            return false;
        }
        published += length;
        isHeadPublished = true;
        return true;
    }

    /**
     * In a group of one nobody reads.
     */
    final void skipPublishing()
    {
        published = contribution;
        isHeadPublished = true;
    }

    final boolean isHeadPublished()
    {
        return isHeadPublished;
    }

    final boolean isPublished()
    {
        return isHeadPublished && published == contribution;
    }

    final int published()
    {
        return published;
    }

    final boolean isReceived()
    {
        return 0 == missingPeers;
    }

    final void onPeerEnd(final int peer)
    {
        if (awaits(peer))
        {
            missingPeers--;
        }
    }

    final void done()
    {
        isDone = true;
    }

    final boolean isDone()
    {
        return isDone;
    }

    final long sequence()
    {
        return sequence;
    }

    final Signature signature()
    {
        return signature;
    }

    /**
     * Called at each start: reset the progress, take the own contribution over.
     */
    abstract void onStart();

    /**
     * Copy a piece of the own contribution into a frame.
     *
     * @param position of the piece in the contribution.
     */
    abstract void fill(MutableDirectBuffer frame, int offset, int position, int length);

    /**
     * Whether this rank's result needs anything of a peer, be it only the head.
     */
    abstract boolean awaits(int peer);

    /**
     * Whether the next frame of a peer may be consumed now. Otherwise it stays in the log.
     */
    boolean accepts(final int peer)
    {
        return true;
    }

    /**
     * Payload bytes that a peer sends.
     */
    abstract int expectedBytes(int peer);

    /**
     * A piece of a peer's contribution; never empty, never beyond {@link #expectedBytes(int)}.
     */
    abstract void onPayload(int peer, int position, DirectBuffer buffer, int offset, int length);
}
