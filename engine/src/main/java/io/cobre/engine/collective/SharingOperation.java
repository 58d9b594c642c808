package io.cobre.engine.collective;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/**
 * An operation that moves elements without changing them. Short contributions travel in frames. A long one stays where
 * it lies if the peers can read it there, and had better do so: the head names the place, every reader copies once, and
 * the source is not given back before all have told that they are done.
 * <pre>
 *   rank r                                             every other rank
 *     | head(phase 0) with a place, or with chunks       |
 *     |=================================================>|  copies from there
 *     | head(phase 3, last): has copied what it needs    |
 *     |=================================================>|  has its source back when all have said so
 * </pre>
 * Whether an operation is long is agreed, since counts are; who has a place and who sends chunks is each rank's own
 * affair.
 */
abstract class SharingOperation extends Operation
{
    /** A piece that is read in another process; each costs a call of the system, a microsecond or so. */
    private static final int READ_SLICE = 1024 * 1024;

    private final NanoClock clock;
    private final Place ownPlace = new Place();
    private final Place[] places;
    private final boolean[] isPlaced;
    private final int[] copied;
    private final boolean[] isOwed;
    private int owed;
    private int open;
    private DirectBuffer source;
    /** Bytes of the own contribution if peers could read it in this process, 0 if not. */
    private int readable;
    private boolean isShared;
    private boolean isMeasured;
    private boolean isReleased;

    SharingOperation(final Seat seat)
    {
        super(seat);
        clock = seat.clock();
        places = new Place[size];
        Arrays.setAll(places, (peer) -> new Place());
        isPlaced = new boolean[size];
        copied = new int[size];
        isOwed = new boolean[size];
    }

    /**
     * Find out how the own contribution goes to the peers.
     *
     * @param newSource with the own contribution at its beginning.
     * @param bytes     of the own contribution.
     * @param longest   bytes of the longest contribution, equal on all ranks.
     */
    final void share(final DirectBuffer newSource, final int bytes, final int longest)
    {
        setLong(longest > LONGEST_EAGER && canShare());
        source = newSource;
        isShared = isLong() && bytes > LONGEST_EAGER && buffers.find(source, 0, ownPlace);
        readable = isLong() && !isShared && buffers.isReadable(source, bytes) ? bytes : 0;
        isMeasured = false;
        if (isLong())
        {
            buffers.prepare(longest);
        }
    }

    /**
     * Whether the own contribution stays where it is.
     */
    final boolean isShared()
    {
        return isShared;
    }

    /**
     * Whether this rank needs the contribution of a peer.
     */
    abstract boolean needs(int peer);

    /**
     * Whether this rank's result has what it needs of the own contribution.
     */
    boolean isOwnTaken()
    {
        return true;
    }

    @Override
    void onStart()
    {
        if (readable > 0)
        {
            chooseWay();
        }
        if (isLong())
        {
            resetLong();
        }
    }

    /**
     * Whether the own contribution, in memory of this process alone, is read there or written to the peers.
     */
    private void chooseWay()
    {
        isShared = !buffers.pushCost().choosePush(readable) && buffers.isReadableByPeers();
        isMeasured = buffers.pushCost().isDue();
        buffers.locate(source, 0, ownPlace);
    }

    private void resetLong()
    {
        owed = 0;
        open = 0;
        isReleased = false;
        for (int peer = 0; peer < size; peer++)
        {
            isOwed[peer] = peer != rank && needs(peer);
            owed += isOwed[peer] ? 1 : 0;
            isPlaced[peer] = false;
            copied[peer] = 0;
        }
    }

    @Override
    final boolean awaits(final int peer)
    {
        return isLong() ? isShared : needs(peer);
    }

    @Override
    final boolean publishLong(final CollectivePublisher publisher)
    {
        final boolean isOver = 0 == owed && isOwnTaken();
        if (isShared ? isHeadPublished() : isContributed())
        {
            isReleased = isOver && publisher.publishSignal(this, CollectivePublisher.PHASE_RELEASE, true);
            return isReleased;
        }
        // a root, who needs nothing of the others, does not publish another frame to say so
        final boolean isPublished = publishContribution(publisher, isOver);
        isReleased = isPublished && isOver && (isShared || isContributed());
        return isPublished;
    }

    private boolean publishContribution(final CollectivePublisher publisher, final boolean isEnd)
    {
        if (isShared)
        {
            return publishPlaces(publisher, ownPlace, null, isEnd);
        }
        return isMeasured ? publishMeasured(publisher, isEnd) : publishChunk(publisher, isEnd);
    }

    /**
     * The first chunk tells what all cost.
     */
    private boolean publishMeasured(final CollectivePublisher publisher, final boolean isEnd)
    {
        final long startNs = clock.nanoTime();
        final boolean isPublished = publishChunk(publisher, isEnd);
        if (isPublished)
        {
            isMeasured = false;
            buffers.pushCost().onPushed(published(), clock.nanoTime() - startNs);
        }
        return isPublished;
    }

    @Override
    final boolean isLongPublished()
    {
        return isReleased;
    }

    @Override
    final boolean isHeldUp()
    {
        return isLong() && owed > 0 && isHeadPublished() && (isShared || isContributed());
    }

    @Override
    final boolean owes(final int peer)
    {
        return isOwed[peer];
    }

    @Override
    final boolean onPlaces(final int peer, final CollectiveAdapter frame)
    {
        frame.place(0, places[peer]);
        if (!isLong() || !isOwed[peer] || !places[peer].holds(expectedBytes(peer)))
        {
            return false;
        }
        open++;
        isPlaced[peer] = true;
        return true;
    }

    @Override
    final void onContributed(final int peer)
    {
        if (isLong() && isOwed[peer])
        {
            isOwed[peer] = false;
            owed--;
        }
    }

    @Override
    int advanceLong()
    {
        int work = 0;
        for (int peer = 0; open > 0 && peer < size; peer++)
        {
            if (isPlaced[peer])
            {
                copySlice(peer);
                work++;
            }
        }
        return work;
    }

    /**
     * Copy a piece of a peer's contribution from where it lies.
     */
    abstract void copyFrom(int peer, Place place, int position, int length);

    private void copySlice(final int peer)
    {
        final int position = copied[peer];
        final int left = expectedBytes(peer) - position;
        final int length = Math.min(left, places[peer].isInProcess() ? READ_SLICE : SLICE);
        copyFrom(peer, places[peer], position, length);
        copied[peer] = position + length;
        if (length == left)
        {
            isPlaced[peer] = false;
            open--;
            onContributed(peer);
        }
    }
}
