package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Folds the contributions of all ranks chunk by chunk, and within a chunk in rank order beginning with rank 0's value.
 * A contribution whose turn has not come stays in the log, so no memory is needed for it.
 * <p>
 * The result may take the place of the own contribution. Two rules make that safe: a chunk is folded only after the
 * own chunk has been published, and where the own value is needed after the first store, it is staged.
 * <p>
 * No deadlock: order all frames by (operation, chunk, rank). The least frame that some rank still has to consume can
 * be published, since all frames of its publisher before it are less and thus consumed by everybody, and it can be
 * consumed, since all that must be folded before it is less.
 */
final class RankOrderFold
{
    private final int rank;
    private final int size;
    private final UnsafeBuffer own = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer to = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer staged;
    private ElementType type;
    private ReduceOp op;
    private int bytes;
    private int chunkLength;
    private boolean isInPlace;
    private int chunkStart;
    private int turn;

    RankOrderFold(final int rank, final int size, final int chunkLength)
    {
        this.rank = rank;
        this.size = size;
        this.chunkLength = chunkLength;
        this.staged = new UnsafeBuffer(new byte[rank > 1 ? chunkLength : 0]);
    }

    void begin(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int length,
        final ElementType elementType,
        final ReduceOp reduceOp)
    {
        own.wrap(send, sendOffset, length);
        to.wrap(recv, recvOffset, length);
        type = elementType;
        op = reduceOp;
        bytes = length;
        isInPlace = Overlap.isSamePlace(own, 0, to, 0);
        chunkStart = 0;
        turn = 0 == rank ? 1 : 0;
        if (1 == size)
        {
            Reduction.take(type, to, 0, own, 0, length);
        }
    }

    /**
     * Whether a peer's chunk is the next to be folded.
     *
     * @param peer      whose frame would be consumed.
     * @param published own bytes published so far.
     */
    boolean accepts(final int peer, final int published)
    {
        return peer == turn && published >= Math.min(bytes, chunkStart + chunkLength);
    }

    /**
     * Fold the chunk of the peer whose turn it is.
     */
    void onChunk(final int peer, final DirectBuffer buffer, final int offset, final int length)
    {
        if (1 == peer && 0 == rank)
        {
            Reduction.fold(type, op, to, chunkStart, own, chunkStart, buffer, offset, length);
        }
        else if (0 == peer)
        {
            first(buffer, offset, length);
        }
        else
        {
            Reduction.fold(type, op, to, chunkStart, to, chunkStart, buffer, offset, length);
        }
        advance(length);
    }

    private void first(final DirectBuffer buffer, final int offset, final int length)
    {
        if (1 == rank)
        {
            Reduction.fold(type, op, to, chunkStart, buffer, offset, own, chunkStart, length);
            turn++;
            return;
        }
        if (isInPlace)
        {
            staged.putBytes(0, own, chunkStart, length);
        }
        to.putBytes(chunkStart, buffer, offset, length);
    }

    private void advance(final int length)
    {
        turn++;
        if (turn == rank)
        {
            final UnsafeBuffer mine = isInPlace ? staged : own;
            Reduction.fold(type, op, to, chunkStart, to, chunkStart, mine, isInPlace ? 0 : chunkStart, length);
            turn++;
        }
        if (turn == size)
        {
            chunkStart += length;
            turn = 0 == rank ? 1 : 0;
        }
    }
}
