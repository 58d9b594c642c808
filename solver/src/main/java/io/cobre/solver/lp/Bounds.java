package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * A growing list of the lower and upper bounds of columns or of rows.
 */
final class Bounds
{
    private final String what;
    private double[] lower = new double[0];
    private double[] upper = new double[0];
    private int size;

    Bounds(final String what)
    {
        this.what = what;
    }

    int size()
    {
        return size;
    }

    double lower(final int index)
    {
        return lower[index];
    }

    double upper(final int index)
    {
        return upper[index];
    }

    void clear()
    {
        size = 0;
    }

    void append(final int count, final double[] newLower, final double[] newUpper)
    {
        if (lower.length < size + count)
        {
            final int capacity = size + Math.max(count, size / 2);
            lower = Arrays.copyOf(lower, capacity);
            upper = Arrays.copyOf(upper, capacity);
        }
        for (int i = 0; i < count; i++)
        {
            place(size + i, newLower[i], newUpper[i]);
        }
        size += count;
    }

    void change(final int count, final int[] indices, final double[] newLower, final double[] newUpper)
    {
        for (int i = 0; i < count; i++)
        {
            if (indices[i] < 0 || indices[i] >= size)
            {
                throw new IllegalArgumentException("there is no " + what + ' ' + indices[i] + " among " + size);
            }
            place(indices[i], newLower[i], newUpper[i]);
        }
    }

    void delete(final int count, final int[] ascending)
    {
        int kept = count == 0 ? size : ascending[0];
        int next = 0;
        for (int i = kept; i < size; i++)
        {
            if (next < count && ascending[next] == i)
            {
                next++;
            }
            else
            {
                lower[kept] = lower[i];
                upper[kept++] = upper[i];
            }
        }
        if (next != count)
        {
            throw new IllegalArgumentException(
                "to delete: " + what + "s must ascend and lie below " + size + ", not " + Arrays.toString(ascending));
        }
        size = kept;
    }

    /**
     * The part of these variables in the dual objective: each at the bound that its reduced cost pushes it to, which
     * is no finite number if there is no such bound. A reduced cost that is zero up to the tolerance pushes nowhere:
     * the variable counts where it is, as the width of its bounds times the tolerance would otherwise look like a gap.
     *
     * @param reducedCosts by index.
     * @param values       by index; null gives NaN if one is needed.
     * @param tolerance    of a sign.
     * @return the sum.
     */
    double dualObjective(final double[] reducedCosts, final double[] values, final double tolerance)
    {
        double sum = 0.0;
        for (int i = 0; i < size; i++)
        {
            final double cost = reducedCosts[i];
            if (cost > tolerance)
            {
                sum += cost * lower[i];
            }
            else if (cost < -tolerance)
            {
                sum += cost * upper[i];
            }
            else if (cost != 0.0)
            {
                sum += cost * (values == null ? Double.NaN : values[i]);
            }
        }
        return sum;
    }

    /**
     * Count basic variables.
     *
     * @param status of columns or of rows.
     * @param count  how many to look at.
     * @return how many are basic.
     */
    static int basics(final byte[] status, final int count)
    {
        int basics = 0;
        for (int i = 0; i < count; i++)
        {
            if (status[i] < LpSolver.AT_LOWER || status[i] > LpSolver.AT_ZERO)
            {
                throw new IllegalArgumentException("status " + status[i] + " at " + i + " means nothing");
            }
            basics += status[i] == LpSolver.BASIC ? 1 : 0;
        }
        return basics;
    }

    double[] lowers()
    {
        return Arrays.copyOf(lower, size);
    }

    double[] uppers()
    {
        return Arrays.copyOf(upper, size);
    }

    private void place(final int index, final double newLower, final double newUpper)
    {
        if (Double.isNaN(newLower) || Double.isNaN(newUpper))
        {
            throw new IllegalArgumentException("a bound of " + what + ' ' + index + " is not a number");
        }
        lower[index] = newLower;
        upper[index] = newUpper;
    }
}
