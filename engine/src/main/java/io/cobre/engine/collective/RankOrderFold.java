package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Folds the contributions of all ranks chunk by chunk, and within a chunk in rank order beginning with rank 0's value.
 * Of the whole vector only the window that this rank wants is folded. A contribution whose turn has not come stays in
 * the log, so no memory is needed for it.
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
    private final int chunkLength;
    private final UnsafeBuffer own = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer to = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer staged;
    private ElementType type;
    private ReduceOp op;
    private int bytes;
    private int windowStart;
    private int windowEnd;
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

    /**
     * Describe the fold.
     *
     * @param send   the own vector, {@code length} bytes.
     * @param start  first byte of the window in the vector.
     * @param window bytes of the window, the length of the result.
     */
    void set(
        final DirectBuffer send,
        final int sendOffset,
        final int length,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int start,
        final int window,
        final ElementType elementType,
        final ReduceOp reduceOp)
    {
        own.wrap(send, sendOffset, length);
        to.wrap(recv, recvOffset, window);
        type = elementType;
        op = reduceOp;
        bytes = length;
        windowStart = start;
        windowEnd = start + window;
        isInPlace = Overlap.isSamePlace(own, windowStart, to, 0);
    }

    void reset()
    {
        chunkStart = 0;
        turn = 0 == rank ? 1 : 0;
        if (1 == size)
        {
            Reduction.take(type, to, 0, own, windowStart, windowEnd - windowStart);
        }
    }

    UnsafeBuffer own()
    {
        return own;
    }

    /**
     * Whether a peer's chunk is the next to be folded.
     *
     * @param peer      whose frame would be consumed.
     * @param published own bytes that have been published or never will be.
     */
    boolean accepts(final int peer, final int published)
    {
        return peer == turn && published - chunkStart >= Math.min(bytes - chunkStart, chunkLength);
    }

    /**
     * Fold the chunk of the peer whose turn it is.
     */
    void onChunk(final int peer, final DirectBuffer buffer, final int offset, final int length)
    {
        final int begin = Math.max(windowStart, chunkStart);
        final int end = Math.min(windowEnd, chunkStart + length);
        if (begin < end)
        {
            fold(peer, buffer, offset + begin - chunkStart, begin, end - begin);
        }
        turn++;
        if (turn == rank)
        {
            turn++;
        }
        if (turn >= size)
        {
            chunkStart += length;
            turn = 0 == rank ? 1 : 0;
        }
    }

    /**
     * Fold a piece of every rank's vector from where it lies, independent of the chunks.
     *
     * @param sources by rank; the own one is not looked at.
     * @param offsets first byte of each vector in its source.
     * @param begin   of the piece in the vector.
     * @param length  at most the length of a chunk.
     */
    void foldPiece(final DirectBuffer[] sources, final int[] offsets, final int begin, final int length)
    {
        for (int peer = 0; peer < size; peer++)
        {
            if (peer != rank)
            {
                fold(peer, sources[peer], offsets[peer] + begin, begin, length);
            }
        }
    }

    int chunkLength()
    {
        return chunkLength;
    }

    MutableDirectBuffer result()
    {
        return to;
    }

    private void fold(final int peer, final DirectBuffer buffer, final int offset, final int begin, final int length)
    {
        final int at = begin - windowStart;
        if (0 == peer && 1 == rank)
        {
            Reduction.fold(type, op, to, at, buffer, offset, own, begin, length);
        }
        else if (1 == peer && 0 == rank)
        {
            Reduction.fold(type, op, to, at, own, begin, buffer, offset, length);
        }
        else if (0 == peer)
        {
            if (isInPlace)
            {
                Copies.put(staged, 0, own, begin, length);
            }
            Copies.put(to, at, buffer, offset, length);
        }
        else
        {
            Reduction.fold(type, op, to, at, to, at, buffer, offset, length);
            if (peer + 1 == rank)
            {
                final UnsafeBuffer mine = isInPlace ? staged : own;
                Reduction.fold(type, op, to, at, to, at, mine, isInPlace ? 0 : begin, length);
            }
        }
    }
}
