package io.cobre.solver.train;

import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.Digest;
import io.cobre.solver.stochastic.OpeningTree;

/**
 * The rows of the convergence table as they come.
 */
final class TrainingLog
{
    private final List<IterationRecord> rows = new ArrayList<>();
    private final List<Double> lowerBounds = new ArrayList<>();
    private final OpeningTree openings;
    private final int passes;
    private int removed;

    TrainingLog(final OpeningTree openings, final int passes)
    {
        this.openings = openings;
        this.passes = passes;
    }

    /**
     * Go on after rows that were there before.
     */
    void restore(final List<IterationRecord> earlier, final List<CutPool> pools)
    {
        rows.addAll(earlier);
        earlier.forEach(row -> lowerBounds.add(row.lowerBound()));
        removed = pools.stream().mapToInt(CutPool::removals).sum();
    }

    List<Double> lowerBounds()
    {
        return lowerBounds;
    }

    /** Lower bounds of all rows and of the iteration that is about to become one. */
    List<Double> lowerBoundsWith(final double lower)
    {
        final List<Double> bounds = new ArrayList<>(lowerBounds);
        bounds.add(lower);
        return bounds;
    }

    IterationRecord add(
        final int iteration,
        final Walk walk,
        final double lower,
        final Moments moments,
        final List<CutPool> pools,
        final TrainingTimes times)
    {
        long active = 0;
        int gone = 0;
        for (final CutPool pool : pools)
        {
            active += pool.activeCuts();
            gone += pool.removals();
        }
        final IterationRecord row = new IterationRecord(
            iteration,
            lower,
            moments.mean(),
            moments.std(),
            moments.ci95(),
            cuts(walk, pools),
            gone - removed,
            active,
            solves(walk),
            times.forwardNs(),
            times.backwardNs(),
            times.exchangeNs(),
            times.iterationNs(),
            times.elapsedNs());
        removed = gone;
        lowerBounds.add(lower);
        rows.add(row);
        return row;
    }

    private int cuts(final Walk walk, final List<CutPool> pools)
    {
        int cuts = 0;
        for (int step = 0; step < walk.lastCut(); step++)
        {
            cuts += passes * pools.get(walk.stage(step)).parts().cuts();
        }
        return cuts;
    }

    private long solves(final Walk walk)
    {
        long solves = openings.openings(0) + (long) passes * walk.steps();
        for (int step = 1; step <= walk.lastCut(); step++)
        {
            solves += (long) passes * openings.openings(walk.stage(step));
        }
        return solves;
    }

    List<IterationRecord> rows()
    {
        return List.copyOf(rows);
    }

    long lpSolves()
    {
        return rows.stream().mapToLong(IterationRecord::lpSolves).sum();
    }

    String digest()
    {
        final Digest digest = new Digest("cobre-bounds/1");
        for (final IterationRecord row : rows)
        {
            digest.i32(row.iteration()).f64(row.lowerBound()).f64(row.upperBound()).f64(row.upperBoundStd());
        }
        return digest.hex();
    }
}
