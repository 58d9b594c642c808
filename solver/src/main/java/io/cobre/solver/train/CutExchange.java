package io.cobre.solver.train;

import io.cobre.engine.Communicator;

/**
 * Carries one record by trial point from its owner to all ranks.
 */
final class CutExchange
{
    private final Communicator communicator;
    private final Ownership ownership;
    private final int width;
    private final double[] send;
    private final double[] recv;
    private final int[] counts;
    private final int[] displacements;
    private final int[] place;

    /**
     * Exchange of records.
     *
     * @param communicator the group.
     * @param ownership    of trial points.
     * @param trials       number of trial points.
     * @param width        of a record in numbers.
     */
    CutExchange(
        final Communicator communicator, final Ownership ownership, final int trials, final int width)
    {
        this.communicator = communicator;
        this.ownership = ownership;
        this.width = width;
        this.send = new double[ownership.owned(communicator.rank()).length * width];
        this.recv = new double[trials * width];
        this.counts = new int[communicator.size()];
        this.displacements = new int[communicator.size()];
        this.place = new int[trials];
        int next = 0;
        for (int rank = 0; rank < counts.length; rank++)
        {
            displacements[rank] = next * width;
            counts[rank] = ownership.owned(rank).length * width;
            for (final int trial : ownership.owned(rank))
            {
                place[trial] = next++;
            }
        }
    }

    /** Own records, one after the other in the order of the own trial points. */
    double[] own()
    {
        return send;
    }

    int offset(final int position)
    {
        return position * width;
    }

    void gather()
    {
        if (1 == ownership.size())
        {
            System.arraycopy(send, 0, recv, 0, send.length);
            return;
        }
        communicator.allgatherv(send, recv, counts, displacements);
    }

    /** All records after {@link #gather()}. */
    double[] all()
    {
        return recv;
    }

    int offsetOf(final int trial)
    {
        return place[trial] * width;
    }
}
