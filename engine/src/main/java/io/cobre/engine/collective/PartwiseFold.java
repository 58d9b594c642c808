package io.cobre.engine.collective;

import java.util.Arrays;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * An allreduce of long vectors that lie where all ranks can read them: every rank folds one part of all vectors, in
 * rank order, straight from where they lie, and then copies the other parts from the results of the others.
 * <p>
 * A vector that lies elsewhere is copied to where they can if there are so many ranks that each of them saves more by
 * folding a part alone. The result of the own part takes the place of that part in the copy, which no peer reads.
 * <p>
 * Vectors may be folded in place. Of a peer's vector a rank reads its own part alone, and it writes another rank's part
 * only when that rank has told that it has folded it.
 */
final class PartwiseFold
{
    private static final int LINE = 64;
    private static final int LONGEST_PIECE = 16 * 1024;
    private static final int FEWEST_RANKS_STAGED = 3;
    private static final int LONGEST_STAGED = 4 * 1024 * 1024;

    private final int rank;
    private final int size;
    private final RankOrderFold fold;
    private final SharedBuffers buffers;
    private final Place[] vectors;
    private final Place[] results;
    private final DirectBuffer[] sources;
    private final int[] offsets;
    private final boolean[] hasHead;
    private final boolean[] hasPart;
    private final int[] copied;
    private int bytes;
    private int heads;
    private int parts;
    private int folded;
    private boolean isAgreed;
    private MutableDirectBuffer staging;
    private boolean isStagingRefused;
    private boolean isStaged;
    private int staged;

    PartwiseFold(final Seat seat, final RankOrderFold fold)
    {
        rank = seat.rank();
        size = seat.size();
        buffers = seat.buffers();
        this.fold = fold;
        vectors = new Place[size];
        results = new Place[size];
        Arrays.setAll(vectors, (peer) -> new Place());
        Arrays.setAll(results, (peer) -> new Place());
        sources = new DirectBuffer[size];
        offsets = new int[size];
        hasHead = new boolean[size];
        hasPart = new boolean[size];
        copied = new int[size];
    }

    /**
     * Look where the own vector and the own result lie, or will lie when they have been copied.
     */
    void set(final int newBytes)
    {
        bytes = newBytes;
        isStaged = !find(fold.own(), fold.result()) && findStaging();
    }

    private boolean find(final DirectBuffer vector, final DirectBuffer result)
    {
        if (buffers.find(vector, 0, vectors[rank]) && buffers.find(result, 0, results[rank]))
        {
            return true;
        }
        vectors[rank].clear();
        results[rank].clear();
        return false;
    }

    private boolean findStaging()
    {
        if (isStagingRefused || size < FEWEST_RANKS_STAGED || bytes > LONGEST_STAGED)
        {
            return false;
        }
        if (null == staging || staging.capacity() < bytes)
        {
            staging = buffers.allocate(BitUtil.findNextPositivePowerOfTwo(bytes));
        }
        isStagingRefused = !find(staging, staging);
        return !isStagingRefused;
    }

    /**
     * Whether peers can read the own vector, if they ever can.
     */
    boolean isPlaced()
    {
        return !isStaged || staged == bytes;
    }

    /**
     * Copy a slice of the own vector to where peers can read it.
     *
     * @return slices.
     */
    int place()
    {
        final int length = Math.min(Operation.SLICE, bytes - staged);
        staging.putBytes(staged, fold.own(), staged, length);
        staged += length;
        return 1;
    }

    Place ownVector()
    {
        return vectors[rank];
    }

    Place ownResult()
    {
        return results[rank];
    }

    void reset()
    {
        heads = 1;
        parts = 1;
        folded = 0;
        staged = 0;
        isAgreed = vectors[rank].isKnown();
        Arrays.fill(hasHead, false);
        Arrays.fill(hasPart, false);
        Arrays.fill(copied, 0);
    }

    /**
     * A peer has told where its vector and its result lie.
     *
     * @return false if that cannot be.
     */
    boolean onHead(final int peer, final CollectiveAdapter frame)
    {
        frame.place(0, vectors[peer]);
        frame.place(1, results[peer]);
        final boolean isInside = vectors[peer].holds(bytes) && results[peer].holds(bytes);
        if (hasHead[peer] || vectors[peer].isInProcess() || vectors[peer].isKnown() && !isInside)
        {
            return false;
        }
        hasHead[peer] = true;
        heads++;
        isAgreed &= vectors[peer].isKnown();
        return true;
    }

    void onPart(final int peer)
    {
        hasPart[peer] = true;
        parts += 0 == length(peer) ? 1 : 0;
    }

    boolean hasHead(final int peer)
    {
        return hasHead[peer];
    }

    boolean hasPart(final int peer)
    {
        return hasPart[peer];
    }

    boolean hasAllHeads()
    {
        return size == heads;
    }

    /**
     * Whether every vector and every result can be read by all; known when all heads are.
     */
    boolean isAgreed()
    {
        return isAgreed;
    }

    boolean isFolded()
    {
        return folded == length(rank);
    }

    boolean isCopied()
    {
        return size == parts;
    }

    /**
     * Fold a slice of the own part, or copy a slice of each part that is ready.
     *
     * @return slices.
     */
    int advance()
    {
        if (!isFolded())
        {
            foldSlice();
            return 1;
        }
        int work = 0;
        for (int peer = 0; parts < size && peer < size; peer++)
        {
            if (hasPart[peer] && copied[peer] < length(peer))
            {
                copySlice(peer);
                work++;
            }
        }
        return work;
    }

    private void foldSlice()
    {
        if (0 == folded)
        {
            for (int peer = 0; peer < size; peer++)
            {
                sources[peer] = peer == rank ? null : buffers.resolve(vectors[peer]);
                offsets[peer] = vectors[peer].offset();
            }
        }
        final int end = Math.min(length(rank), folded + Operation.SLICE);
        final int longest = Math.min(LONGEST_PIECE, fold.chunkLength());
        while (folded < end)
        {
            final int piece = Math.min(longest, end - folded);
            final int position = start(rank) + folded;
            fold.foldPiece(sources, offsets, position, piece);
            if (isStaged)
            {
                staging.putBytes(position, fold.result(), position, piece);
            }
            folded += piece;
        }
    }

    private void copySlice(final int peer)
    {
        final int position = start(peer) + copied[peer];
        final int length = Math.min(Operation.SLICE, length(peer) - copied[peer]);
        final Place from = results[peer];
        fold.result().putBytes(position, buffers.resolve(from), from.offset() + position, length);
        copied[peer] += length;
        parts += copied[peer] == length(peer) ? 1 : 0;
    }

    private int length(final int part)
    {
        return start(part + 1) - start(part);
    }

    /**
     * Parts are whole cache lines, but the last.
     */
    private int start(final int part)
    {
        return part == size ? bytes : (int) ((long) bytes * part / size) & -LINE;
    }
}
