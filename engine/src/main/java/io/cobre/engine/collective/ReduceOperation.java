package io.cobre.engine.collective;

import io.cobre.codecs.collective.ReduceEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The root folds the whole vector and publishes a head only; the others pass over each other's vectors.
 */
final class ReduceOperation extends FoldOperation
{
    private static final String NAME = "reduce";

    private int root;

    ReduceOperation(final Seat seat)
    {
        super(seat);
    }

    ReduceOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op,
        final int newRoot)
    {
        checks.root(NAME, newRoot);
        checks.reduction(NAME, count, type, op);
        checks.range(NAME, "send", send, sendOffset, count, type);
        root = newRoot;
        bytes = count * type.size();
        if (rank == root)
        {
            checks.range(NAME, "recv", recv, recvOffset, count, type);
            checks.sameOrApart(NAME, send, sendOffset, recv, recvOffset, bytes);
            fold.set(send, sendOffset, bytes, recv, recvOffset, 0, bytes, type, op);
        }
        else
        {
            fold.own().wrap(send, sendOffset, bytes);
        }
        signature.uniform(ReduceEncoder.TEMPLATE_ID, type, op, root, count);
        contribute(rank == root ? 0 : bytes);
        setRound(bytes);
        return this;
    }

    @Override
    boolean folds()
    {
        return rank == root;
    }

    @Override
    boolean publishes(final int peer)
    {
        return peer != root;
    }
}
