package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * Rows of a matrix under construction. Entries of a row are added up by column and kept in column order.
 */
final class SparseRows
{
    private final double[] sum;
    private final boolean[] touched;
    private int[] starts = new int[64];
    private int[] indices = new int[256];
    private double[] values = new double[256];
    private double[] lower = new double[64];
    private double[] upper = new double[64];
    private int rows;

    SparseRows(final int columns)
    {
        sum = new double[columns];
        touched = new boolean[columns];
    }

    /**
     * Add a coefficient to the row being built; a column that does not exist is passed over.
     */
    void put(final int column, final double value)
    {
        if (GroupMap.NONE != column)
        {
            sum[column] += value;
            touched[column] = true;
        }
    }

    /**
     * Finish the row.
     */
    void end(final double rowLower, final double rowUpper)
    {
        if (rows + 2 > starts.length)
        {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            lower = Arrays.copyOf(lower, 2 * lower.length);
            upper = Arrays.copyOf(upper, 2 * upper.length);
        }
        int end = starts[rows];
        for (int column = 0; column < sum.length; column++)
        {
            if (touched[column] && 0.0 != sum[column])
            {
                if (end == indices.length)
                {
                    indices = Arrays.copyOf(indices, 2 * end);
                    values = Arrays.copyOf(values, 2 * end);
                }
                indices[end] = column;
                values[end++] = sum[column];
            }
            touched[column] = false;
            sum[column] = 0.0;
        }
        lower[rows] = rowLower;
        upper[rows] = rowUpper;
        starts[++rows] = end;
    }

    int rows()
    {
        return rows;
    }

    LpModel model(final double[] cost, final double[] columnLower, final double[] columnUpper)
    {
        final int entries = starts[rows];
        return new LpModel(
            cost,
            columnLower,
            columnUpper,
            Arrays.copyOf(lower, rows),
            Arrays.copyOf(upper, rows),
            Arrays.copyOf(starts, rows + 1),
            Arrays.copyOf(indices, entries),
            Arrays.copyOf(values, entries));
    }
}
