package io.cobre.engine.collective;

import io.cobre.codecs.collective.BroadcastEncoder;
import io.cobre.engine.ElementType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The root publishes its elements, the others a head. Nobody waits for the heads of non-roots: they are compared when
 * they come, in this call or in a later one.
 */
final class BroadcastOperation extends SharingOperation
{
    private static final String NAME = "broadcast";

    private final UnsafeBuffer data = new UnsafeBuffer(0, 0);
    private int root;
    private int bytes;

    BroadcastOperation(final Seat seat)
    {
        super(seat);
    }

    BroadcastOperation begin(
        final MutableDirectBuffer buffer,
        final int offset,
        final int count,
        final ElementType type,
        final int newRoot)
    {
        checks.root(NAME, newRoot);
        checks.range(NAME, "buffer", buffer, offset, count, type);
        root = newRoot;
        bytes = count * type.size();
        data.wrap(buffer, offset, bytes);
        signature.uniform(BroadcastEncoder.TEMPLATE_ID, type, null, root, count);
        contribute(rank == root ? bytes : 0);
        share(data, rank == root ? bytes : 0, bytes);
        return this;
    }

    @Override
    void fill(final MutableDirectBuffer frame, final int offset, final int position, final int length)
    {
        Copies.put(frame, offset, data, position, length);
    }

    @Override
    boolean needs(final int peer)
    {
        return peer == root;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return peer == root ? bytes : 0;
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        Copies.put(data, position, buffer, offset, length);
    }

    @Override
    void copyFrom(final int peer, final Place place, final int position, final int length)
    {
        buffers.copy(place, position, data, position, length);
    }
}
