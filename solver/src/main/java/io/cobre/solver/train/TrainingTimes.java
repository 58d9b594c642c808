package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.cobre.engine.Communicator;
import io.cobre.solver.lp.SolveCounts;

/**
 * Cuts the time of a rank into its parts: every mark gives the time since the last one to a part.
 */
final class TrainingTimes
{
    private static final int PARTS = 8;

    private final LongSupplier clock;
    private final long created;
    private long opened;
    private long earlier;
    private long began;
    private long last;
    private long forward;
    private long backward;
    private long exchange;
    private long bound;
    private final TimeLog log = new TimeLog();
    private long totalForward;
    private long totalBackward;
    private long totalExchange;
    private long totalBound;

    TrainingTimes(final LongSupplier clock)
    {
        this.clock = clock;
        this.created = clock.getAsLong();
    }

    private long lap()
    {
        final long now = clock.getAsLong();
        final long lap = now - last;
        last = now;
        return lap;
    }

    /**
     * Iterations begin.
     *
     * @param earlierNs of the same training before it was interrupted.
     */
    void opened(final long earlierNs)
    {
        earlier = earlierNs;
        opened = clock.getAsLong();
        last = opened;
    }

    long nowNs()
    {
        return clock.getAsLong();
    }

    void iterationBegins()
    {
        began = clock.getAsLong();
        last = began;
        forward = 0;
        backward = 0;
        exchange = 0;
        bound = 0;
    }

    void forwardDone()
    {
        final long lap = lap();
        forward += lap;
        totalForward += lap;
    }

    void backwardDone()
    {
        final long lap = lap();
        backward += lap;
        totalBackward += lap;
    }

    void boundDone()
    {
        final long lap = lap();
        bound += lap;
        totalBound += lap;
    }

    void exchangeDone()
    {
        final long lap = lap();
        exchange += lap;
        totalExchange += lap;
        log.exchange(lap);
    }

    void iterationEnds(final int iteration, final SolveCounts solved, final int trials)
    {
        log.iteration(new RankIteration(
            iteration, 0, forward, backward, bound, exchange, 0, iterationNs(), solved.ns(), solved.solves(),
            trials));
    }

    TimeLog log()
    {
        return log;
    }

    long forwardNs()
    {
        return forward;
    }

    long backwardNs()
    {
        return backward;
    }

    long exchangeNs()
    {
        return exchange;
    }

    long iterationNs()
    {
        return last - began;
    }

    /** Since training began, earlier processes included. */
    long elapsedNs()
    {
        return earlier + last - opened;
    }

    /** All iterations of this process. */
    private long totalNs()
    {
        return last - opened;
    }

    List<RankTimes> gather(final Communicator communicator, final SolveCounts solved)
    {
        final long[] own = {
            opened - created, totalForward, totalBackward, totalBound, totalExchange, totalNs(), solved.ns(),
            solved.solves()};
        final int size = communicator.size();
        final long[] all = new long[PARTS * size];
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        for (int rank = 0; rank < size; rank++)
        {
            counts[rank] = PARTS;
            displacements[rank] = rank * PARTS;
        }
        communicator.allgatherv(own, all, counts, displacements);
        final List<RankTimes> ranks = new ArrayList<>();
        for (int rank = 0; rank < size; rank++)
        {
            final int at = rank * PARTS;
            ranks.add(new RankTimes(
                rank, all[at], all[at + 1], all[at + 2], all[at + 3], all[at + 4], all[at + 5], all[at + 6],
                all[at + 7]));
        }
        return List.copyOf(ranks);
    }
}
