package io.cobre.engine.collective;

import io.cobre.codecs.collective.ReduceScatterEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Every rank folds its own part of the vector. Over streams that everybody reads, this saves the folding of the rest,
 * not its transport.
 */
final class ReduceScatterOperation extends FoldOperation
{
    private static final String NAME = "reduceScatter";

    private final Regions parts;

    ReduceScatterOperation(final Seat seat)
    {
        super(seat);
        parts = new Regions(size);
    }

    ReduceScatterOperation begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final ElementType type,
        final ReduceOp op)
    {
        checks.counts(NAME, counts);
        final int total = checks.total(NAME, counts, type);
        checks.reduction(NAME, total, type, op);
        checks.range(NAME, "send", send, sendOffset, total, type);
        checks.range(NAME, "recv", recv, recvOffset, counts[rank], type);
        parts.set(counts, type);
        bytes = parts.total();
        final int start = parts.offset(rank);
        final int window = parts.length(rank);
        checks.resultApart(NAME, send, sendOffset, bytes, recv, recvOffset, start, window);
        signature.varying(ReduceScatterEncoder.TEMPLATE_ID, type, op, 0, counts, counts[rank]);
        fold.set(send, sendOffset, bytes, recv, recvOffset, start, window, type, op);
        contribute(bytes);
        setRound(bytes);
        return this;
    }
}
