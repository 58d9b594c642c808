package io.cobre.engine.collective;

import io.cobre.codecs.collective.GathervEncoder;
import io.cobre.engine.ElementType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every rank but the root publishes its elements, the root copies them to their place. Over streams that everybody
 * reads, this saves nothing against an allgatherv: the others pass over what is not for them before they leave, so
 * that nobody's stream fills up behind a rank that has left.
 */
final class GathervOperation extends Operation
{
    private static final String NAME = "gatherv";

    private final UnsafeBuffer from = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer to = new UnsafeBuffer(0, 0);
    private final Regions regions;
    private int root;

    GathervOperation(final Seat seat)
    {
        super(seat);
        regions = new Regions(size);
    }

    GathervOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type,
        final int newRoot)
    {
        checks.root(NAME, newRoot);
        checks.counts(NAME, counts);
        checks.length(NAME, "send", sendCount, counts[rank]);
        checks.range(NAME, "send", send, sendOffset, sendCount, type);
        root = newRoot;
        if (rank == root)
        {
            checks.range(NAME, "recv", recv, recvOffset, 0, type);
            checks.regions(NAME, counts, displacements, (recv.capacity() - recvOffset) / type.size());
            checks.sourceApart(NAME, send, sendOffset, recv, recvOffset, counts, displacements, type);
            regions.set(recvOffset, counts, displacements, type);
            to.wrap(recv);
        }
        else
        {
            regions.set(counts, type);
        }
        signature.varying(GathervEncoder.TEMPLATE_ID, type, null, root, counts, sendCount);
        from.wrap(send, sendOffset, regions.length(rank));
        contribute(rank == root ? 0 : regions.length(rank));
        setRound(regions.longest());
        return this;
    }

    @Override
    void onStart()
    {
        if (rank == root)
        {
            Overlap.copy(from, to, regions.offset(rank), regions.length(rank));
        }
    }

    @Override
    void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
        Copies.put(frame, offset, from, position, length);
    }

    @Override
    boolean awaits(final int peer)
    {
        return true;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return peer == root ? 0 : regions.length(peer);
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        if (rank == root)
        {
            Copies.put(to, regions.offset(peer) + position, buffer, offset, length);
        }
    }
}
