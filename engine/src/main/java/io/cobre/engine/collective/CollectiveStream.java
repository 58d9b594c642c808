package io.cobre.engine.collective;

import io.cobre.codecs.collective.FinEncoder;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;

/**
 * Progress of all outstanding operations of one communicator, oldest first.
 * <p>
 * Nothing of operation n+1 is published before the last byte of operation n. A peer's frame is consumed when its
 * operation has been started here and the own head of that operation is published, so that whoever reports a mismatch
 * has told the others before. An operation that does not need all peers may end while heads of slower ones are still
 * to come; they are compared later, and an operation ends only when no peer is further behind than the window of its
 * stream allows (otherwise a peer could wait for room that only this rank's next call would make).
 */
final class CollectiveStream implements FrameSink
{
    static final int MAX_OUTSTANDING = 256;

    private static final int MAX_LAG = 64;
    private static final int CAPACITY = 512;
    private static final int MASK = CAPACITY - 1;
    private static final int FRAMES_PER_PASS = 8;
    /** So that what has come meanwhile is taken while it is still in the cache. */
    private static final int BYTES_PER_PASS = 128 * 1024;
    /** What a rank publishes of an operation that others may end without it: a head, and that it has read all. */
    private static final int FRAMES_FOR_NOBODY = 2;

    private final Transport transport;
    private final int communicatorId;
    private final int rank;
    private final int size;
    private final int lag;
    private final int framesPerPass;
    private final CollectivePublisher publisher;
    private final CollectiveAdapter adapter = new CollectiveAdapter(this);
    private final Operation[] active = new Operation[CAPACITY];
    private final OwnHeads heads;
    private final Round round;
    private final FirstError error = new FirstError();
    private final long[] peerSequence;
    private final int[] peerPosition;
    private final boolean[] isPeerClosed;
    private long oldest = 1;
    private long publishing = 1;
    private long next = 1;
    private int polledPeer;
    private boolean isLeaving;

    CollectiveStream(final Transport transport, final int communicatorId)
    {
        this.transport = transport;
        this.communicatorId = communicatorId;
        this.rank = transport.rank();
        this.size = transport.size();
        this.lag = Math.min(MAX_LAG, transport.windowFrames() / FRAMES_FOR_NOBODY);
        this.framesPerPass = Math.max(1, Math.min(FRAMES_PER_PASS, BYTES_PER_PASS / transport.maxFrameLength()));
        this.heads = new OwnHeads(communicatorId, CAPACITY);
        this.publisher = new CollectivePublisher(transport, communicatorId, heads);
        this.peerSequence = new long[size];
        this.peerPosition = new int[size];
        this.isPeerClosed = new boolean[size];
        this.round = new Round(transport, heads, peerSequence);
        java.util.Arrays.fill(peerSequence, 1);
    }

    int maxPayload()
    {
        return publisher.maxPayload();
    }

    /**
     * Give an operation its place in the stream.
     */
    void start(final Operation operation)
    {
        record(operation);
        enlist(operation, isRound(operation));
    }

    /**
     * Give an operation its place in the stream and publish what is possible. The frame of a round goes first, and what
     * else is to be done at the start is done while it is on its way.
     */
    void begin(final Operation operation)
    {
        record(operation);
        final boolean isRound = isRound(operation);
        final boolean isPublished = isRound && publisher.publishRound(operation, next);
        enlist(operation, isRound);
        if (isPublished)
        {
            operation.onRoundPublished();
            publishing = next;
        }
        else
        {
            publish();
        }
    }

    private boolean isRound(final Operation operation)
    {
        return operation.isRound() && oldest == next && leastSequence() == next;
    }

    private void record(final Operation operation)
    {
        if (next - oldest >= MAX_OUTSTANDING)
        {
            throw new InvalidCommunicatorException(
                MAX_OUTSTANDING + " operations are outstanding; finish some before starting another");
        }
        heads.record(next, operation.signature());
    }

    private void enlist(final Operation operation, final boolean isRound)
    {
        active[(int) next & MASK] = operation;
        round.set(isRound ? operation : null);
        operation.start(next++);
    }

    /**
     * Publish and consume what is possible now.
     *
     * @return frames moved and operations ended.
     * @throws CollectiveFailedException with reason Mismatch.
     */
    int progress()
    {
        return round.isSet() ? progressRound() : progressAll();
    }

    private int progressAll()
    {
        int work = publish();
        if (size > 1)
        {
            work += consume();
            work += advance();
        }
        return work + complete();
    }

    private int progressRound()
    {
        int work = publishing < next ? publish() : 0;
        if (publishing == next)
        {
            work += round.consume();
            if (round.isRefused())
            {
                round.set(null);
                return work + progressAll();
            }
            if (round.isOver())
            {
                round.set(null);
                work += complete();
            }
        }
        return work;
    }

    /**
     * It takes long: a round becomes an operation like any other. Its frames are taken from whoever has sent them, so
     * that only those who have not are missing.
     *
     * @throws CollectiveFailedException with reason Mismatch.
     */
    void leaveRound()
    {
        if (round.isSet())
        {
            round.set(null);
            progressAll();
        }
    }

    /**
     * Nothing moves: look out for a frame of the first peer that may be consumed.
     *
     * @param times at most; a look costs less than {@link #progress()}.
     * @return whether there may be one.
     */
    boolean lookOut(final int times)
    {
        for (int peer = 0; peer < size; peer++)
        {
            if (peer != rank && mayConsume(peer))
            {
                return transport.lookOut(peer, times);
            }
        }
        return false;
    }

    /**
     * Whether a peer owes something that the operation waits for: its frames, or room for the own ones. A peer whose
     * turn has not come owes nothing: its frames may be in the log. Where all have sent theirs and there is no room, it
     * may be any of them.
     */
    boolean isMissing(final Operation operation, final int peer)
    {
        if (peer == rank)
        {
            return false;
        }
        final long sequence = operation.sequence();
        if (operation.isHeldUp())
        {
            return operation.owes(peer);
        }
        final boolean isAwaited = peerSequence[peer] <= sequence && operation.accepts(peer);
        if (!operation.isPublished())
        {
            return isAwaited || leastSequence() > sequence ||
                peerSequence[peer] <= sequence && !isAnyAwaited(operation);
        }
        return operation.awaits(peer) ? isAwaited : peerSequence[peer] <= sequence - lag;
    }

    private boolean isAnyAwaited(final Operation operation)
    {
        for (int peer = 0; peer < size; peer++)
        {
            if (peer != rank && peerSequence[peer] <= operation.sequence() && operation.accepts(peer))
            {
                return true;
            }
        }
        return false;
    }

    private long leastSequence()
    {
        long least = Long.MAX_VALUE;
        for (int peer = 0; peer < size; peer++)
        {
            least = peer == rank ? least : Math.min(least, peerSequence[peer]);
        }
        return least;
    }

    boolean isClosed(final int peer)
    {
        return isPeerClosed[peer];
    }

    boolean isIdle()
    {
        return oldest == next;
    }

    /**
     * The operation that must end before any other can.
     *
     * @return null if none is outstanding.
     */
    Operation oldestOperation()
    {
        return oldest == next ? null : active[(int) oldest & MASK];
    }

    long lastSequence()
    {
        return next - 1;
    }

    boolean publishFin()
    {
        return 1 == size || publisher.publishFin(next);
    }

    /**
     * After the own last frame: read on until the others' last frames.
     *
     * @return true when no peer will publish or read any more.
     */
    boolean haveAllLeft()
    {
        isLeaving = true;
        boolean haveLeft = true;
        for (int peer = 0; peer < size; peer++)
        {
            polledPeer = peer;
            while (peer != rank && !isPeerClosed[peer] && transport.poll(peer, adapter, framesPerPass) > 0)
            {
                isPeerClosed[peer] |= error.isSet();
            }
            haveLeft &= peer == rank || isPeerClosed[peer] || !transport.isLive(peer);
        }
        return haveLeft;
    }

    /**
     * Publish what is possible now.
     *
     * @return frames.
     */
    int publish()
    {
        int frames = 0;
        while (publishing < next)
        {
            final Operation operation = active[(int) publishing & MASK];
            if (1 == size)
            {
                operation.skipPublishing();
            }
            while (!operation.isPublished())
            {
                if (frames >= framesPerPass || !operation.publishNext(publisher))
                {
                    return frames;
                }
                frames++;
            }
            publishing++;
        }
        return frames;
    }

    private int consume()
    {
        int frames = 0;
        for (int peer = 0; peer < size; peer++)
        {
            while (peer != rank && mayConsume(peer))
            {
                polledPeer = peer;
                final int consumed = transport.poll(peer, adapter, framesPerPass);
                frames += consumed;
                if (consumed <= 0 || error.isSet())
                {
                    break;
                }
            }
        }
        error.rethrow();
        return frames;
    }

    private int advance()
    {
        int work = 0;
        for (long sequence = oldest; sequence <= publishing && sequence < next; sequence++)
        {
            work += active[(int) sequence & MASK].advance();
        }
        return work;
    }

    private boolean mayConsume(final int peer)
    {
        final long sequence = peerSequence[peer];
        if (sequence >= next || sequence > publishing || isPeerClosed[peer])
        {
            return false;
        }
        final Operation operation = active[(int) sequence & MASK];
        return null == operation || operation.isHeadPublished() && operation.accepts(peer);
    }

    private int complete()
    {
        int ended = 0;
        while (oldest < publishing)
        {
            final int index = (int) oldest & MASK;
            final Operation operation = active[index];
            if (!operation.isReceived() || isTooFarAhead(operation))
            {
                break;
            }
            active[index] = null;
            oldest++;
            operation.done();
            ended++;
        }
        return ended;
    }

    private boolean isTooFarAhead(final Operation operation)
    {
        return !operation.awaitsAll() && leastSequence() <= operation.sequence() - lag;
    }

    @Override
    public FrameHandler.Action onFrame(final CollectiveAdapter frame)
    {
        final int peer = polledPeer;
        final long sequence = peerSequence[peer];
        if (frame.hasHead(heads, sequence))
        {
            return onFrame(frame, peer, active[(int) sequence & MASK]);
        }
        return onOther(frame, peer, sequence);
    }

    private FrameHandler.Action onOther(final CollectiveAdapter frame, final int peer, final long sequence)
    {
        if (!frame.decode() || communicatorId != frame.communicator())
        {
            return fail(foreign(peer, frame));
        }
        if (FinEncoder.TEMPLATE_ID == frame.template())
        {
            isPeerClosed[peer] = true;
            return FrameHandler.Action.BREAK;
        }
        if (isLeaving && sequence >= next)
        {
            return FrameHandler.Action.CONTINUE;
        }
        if (0 == frame.phase() && !heads.signature(sequence).matches(frame))
        {
            return fail(Failures.mismatch(rank, heads.signature(sequence), peer, frame, sequence));
        }
        if ((int) sequence != frame.sequence())
        {
            return fail(foreign(peer, frame));
        }
        return onFrame(frame, peer, active[(int) sequence & MASK]);
    }

    private FrameHandler.Action onFrame(final CollectiveAdapter frame, final int peer, final Operation operation)
    {
        if (null != operation && !take(frame, peer, operation))
        {
            return fail(foreign(peer, frame));
        }
        if (frame.isLast())
        {
            peerPosition[peer] = 0;
            peerSequence[peer]++;
            if (null != operation)
            {
                operation.onPeerEnd(peer);
            }
            return FrameHandler.Action.BREAK;
        }
        return null == operation || operation.accepts(peer) ?
            FrameHandler.Action.CONTINUE : FrameHandler.Action.BREAK;
    }

    /**
     * Hand a frame to its operation.
     *
     * @return false if it does not belong there.
     */
    private boolean take(final CollectiveAdapter frame, final int peer, final Operation operation)
    {
        if (frame.phase() > CollectivePublisher.PHASE_DATA)
        {
            operation.onSignal(peer, frame.phase());
            return true;
        }
        if (frame.hasPlaces())
        {
            return operation.onPlaces(peer, frame);
        }
        final int length = frame.payloadLength();
        final int position = peerPosition[peer];
        final int left = operation.expectedBytes(peer) - position;
        if (Math.min(left, operation.maxPayload) != length)
        {
            return false;
        }
        if (length > 0)
        {
            operation.onPayload(peer, position, frame.payload(), frame.payloadOffset(), length);
            peerPosition[peer] = position + length;
        }
        if (length == left)
        {
            operation.onContributed(peer);
        }
        return true;
    }

    private CollectiveFailedException foreign(final int peer, final CollectiveAdapter frame)
    {
        return Failures.foreignFrame(rank, peer, frame, peerSequence[peer]);
    }

    private FrameHandler.Action fail(final CollectiveFailedException failure)
    {
        return error.keep(failure, peerSequence[polledPeer]);
    }
}
