package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import io.cobre.solver.lp.StageLp;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.study.CutSelection;

/**
 * Takes cuts out of the LPs, the same ones on every rank. A cut of an opening is compared with those of the same
 * opening; the limit on active cuts counts them all. The first stage keeps all its cuts, so that the lower bound
 * never falls; cuts of the iteration under way stay.
 */
final class CutSelector
{
    private final CutSelection settings;
    private final List<CutPool> pools;
    private final VisitedStates visited;
    private final LongSupplier nanoClock;
    private final List<CutRemoval> removals = new ArrayList<>();

    CutSelector(
        final CutSelection settings,
        final List<CutPool> pools,
        final VisitedStates visited,
        final LongSupplier nanoClock)
    {
        this.nanoClock = nanoClock;
        this.settings = settings;
        this.pools = pools;
        this.visited = visited;
    }

    boolean enabled()
    {
        return CutSelection.Method.NONE != settings.method() || settings.maxActive() > 0;
    }

    /**
     * Whether {@link #select} has anything to do in an iteration.
     */
    boolean due(final int iteration)
    {
        return settings.maxActive() > 0 || enabled() && check(iteration);
    }

    private boolean check(final int iteration)
    {
        return CutSelection.Method.NONE != settings.method() && 0 == iteration % settings.checkFrequency();
    }

    void select(final int iteration)
    {
        for (int stage = 1; stage < pools.size() - 1; stage++)
        {
            final long began = nanoClock.getAsLong();
            final CutPool pool = pools.get(stage);
            final int before = pool.activeCuts();
            if (check(iteration))
            {
                remove(pool, stage, iteration);
            }
            final int kept = pool.activeCuts();
            if (settings.maxActive() > 0)
            {
                evict(pool, iteration);
            }
            removals.add(new CutRemoval(
                iteration, pool.stageId(), pool.populated(), before, before - kept,
                settings.maxActive() > 0 ? kept - pool.activeCuts() : -1, nanoClock.getAsLong() - began));
        }
    }

    /** What was done so far, by iteration, then stage. */
    List<CutRemoval> removals()
    {
        return List.copyOf(removals);
    }

    private void remove(final CutPool pool, final int stage, final int iteration)
    {
        switch (settings.method())
        {
            case LEVEL1 -> candidates(pool, iteration)
                .filter(slot -> pool.activeCount(slot) <= settings.threshold())
                .forEach(pool::remove);
            case LML1 -> candidates(pool, iteration)
                .filter(slot -> iteration - pool.lastActiveIteration(slot) > settings.memoryWindow())
                .forEach(pool::remove);
            case DOMINATION -> removeDominated(pool, stage, iteration);
            default ->
            {
            }
        }
    }

    private static IntStream candidates(final CutPool pool, final int iteration)
    {
        return IntStream.range(0, pool.populated())
            .filter(slot -> pool.active(slot) && pool.iteration(slot) < iteration);
    }

    private void removeDominated(final CutPool pool, final int stage, final int iteration)
    {
        final boolean[] needed = new boolean[pool.populated()];
        final double[] values = new double[pool.populated()];
        final double[] most = new double[1 + pool.parts().openings()];
        final double epsilon = settings.dominationEpsilon() / StageLp.COST_SCALE;
        for (int index = 0; index < visited.count(stage); index++)
        {
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            for (int slot = 0; slot < values.length; slot++)
            {
                if (pool.active(slot))
                {
                    values[slot] = pool.valueAt(slot, visited.states(stage), visited.offset(index));
                    final int family = family(pool, slot);
                    most[family] = Math.max(most[family], values[slot]);
                }
            }
            for (int slot = 0; slot < values.length; slot++)
            {
                needed[slot] |= values[slot] >= most[family(pool, slot)] - epsilon;
            }
        }
        candidates(pool, iteration).filter(slot -> !needed[slot]).forEach(pool::remove);
    }

    private static int family(final CutPool pool, final int slot)
    {
        return 1 + pool.opening(slot);
    }

    /** The longest unused goes first, then the least often used, then the oldest. */
    private void evict(final CutPool pool, final int iteration)
    {
        while (pool.activeCuts() > settings.maxActive())
        {
            final int victim = candidates(pool, iteration)
                .reduce(-1, (best, slot) -> best < 0 || before(pool, slot, best) ? slot : best);
            if (victim < 0)
            {
                return;
            }
            pool.remove(victim);
        }
    }

    private static boolean before(final CutPool pool, final int slot, final int other)
    {
        final int last = Integer.compare(pool.lastActiveIteration(slot), pool.lastActiveIteration(other));
        return last < 0 || 0 == last && pool.activeCount(slot) < pool.activeCount(other);
    }
}
