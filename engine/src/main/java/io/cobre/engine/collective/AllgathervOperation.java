package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllgathervEncoder;
import io.cobre.engine.ElementType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Every rank publishes its elements; pieces are copied to their place in whatever order they come.
 */
final class AllgathervOperation extends Operation
{
    private final UnsafeBuffer destination = new UnsafeBuffer(0, 0);
    private final int[] offsets;
    private final int[] lengths;

    AllgathervOperation(final int rank, final int size, final int maxPayload)
    {
        super(rank, size, maxPayload);
        offsets = new int[size];
        lengths = new int[size];
    }

    AllgathervOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        signature.varying(AllgathervEncoder.TEMPLATE_ID, type, null, 0, counts, counts[rank]);
        for (int i = 0; i < size; i++)
        {
            offsets[i] = recvOffset + displacements[i] * type.size();
            lengths[i] = counts[i] * type.size();
        }
        destination.wrap(recv);
        contribute(send, sendOffset, lengths[rank]);
        return this;
    }

    @Override
    void onStart()
    {
        Overlap.copy(source(), destination, offsets[rank], lengths[rank]);
    }

    @Override
    boolean awaits(final int peer)
    {
        return true;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return lengths[peer];
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        destination.putBytes(offsets[peer] + position, buffer, offset, length);
    }
}
