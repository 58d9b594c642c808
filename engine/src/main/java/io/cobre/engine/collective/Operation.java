package io.cobre.engine.collective;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * State of one collective on this rank. What it publishes is one run of bytes behind the head; what it consumes is
 * told peer by peer. Objects are re-used, nothing is allocated between begin and end.
 */
abstract class Operation
{
    /** Contributions up to this many bytes always travel in frames. */
    static final int LONGEST_EAGER = 4096;
    /** Bytes that one poll moves of a contribution that lies elsewhere. */
    static final int SLICE = 256 * 1024;

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
    /** Buffers that peers can read; null where memory cannot be shared. */
    protected final SharedBuffers buffers;

    private boolean isLong;
    private boolean isRound;
    private int contribution;
    private int published;
    private boolean isHeadPublished;
    private int awaitedPeers;
    private int missingPeers;
    private long sequence;
    private boolean isDone = true;

    Operation(final Seat seat)
    {
        rank = seat.rank();
        size = seat.size();
        maxPayload = seat.maxPayload();
        checks = seat.checks();
        buffers = seat.buffers();
    }

    /**
     * Whether contributions may stay where they lie.
     */
    protected final boolean canShare()
    {
        return null != buffers && size > 1;
    }

    /**
     * Set how many bytes this rank publishes; none means a head only.
     */
    protected final void contribute(final int bytes)
    {
        contribution = bytes;
    }

    /**
     * Set whether more is to be done than to publish one run of frames and to take the others'. Only then the methods
     * named after it are called; for other operations they would cost more than what they find out.
     */
    protected final void setLong(final boolean value)
    {
        isLong = value;
    }

    protected final boolean isLong()
    {
        return isLong;
    }

    /**
     * Set whether every rank publishes one frame, awaits one of each peer and is done: then it can end sooner.
     *
     * @param longest bytes of the longest contribution.
     */
    protected final void setRound(final int longest)
    {
        isRound = !isLong && longest <= maxPayload && size > 1;
    }

    final boolean isRound()
    {
        return isRound;
    }

    final int contribution()
    {
        return contribution;
    }

    /**
     * The only frame of a round has been published.
     */
    final void onRoundPublished()
    {
        published = contribution;
        isHeadPublished = true;
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
        onStart();
        awaitedPeers = isRound ? size - 1 : countAwaited();
        missingPeers = awaitedPeers;
    }

    private int countAwaited()
    {
        int awaited = 0;
        for (int peer = 0; peer < size; peer++)
        {
            if (peer != rank && awaits(peer))
            {
                awaited++;
            }
        }
        return awaited;
    }

    /**
     * Publish the next frame.
     *
     * @return false when back-pressured or held up.
     */
    final boolean publishNext(final CollectivePublisher publisher)
    {
        final boolean isPublished = isLong ? publishLong(publisher) : publishChunk(publisher, true);
        if (isPublished)
        {
            onPublished();
        }
        return isPublished;
    }

    /**
     * A frame has been published that is not the only one of a round.
     */
    void onPublished()
    {
    }

    /**
     * Publish the next frame of a long operation.
     *
     * @return false when back-pressured or held up.
     */
    boolean publishLong(final CollectivePublisher publisher)
    {
        return publishChunk(publisher, true);
    }

    /**
     * Publish the next frame of the own contribution.
     *
     * @param isEnd whether nothing of this operation follows the last one.
     * @return false when back-pressured.
     */
    protected final boolean publishChunk(final CollectivePublisher publisher, final boolean isEnd)
    {
        final int left = contribution - published;
        final int length = Math.min(left, maxPayload);
        final boolean isLast = isEnd && length == left;
        if (!publisher.publish(this, sequence, isHeadPublished ? 1 : 0, left, isLast, published, length))
        {
            return false;
        }
        published += length;
        isHeadPublished = true;
        return true;
    }

    /**
     * Publish a head that tells where the own elements lie.
     *
     * @param second null if there is but one place.
     * @param isEnd  whether nothing of this operation follows.
     * @return false when back-pressured.
     */
    protected final boolean publishPlaces(
        final CollectivePublisher publisher, final Place first, final Place second, final boolean isEnd)
    {
        isHeadPublished = publisher.publishPlaces(this, first, second, isEnd);
        return isHeadPublished;
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
        return isLong ? isLongPublished() : isContributed();
    }

    /**
     * Whether nothing of a long operation is left to be published.
     */
    boolean isLongPublished()
    {
        return isContributed();
    }

    /**
     * Whether the head and the whole own contribution have been published.
     */
    protected final boolean isContributed()
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

    /**
     * Whether it has not ended before all peers have done their part.
     */
    final boolean awaitsAll()
    {
        return awaitedPeers == size - 1;
    }

    final void onPeerEnd(final int peer)
    {
        if (isRound || awaits(peer))
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
     * Whether the next frame cannot be published before certain peers have done their part.
     */
    boolean isHeldUp()
    {
        return false;
    }

    /**
     * Whether it is this peer by whom the operation is held up.
     */
    boolean owes(final int peer)
    {
        return false;
    }

    /**
     * Do what needs no frame: copy or fold from where the peers' elements lie.
     *
     * @return work done, 0 if there was none.
     */
    final int advance()
    {
        return isLong ? advanceLong() : 0;
    }

    /**
     * Do what a long operation does without frames.
     *
     * @return work done, 0 if there was none.
     */
    int advanceLong()
    {
        return 0;
    }

    /**
     * A peer tells where its elements lie.
     *
     * @return false if it should not have.
     */
    boolean onPlaces(final int peer, final CollectiveAdapter frame)
    {
        return false;
    }

    /**
     * A peer's contribution has come to its end.
     */
    void onContributed(final int peer)
    {
    }

    /**
     * A peer has reached a later phase of the operation.
     */
    void onSignal(final int peer, final int phase)
    {
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
