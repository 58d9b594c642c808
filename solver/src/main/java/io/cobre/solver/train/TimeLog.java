package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;

/**
 * Times of this rank by iteration, and of every exchange with the other ranks, so that waiting can be told from
 * exchanging: of the ranks of an exchange, the one that came last did not wait.
 */
final class TimeLog
{
    private static final int NUMBERS = 9;
    private static final int IDLE = 4;

    private final List<Integer> iterations = new ArrayList<>();
    private final List<long[]> times = new ArrayList<>();
    private long[] exchanges = new long[64];
    private int[] lastExchanges = new int[16];
    private int count;

    void exchange(final long ns)
    {
        if (count == exchanges.length)
        {
            exchanges = Arrays.copyOf(exchanges, 2 * count);
        }
        exchanges[count++] = ns;
    }

    /** Times of an iteration that is over; the rank and its idle time are found out later. */
    void iteration(final RankIteration own)
    {
        if (times.size() == lastExchanges.length)
        {
            lastExchanges = Arrays.copyOf(lastExchanges, 2 * lastExchanges.length);
        }
        lastExchanges[times.size()] = count;
        iterations.add(own.iteration());
        times.add(new long[]{
            own.forwardNs(), own.backwardNs(), own.boundNs(), own.exchangeNs(), 0, own.totalNs(), own.lpNs(),
            own.lpSolves(), own.trials()});
    }

    /**
     * Times of all ranks; a collective call.
     */
    List<RankIteration> gather(final Communicator communicator)
    {
        final int size = communicator.size();
        final long[] own = new long[times.size() * NUMBERS];
        idle(communicator);
        for (int index = 0; index < times.size(); index++)
        {
            System.arraycopy(times.get(index), 0, own, index * NUMBERS, NUMBERS);
        }
        final long[] all = new long[own.length * size];
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        Arrays.fill(counts, own.length);
        Arrays.setAll(displacements, (rank) -> rank * own.length);
        communicator.allgatherv(own, all, counts, displacements);
        final List<RankIteration> rows = new ArrayList<>();
        for (int index = 0; index < times.size(); index++)
        {
            for (int rank = 0; rank < size; rank++)
            {
                rows.add(row(iterations.get(index), rank, all, displacements[rank] + index * NUMBERS));
            }
        }
        return List.copyOf(rows);
    }

    private static RankIteration row(final int iteration, final int rank, final long[] all, final int at)
    {
        return new RankIteration(
            iteration, rank, all[at], all[at + 1], all[at + 2], all[at + 3], all[at + IDLE], all[at + 5],
            all[at + 6], all[at + 7], (int) all[at + 8]);
    }

    private void idle(final Communicator communicator)
    {
        if (1 == communicator.size())
        {
            return;
        }
        final long[] own = Arrays.copyOf(exchanges, count);
        final long[] least = new long[count];
        communicator.allreduce(own, least, ReduceOp.MIN);
        int next = 0;
        for (int index = 0; index < times.size(); index++)
        {
            for (; next < lastExchanges[index]; next++)
            {
                times.get(index)[IDLE] += own[next] - least[next];
            }
        }
    }
}
