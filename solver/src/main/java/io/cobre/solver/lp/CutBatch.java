package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * Cuts on their way into a native solver, as rows scaled by column only; its arrays are used again.
 */
final class CutBatch
{
    private final int[] columns;
    private final double[] scale;
    private final int futureCost;
    private final double futureCostScale;
    private int count;
    private int entries;
    private double[] lower = new double[8];
    private double[] upper = new double[8];
    private int[] starts = new int[9];
    private int[] indices = new int[0];
    private double[] values = new double[0];

    CutBatch(final StageLp lp)
    {
        final int dimension = lp.layout().stateDimension();
        columns = new int[dimension];
        scale = new double[dimension];
        for (int index = 0; index < dimension; index++)
        {
            columns[index] = lp.layout().stateColumn(index);
            scale[index] = lp.scaling().column()[columns[index]];
        }
        futureCost = lp.layout().column(ColumnGroup.FUTURE_COST, 0);
        futureCostScale = lp.scaling().column()[futureCost];
    }

    void clear()
    {
        count = 0;
        entries = 0;
    }

    void add(final CutRows cuts, final int slot)
    {
        reserve();
        starts[count] = entries;
        lower[count] = cuts.intercept(slot);
        upper[count] = Double.POSITIVE_INFINITY;
        put(futureCost, futureCostScale);
        for (int index = 0; index < columns.length; index++)
        {
            final double coefficient = cuts.coefficient(slot, index);
            if (0.0 != coefficient)
            {
                put(columns[index], -coefficient * scale[index]);
            }
        }
        starts[++count] = entries;
    }

    private void reserve()
    {
        if (count + 1 >= starts.length)
        {
            lower = Arrays.copyOf(lower, 2 * count);
            upper = Arrays.copyOf(upper, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count + 1);
        }
        if (entries + columns.length + 1 > indices.length)
        {
            final int capacity = 2 * (entries + columns.length + 1);
            indices = Arrays.copyOf(indices, capacity);
            values = Arrays.copyOf(values, capacity);
        }
    }

    private void put(final int column, final double value)
    {
        indices[entries] = column;
        values[entries++] = value;
    }

    void appendTo(final LpSolver solver)
    {
        if (count > 0)
        {
            solver.addRows(count, lower, upper, starts, indices, values);
        }
    }
}
