package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * Powers of two that bring the coefficients of a template near one: a geometric mean by column, then by row on the
 * scaled columns. A scaled column is {@code x / column}; a scaled row is {@code row * (A x)}. Powers of two change no
 * digit of a coefficient.
 *
 * @param column factor by column.
 * @param row    factor by template row.
 */
record Scaling(double[] column, double[] row)
{
    static Scaling of(final LpModel model)
    {
        final int columns = model.columns();
        final int rows = model.rows();
        final double[] smallest = filled(columns, Double.POSITIVE_INFINITY);
        final double[] largest = new double[columns];
        for (int entry = 0; entry < model.starts()[rows]; entry++)
        {
            final double size = Math.abs(model.values()[entry]);
            final int column = model.indices()[entry];
            smallest[column] = Math.min(smallest[column], size);
            largest[column] = Math.max(largest[column], size);
        }
        final double[] columnFactor = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            columnFactor[column] = factor(smallest[column], largest[column]);
        }
        final double[] rowFactor = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double low = Double.POSITIVE_INFINITY;
            double high = 0.0;
            for (int entry = model.starts()[row]; entry < model.starts()[row + 1]; entry++)
            {
                final double size = Math.abs(model.values()[entry]) * columnFactor[model.indices()[entry]];
                low = Math.min(low, size);
                high = Math.max(high, size);
            }
            rowFactor[row] = factor(low, high);
        }
        return new Scaling(columnFactor, rowFactor);
    }

    /**
     * The same factors but for columns in one unit and rows with nothing else: coefficients there stay what they are.
     */
    Scaling withUnit(final int[] columns, final int[] rows, final double unit)
    {
        final double[] changedColumns = column.clone();
        for (final int index : columns)
        {
            changedColumns[index] = unit;
        }
        final double[] changedRows = row.clone();
        for (final int index : rows)
        {
            changedRows[index] = 1.0 / unit;
        }
        return new Scaling(changedColumns, changedRows);
    }

    LpModel apply(final LpModel model)
    {
        final int columns = model.columns();
        final int rows = model.rows();
        final double[] cost = new double[columns];
        final double[] columnLower = new double[columns];
        final double[] columnUpper = new double[columns];
        for (int index = 0; index < columns; index++)
        {
            cost[index] = model.cost()[index] * column[index];
            columnLower[index] = model.columnLower()[index] / column[index];
            columnUpper[index] = model.columnUpper()[index] / column[index];
        }
        final double[] rowLower = new double[rows];
        final double[] rowUpper = new double[rows];
        final double[] values = new double[model.values().length];
        for (int index = 0; index < rows; index++)
        {
            rowLower[index] = model.rowLower()[index] * row[index];
            rowUpper[index] = model.rowUpper()[index] * row[index];
            for (int entry = model.starts()[index]; entry < model.starts()[index + 1]; entry++)
            {
                values[entry] = model.values()[entry] * row[index] * column[model.indices()[entry]];
            }
        }
        return new LpModel(
            cost, columnLower, columnUpper, rowLower, rowUpper, model.starts(), model.indices(), values);
    }

    private static double factor(final double smallest, final double largest)
    {
        if (0.0 == largest)
        {
            return 1.0;
        }
        final int sum = Math.getExponent(smallest) + Math.getExponent(largest);
        return Math.scalb(1.0, -Math.floorDiv(sum + 1, 2));
    }

    private static double[] filled(final int length, final double value)
    {
        final double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }
}
