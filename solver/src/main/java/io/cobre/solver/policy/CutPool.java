package io.cobre.solver.policy;

import java.util.Arrays;

import io.cobre.solver.lp.CutRows;
import io.cobre.solver.lp.FutureParts;

/**
 * The cuts of one stage by slot, on every rank the same. Slots are given in order: those loaded at the start, then by
 * iteration, trial point and, where each opening of the next stage has its own cuts, opening. Values are in k$.
 */
public final class CutPool implements CutRows
{
    private final int stageId;
    private final int dimension;
    private final FutureParts parts;
    private double endFloor;
    private int populated;
    private int warmStart;
    private int removals;
    private int activeCuts;
    private double[] intercepts = new double[16];
    private double[] coefficients;
    private boolean[] active = new boolean[16];
    private int[] iterations = new int[16];
    private int[] passes = new int[16];
    private int[] openings = new int[16];
    private int[] activeCounts = new int[16];
    private int[] lastActiveIterations = new int[16];

    /**
     * An empty pool for cuts that bound the future cost as a whole.
     *
     * @param stageId   id of the stage whose future these cuts bound.
     * @param dimension length of the state vector.
     */
    public CutPool(final int stageId, final int dimension)
    {
        this(stageId, dimension, FutureParts.NONE);
    }

    /**
     * An empty pool.
     *
     * @param stageId   id of the stage whose future these cuts bound.
     * @param dimension length of the state vector.
     * @param parts     of that future.
     */
    public CutPool(final int stageId, final int dimension, final FutureParts parts)
    {
        this.stageId = stageId;
        this.dimension = dimension;
        this.parts = parts;
        this.coefficients = new double[16 * dimension];
    }

    /**
     * A pool with the same cuts.
     *
     * @param intoParts what the future cost is put together from there: the parts of this pool, or any if all its cuts
     *                  bound the future cost as a whole.
     * @return independent of this one.
     */
    public CutPool copy(final FutureParts intoParts)
    {
        final CutPool copy = new CutPool(stageId, dimension, intoParts);
        copy.endFloor = endFloor;
        copy.populated = populated;
        copy.warmStart = warmStart;
        copy.removals = removals;
        copy.activeCuts = activeCuts;
        copy.intercepts = intercepts.clone();
        copy.coefficients = coefficients.clone();
        copy.active = active.clone();
        copy.iterations = iterations.clone();
        copy.passes = passes.clone();
        copy.openings = openings.clone();
        copy.activeCounts = activeCounts.clone();
        copy.lastActiveIterations = lastActiveIterations.clone();
        return copy;
    }

    /**
     * What a boundary policy takes for the least cost of the time after the stage; cuts alone may lie far below it.
     *
     * @return k$, not positive; 0 unless the cuts bound the cost after the last stage and money can be earned there.
     */
    public double endFloor()
    {
        return endFloor;
    }

    void endFloor(final double value)
    {
        endFloor = value;
    }

    /**
     * Put a cut that bounds the future cost as a whole into the next slot.
     *
     * @param intercept of the cut, k$.
     * @param source    array with its coefficients, k$ per unit of state.
     * @param offset    of the first coefficient.
     * @param iteration in which it was made; 0 if it was loaded.
     * @param pass      trial index that made it.
     * @return the slot.
     */
    public int add(
        final double intercept, final double[] source, final int offset, final int iteration, final int pass)
    {
        return add(intercept, source, offset, iteration, pass, WHOLE);
    }

    /**
     * Put a cut into the next slot.
     *
     * @param intercept of the cut, k$.
     * @param source    array with its coefficients, k$ per unit of state.
     * @param offset    of the first coefficient.
     * @param iteration in which it was made; 0 if it was loaded.
     * @param pass      trial index that made it.
     * @param opening   of the next stage, or {@link #WHOLE}.
     * @return the slot.
     */
    public int add(
        final double intercept,
        final double[] source,
        final int offset,
        final int iteration,
        final int pass,
        final int opening)
    {
        final int slot = populated;
        reserve(slot + 1);
        intercepts[slot] = intercept;
        System.arraycopy(source, offset, coefficients, slot * dimension, dimension);
        active[slot] = true;
        iterations[slot] = iteration;
        passes[slot] = pass;
        openings[slot] = opening;
        activeCounts[slot] = 0;
        lastActiveIterations[slot] = iteration;
        populated++;
        activeCuts++;
        return slot;
    }

    private void reserve(final int slots)
    {
        if (slots > active.length)
        {
            final int capacity = 2 * active.length;
            intercepts = Arrays.copyOf(intercepts, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity * dimension);
            active = Arrays.copyOf(active, capacity);
            iterations = Arrays.copyOf(iterations, capacity);
            passes = Arrays.copyOf(passes, capacity);
            openings = Arrays.copyOf(openings, capacity);
            activeCounts = Arrays.copyOf(activeCounts, capacity);
            lastActiveIterations = Arrays.copyOf(lastActiveIterations, capacity);
        }
    }

    /**
     * Take a cut out of the LPs for good; its slot stays.
     *
     * @param slot of an active cut.
     */
    public void remove(final int slot)
    {
        if (active[slot])
        {
            active[slot] = false;
            removals++;
            activeCuts--;
        }
    }

    /**
     * Say that all cuts so far were there at the start.
     */
    void markWarmStart()
    {
        warmStart = populated;
    }

    /**
     * Restore the bookkeeping of a cut.
     */
    void restore(final int slot, final boolean isActive, final int activeCount, final int lastActiveIteration)
    {
        activeCounts[slot] = activeCount;
        lastActiveIterations[slot] = lastActiveIteration;
        if (!isActive)
        {
            remove(slot);
        }
    }

    /**
     * Count binding events.
     *
     * @param slot      of the cut.
     * @param events    how often it was binding.
     * @param iteration in which.
     */
    public void bound(final int slot, final int events, final int iteration)
    {
        if (events > 0)
        {
            activeCounts[slot] += events;
            lastActiveIterations[slot] = iteration;
        }
    }

    /**
     * What the active cuts say of a state: the largest value of those that bound the future cost as a whole, or the
     * risk measure of the largest values by opening. No value is below the floor of the future cost
     * columns.
     *
     * @param state  array with the state.
     * @param offset of the first component.
     * @param floor  least value of a future cost column, k$; not positive.
     * @return k$.
     */
    public double evaluate(final double[] state, final int offset, final double floor)
    {
        double whole = floor;
        final double[] values = new double[parts.openings()];
        Arrays.fill(values, floor);
        for (int slot = 0; slot < populated; slot++)
        {
            if (active[slot])
            {
                final double value = valueAt(slot, state, offset);
                if (WHOLE == openings[slot])
                {
                    whole = Math.max(whole, value);
                }
                else
                {
                    values[openings[slot]] = Math.max(values[openings[slot]], value);
                }
            }
        }
        return 0 == values.length ? whole :
            Math.max(whole, CvarMix.of(parts.risk()).value(values, values.length, new double[values.length]));
    }

    /**
     * Value of one cut at a state.
     *
     * @param slot   of the cut.
     * @param state  array with the state.
     * @param offset of the first component.
     * @return k$.
     */
    public double valueAt(final int slot, final double[] state, final int offset)
    {
        double value = intercepts[slot];
        for (int index = 0; index < dimension; index++)
        {
            value += coefficients[slot * dimension + index] * state[offset + index];
        }
        return value;
    }

    /**
     * Id of the stage.
     *
     * @return as in the files.
     */
    public int stageId()
    {
        return stageId;
    }

    /**
     * What the future cost is put together from.
     *
     * @return none if all cuts bound it as a whole.
     */
    public FutureParts parts()
    {
        return parts;
    }

    /**
     * Length of the state vector.
     *
     * @return coefficients by cut.
     */
    public int dimension()
    {
        return dimension;
    }

    /**
     * Number of active cuts.
     *
     * @return at most {@link #populated()}.
     */
    public int activeCuts()
    {
        return activeCuts;
    }

    /**
     * Number of cuts that were there at the start.
     *
     * @return they have the lowest slots.
     */
    public int warmStart()
    {
        return warmStart;
    }

    /**
     * Iteration that made a cut.
     *
     * @param slot of the cut.
     * @return from 1; 0 if it was loaded.
     */
    public int iteration(final int slot)
    {
        return iterations[slot];
    }

    /**
     * Trial index that made a cut.
     *
     * @param slot of the cut.
     * @return from 0.
     */
    public int pass(final int slot)
    {
        return passes[slot];
    }

    /**
     * Number of solves in which the cut was binding.
     *
     * @param slot of the cut.
     * @return a count.
     */
    public int activeCount(final int slot)
    {
        return activeCounts[slot];
    }

    /**
     * Last iteration in which the cut was binding, at first the one that made it.
     *
     * @param slot of the cut.
     * @return an iteration.
     */
    public int lastActiveIteration(final int slot)
    {
        return lastActiveIterations[slot];
    }

    @Override
    public int populated()
    {
        return populated;
    }

    @Override
    public boolean active(final int slot)
    {
        return active[slot];
    }

    @Override
    public int opening(final int slot)
    {
        return openings[slot];
    }

    @Override
    public double intercept(final int slot)
    {
        return intercepts[slot];
    }

    @Override
    public double coefficient(final int slot, final int index)
    {
        return coefficients[slot * dimension + index];
    }

    @Override
    public int removals()
    {
        return removals;
    }
}
