package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank folds the whole vector.
 */
final class AllreduceOperation extends FoldOperation
{
    private static final String NAME = "allreduce";

    AllreduceOperation(final Seat seat)
    {
        super(seat);
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
        checks.reduction(NAME, count, type, op);
        checks.range(NAME, "send", send, sendOffset, count, type);
        checks.range(NAME, "recv", recv, recvOffset, count, type);
        checks.sameOrApart(NAME, send, sendOffset, recv, recvOffset, (long) count * type.size());
        bytes = count * type.size();
        signature.uniform(AllreduceEncoder.TEMPLATE_ID, type, op, 0, count);
        fold.set(send, sendOffset, bytes, recv, recvOffset, 0, bytes, type, op);
        contribute(bytes);
        return this;
    }
}
