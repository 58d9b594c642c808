package io.cobre.engine.collective;

import io.cobre.codecs.collective.ScattervEncoder;
import io.cobre.engine.ElementType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The root publishes the parts of the other ranks one after the other, in rank order; each takes its own. Over streams
 * that everybody reads, this saves nothing against a broadcast.
 */
final class ScattervOperation extends Operation
{
    private static final String NAME = "scatterv";

    private final UnsafeBuffer from = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer to = new UnsafeBuffer(0, 0);
    private final Regions regions;
    private int root;
    private int ownStart;

    ScattervOperation(final Seat seat)
    {
        super(seat);
        regions = new Regions(size);
    }

    ScattervOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final int[] counts,
        final int[] displacements,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int recvCount,
        final ElementType type,
        final int newRoot)
    {
        checks.root(NAME, newRoot);
        checks.counts(NAME, counts);
        checks.length(NAME, "recv", recvCount, counts[rank]);
        checks.range(NAME, "recv", recv, recvOffset, recvCount, type);
        root = newRoot;
        if (rank == root)
        {
            checks.range(NAME, "send", send, sendOffset, 0, type);
            checks.regions(NAME, counts, displacements, (send.capacity() - sendOffset) / type.size());
            checks.sourceApart(NAME, recv, recvOffset, send, sendOffset, counts, displacements, type);
            regions.set(sendOffset, counts, displacements, type);
            from.wrap(send);
        }
        else
        {
            regions.set(counts, type);
            ownStart = streamOffset(rank);
        }
        checks.total(NAME, counts, type);
        signature.varying(ScattervEncoder.TEMPLATE_ID, type, null, root, counts, recvCount);
        to.wrap(recv, recvOffset, regions.length(rank));
        contribute(rank == root ? published(regions) : 0);
        return this;
    }

    /**
     * Bytes of the root's stream: all parts but its own.
     */
    private int published(final Regions parts)
    {
        return parts.total() - parts.length(root);
    }

    /**
     * Where a rank's part begins in the root's stream.
     */
    private int streamOffset(final int part)
    {
        int offset = 0;
        for (int i = 0; i < part; i++)
        {
            offset += i == root ? 0 : regions.length(i);
        }
        return offset;
    }

    @Override
    void onStart()
    {
        final int length = regions.length(rank);
        if (rank == root && length > 0 && !Overlap.isSamePlace(from, regions.offset(rank), to, 0))
        {
            Copies.put(to, 0, from, regions.offset(rank), length);
        }
    }

    @Override
    void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
        int partStart = 0;
        for (int part = 0; part < size && partStart < position + length; part++)
        {
            if (part != root)
            {
                final int partEnd = partStart + regions.length(part);
                final int begin = Math.max(position, partStart);
                final int end = Math.min(position + length, partEnd);
                if (begin < end)
                {
                    Copies.put(
                        frame, offset + begin - position, from, regions.offset(part) + begin - partStart, end - begin);
                }
                partStart = partEnd;
            }
        }
    }

    @Override
    boolean awaits(final int peer)
    {
        return peer == root;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return peer == root ? published(regions) : 0;
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        final int begin = Math.max(position, ownStart);
        final int end = Math.min(position + length, ownStart + regions.length(rank));
        if (begin < end)
        {
            Copies.put(to, begin - ownStart, buffer, offset + begin - position, end - begin);
        }
    }
}
