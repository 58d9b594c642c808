package io.cobre.solver.lp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a unit of work did to its LP since it began, so that a solve that failed can be done again. A change of a
 * bound is an entry with its place, the values before and the values after; a solve is an entry without a place.
 */
final class UnitHistory
{
    private static final int SOLVE = Integer.MAX_VALUE;

    private int[] places = new int[256];
    private double[] before = new double[512];
    private double[] after = new double[512];
    private int size;

    void clear()
    {
        size = 0;
    }

    void rows(final int count, final int[] rows, final Bounds old, final double[] lower, final double[] upper)
    {
        for (int i = 0; i < count; i++)
        {
            add(rows[i], old, rows[i], lower[i], upper[i]);
        }
    }

    /** Columns are told from rows by the sign of their place. */
    void columns(final int count, final int[] columns, final Bounds old, final double[] lower, final double[] upper)
    {
        for (int i = 0; i < count; i++)
        {
            add(~columns[i], old, columns[i], lower[i], upper[i]);
        }
    }

    void solved()
    {
        reserve();
        places[size++] = SOLVE;
    }

    /**
     * Undo the changes in a model.
     *
     * @param model as it is now; overwritten with what it was when the unit began.
     */
    void rewind(final LpModel model)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            if (places[i] != SOLVE)
            {
                final boolean row = places[i] >= 0;
                final int index = row ? places[i] : ~places[i];
                (row ? model.rowLower() : model.columnLower())[index] = before[2 * i];
                (row ? model.rowUpper() : model.columnUpper())[index] = before[2 * i + 1];
            }
        }
    }

    /**
     * The entries in their order.
     *
     * @return a copy.
     */
    List<FailedLp.Step> steps()
    {
        final List<FailedLp.Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++)
        {
            if (places[i] == SOLVE)
            {
                steps.add(FailedLp.Step.ofSolve());
            }
            else
            {
                final boolean row = places[i] >= 0;
                steps.add(new FailedLp.Step(
                    row ? FailedLp.Action.ROW_BOUNDS : FailedLp.Action.COLUMN_BOUNDS,
                    row ? places[i] : ~places[i],
                    after[2 * i],
                    after[2 * i + 1]));
            }
        }
        return steps;
    }

    private void add(final int place, final Bounds old, final int index, final double lower, final double upper)
    {
        reserve();
        places[size] = place;
        before[2 * size] = old.lower(index);
        before[2 * size + 1] = old.upper(index);
        after[2 * size] = lower;
        after[2 * size + 1] = upper;
        size++;
    }

    private void reserve()
    {
        if (size == places.length)
        {
            places = Arrays.copyOf(places, 2 * size);
            before = Arrays.copyOf(before, 4 * size);
            after = Arrays.copyOf(after, 4 * size);
        }
    }
}
