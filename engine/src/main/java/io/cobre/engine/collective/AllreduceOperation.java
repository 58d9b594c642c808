package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank publishes its elements and folds all of them in rank order.
 */
final class AllreduceOperation extends Operation
{
    private final RankOrderFold fold;
    private int length;

    AllreduceOperation(final int rank, final int size, final int maxPayload)
    {
        super(rank, size, maxPayload);
        fold = new RankOrderFold(rank, size, maxPayload);
    }

    AllreduceOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        length = count * type.size();
        signature.uniform(AllreduceEncoder.TEMPLATE_ID, type, op, 0, count);
        contribute(send, sendOffset, length);
        fold.begin(send, sendOffset, recv, recvOffset, length, type, op);
        return this;
    }

    @Override
    void onStart()
    {
    }

    @Override
    boolean awaits(final int peer)
    {
        return true;
    }

    @Override
    boolean accepts(final int peer)
    {
        return fold.accepts(peer, published());
    }

    @Override
    int expectedBytes(final int peer)
    {
        return length;
    }

    @Override
    void onPayload(
        final int peer, final int position, final DirectBuffer buffer, final int offset, final int length)
    {
        fold.onChunk(peer, buffer, offset, length);
    }
}
