package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every rank publishes its elements; pieces are copied to their place in whatever order they come. Also under the
 * names of operations that agree on something by exchanging a few numbers.
 */
final class AllgathervOperation extends SharingOperation
{
    private static final String NAME = "allgatherv";

    private final UnsafeBuffer from = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer to = new UnsafeBuffer(0, 0);
    private final Regions regions;
    private int ownLeft;

    AllgathervOperation(final Seat seat)
    {
        super(seat);
        regions = new Regions(size);
    }

    AllgathervOperation begin(
        final int template,
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        if (!regions.isSame(recvOffset, counts, displacements, type) || regions.end() > recv.capacity())
        {
            checks.range(NAME, "recv", recv, recvOffset, 0, type);
            checks.regions(NAME, counts, displacements, (recv.capacity() - recvOffset) / type.size());
            regions.set(recvOffset, counts, displacements, type);
        }
        checks.length(NAME, "send", sendCount, counts[rank]);
        checks.range(NAME, "send", send, sendOffset, sendCount, type);
        checks.sourceApart(NAME, send, sendOffset, recv, recvOffset, counts, displacements, type);
        signature.varying(template, type, null, 0, regions.countsHash(), sendCount);
        from.wrap(send, sendOffset, regions.length(rank));
        to.wrap(recv);
        contribute(regions.length(rank));
        share(from, regions.length(rank), regions.longest());
        setRound(regions.longest());
        return this;
    }

    @Override
    void onStart()
    {
        super.onStart();
        ownLeft = Overlap.isSamePlace(from, 0, to, regions.offset(rank)) ? 0 : regions.length(rank);
        if (isRound() || 1 == size)
        {
            copyOwn(ownLeft);
        }
    }

    /**
     * A chunk is on its way, and its elements are in the cache still.
     */
    @Override
    void onPublished()
    {
        if (!isShared())
        {
            copyOwn(ownLeft - (contribution() - published()));
        }
    }

    /**
     * The peers have been told first where to read; then there is time for this.
     */
    @Override
    int advanceLong()
    {
        return super.advanceLong() + (isShared() ? copyOwn(Math.min(ownLeft, SLICE)) : 0);
    }

    private int copyOwn(final int length)
    {
        if (length <= 0)
        {
            return 0;
        }
        final int position = regions.length(rank) - ownLeft;
        Copies.put(to, regions.offset(rank) + position, from, position, length);
        ownLeft -= length;
        return 1;
    }

    /**
     * What has been sent in chunks has been taken when the last one is published.
     */
    @Override
    boolean isOwnTaken()
    {
        return !isShared() || 0 == ownLeft;
    }

    @Override
    void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
        Copies.put(frame, offset, from, position, length);
    }

    @Override
    boolean needs(final int peer)
    {
        return true;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return regions.length(peer);
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        Copies.put(to, regions.offset(peer) + position, buffer, offset, length);
    }

    @Override
    void copyFrom(final int peer, final Place place, final int position, final int length)
    {
        buffers.copy(place, position, to, regions.offset(peer) + position, length);
    }
}
