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
final class BroadcastOperation extends Operation
{
    private final UnsafeBuffer destination = new UnsafeBuffer(0, 0);
    private int root;
    private int length;

    BroadcastOperation(final int rank, final int size, final int maxPayload)
    {
        super(rank, size, maxPayload);
    }

    BroadcastOperation begin(
        final MutableDirectBuffer buffer, final int offset, final int count, final ElementType type, final int root)
    {
        this.root = root;
        this.length = count * type.size();
        signature.uniform(BroadcastEncoder.TEMPLATE_ID, type, null, root, count);
        if (rank == root)
        {
            contribute(buffer, offset, length);
        }
        else
        {
            contributeNothing();
            destination.wrap(buffer, offset, length);
        }
        return this;
    }

    @Override
    void onStart()
    {
    }

    @Override
    boolean awaits(final int peer)
    {
        return peer == root;
    }

    @Override
    int expectedBytes(final int peer)
    {
        return peer == root ? length : 0;
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        destination.putBytes(position, buffer, offset, length);
    }
}
