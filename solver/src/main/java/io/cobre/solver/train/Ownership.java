package io.cobre.solver.train;

import java.util.stream.IntStream;

import io.cobre.engine.Communicator;

/**
 * Which rank owns which index, trial point or scenario. An owner does all work of its indices in every pass.
 */
public final class Ownership
{
    private final int[][] owned;

    private Ownership(final int[][] owned)
    {
        this.owned = owned;
    }

    /**
     * Contiguous blocks: rank r owns {@code floor(r * count / size)} up to the next rank's first index.
     *
     * @param count number of indices.
     * @param size  number of ranks.
     * @return the ownership; ranks may own nothing.
     */
    public static Ownership contiguous(final int count, final int size)
    {
        final int[][] owned = new int[size][];
        for (int rank = 0; rank < size; rank++)
        {
            final int first = (int) ((long) rank * count / size);
            final int end = (int) ((rank + 1L) * count / size);
            owned[rank] = IntStream.range(first, end).toArray();
        }
        return new Ownership(owned);
    }

    /**
     * Any distribution.
     *
     * @param owners rank by index.
     * @param size   number of ranks.
     * @return the ownership.
     */
    static Ownership of(final int[] owners, final int size)
    {
        final int[][] owned = new int[size][];
        for (int rank = 0; rank < size; rank++)
        {
            final int wanted = rank;
            owned[rank] = IntStream.range(0, owners.length).filter(index -> owners[index] == wanted).toArray();
        }
        return new Ownership(owned);
    }

    /**
     * Indices of a rank.
     *
     * @param rank of the group.
     * @return ascending; not to be changed.
     */
    public int[] owned(final int rank)
    {
        return owned[rank];
    }

    /**
     * Number of ranks.
     *
     * @return at least 1.
     */
    public int size()
    {
        return owned.length;
    }

    /**
     * Gather what the ranks have for their indices; every rank calls this. The order is that of ranks and their
     * indices: for contiguous ownership that of the indices.
     *
     * @param communicator the group.
     * @param own          numbers of this rank.
     * @param width        numbers for each index.
     * @return the numbers of all.
     */
    public double[] gather(final Communicator communicator, final double[] own, final int width)
    {
        final int[] counts = new int[size()];
        final int[] displacements = new int[size()];
        int total = 0;
        for (int rank = 0; rank < counts.length; rank++)
        {
            counts[rank] = width * owned[rank].length;
            displacements[rank] = total;
            total += counts[rank];
        }
        final double[] all = new double[total];
        communicator.allgatherv(own, all, counts, displacements);
        return all;
    }
}
