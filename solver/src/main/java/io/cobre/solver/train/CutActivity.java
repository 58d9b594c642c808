package io.cobre.solver.train;

import java.util.Arrays;
import java.util.List;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.solver.lp.StageInstance;
import io.cobre.solver.policy.CutPool;

/**
 * Counts on each rank how often cuts were binding, and adds the counts of all ranks up in the pools. Counts are
 * integers: the sum is the same however the trial points are shared out.
 */
final class CutActivity
{
    private final double tolerance;
    private final int[][] events;
    private final int[][] lastIterations;

    CutActivity(final int stages, final double tolerance)
    {
        this.tolerance = tolerance;
        this.events = new int[stages][0];
        this.lastIterations = new int[stages][0];
    }

    /**
     * Take the last solve in.
     */
    void count(final StageInstance instance, final int stage, final int iteration)
    {
        final int populated = instance.slots();
        if (events[stage].length < populated)
        {
            events[stage] = Arrays.copyOf(events[stage], 2 * populated);
            lastIterations[stage] = Arrays.copyOf(lastIterations[stage], 2 * populated);
        }
        instance.countBinding(tolerance, iteration, events[stage], lastIterations[stage]);
    }

    /**
     * Take over what another thread has counted.
     *
     * @param other begins to count anew.
     */
    void take(final CutActivity other)
    {
        for (int stage = 0; stage < events.length; stage++)
        {
            final int length = other.events[stage].length;
            if (events[stage].length < length)
            {
                events[stage] = Arrays.copyOf(events[stage], length);
                lastIterations[stage] = Arrays.copyOf(lastIterations[stage], length);
            }
            for (int slot = 0; slot < length; slot++)
            {
                events[stage][slot] += other.events[stage][slot];
                lastIterations[stage][slot] =
                    Math.max(lastIterations[stage][slot], other.lastIterations[stage][slot]);
            }
            Arrays.fill(other.events[stage], 0);
            Arrays.fill(other.lastIterations[stage], 0);
        }
    }

    /**
     * Bring the pools of all ranks up to date, and begin to count anew.
     */
    void share(final Communicator communicator, final List<CutPool> pools)
    {
        final int cuts = pools.stream().mapToInt(CutPool::populated).sum();
        if (0 == cuts)
        {
            return;
        }
        final long[] counts = flat(events, pools, cuts);
        final long[] last = flat(lastIterations, pools, cuts);
        if (communicator.size() > 1)
        {
            communicator.allreduce(counts, counts, ReduceOp.SUM);
            communicator.allreduce(last, last, ReduceOp.MAX);
        }
        int next = 0;
        for (int stage = 0; stage < events.length; stage++)
        {
            for (int slot = 0; slot < pools.get(stage).populated(); slot++)
            {
                pools.get(stage).bound(slot, (int) counts[next], (int) last[next]);
                next++;
            }
            Arrays.fill(events[stage], 0);
            Arrays.fill(lastIterations[stage], 0);
        }
    }

    private static long[] flat(final int[][] byStage, final List<CutPool> pools, final int cuts)
    {
        final long[] all = new long[cuts];
        int next = 0;
        for (int stage = 0; stage < byStage.length; stage++)
        {
            final int populated = pools.get(stage).populated();
            for (int slot = 0; slot < Math.min(populated, byStage[stage].length); slot++)
            {
                all[next + slot] = byStage[stage][slot];
            }
            next += populated;
        }
        return all;
    }
}
