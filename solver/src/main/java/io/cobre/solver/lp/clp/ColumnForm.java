package io.cobre.solver.lp.clp;

import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.natives.OffHeapArray;

/**
 * An LP by columns in native memory, ready to be loaded again and again.
 */
final class ColumnForm implements AutoCloseable
{
    private final OffHeapArray starts = new OffHeapArray();
    private final OffHeapArray indices = new OffHeapArray();
    private final OffHeapArray values = new OffHeapArray();
    private final OffHeapArray cost = new OffHeapArray();
    private final OffHeapArray columnLower = new OffHeapArray();
    private final OffHeapArray columnUpper = new OffHeapArray();
    private final OffHeapArray rowLower = new OffHeapArray();
    private final OffHeapArray rowUpper = new OffHeapArray();
    private int columns;
    private int rows;

    /**
     * Take over an LP.
     *
     * @param model by rows.
     */
    void take(final LpModel model)
    {
        columns = model.columns();
        rows = model.rows();
        cost.put(model.cost(), columns);
        columnLower.put(model.columnLower(), columns);
        columnUpper.put(model.columnUpper(), columns);
        rowLower.put(model.rowLower(), rows);
        rowUpper.put(model.rowUpper(), rows);
        transpose(model);
    }

    void rowBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        scatter(count, changed, lower, rowLower);
        scatter(count, changed, upper, rowUpper);
    }

    void columnBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        scatter(count, changed, lower, columnLower);
        scatter(count, changed, upper, columnUpper);
    }

    void loadInto(final long clp)
    {
        ClpCalls.Clp_loadProblem(
            clp,
            columns,
            rows,
            starts.address(),
            indices.address(),
            values.address(),
            columnLower.address(),
            columnUpper.address(),
            cost.address(),
            rowLower.address(),
            rowUpper.address());
    }

    @Override
    public void close()
    {
        starts.close();
        indices.close();
        values.close();
        cost.close();
        columnLower.close();
        columnUpper.close();
        rowLower.close();
        rowUpper.close();
    }

    /** Rows ascend within a column, whatever the order of the entries within a row. */
    private void transpose(final LpModel model)
    {
        final int entries = model.starts()[rows];
        final int[] first = new int[columns + 1];
        for (int entry = 0; entry < entries; entry++)
        {
            first[model.indices()[entry] + 1]++;
        }
        for (int column = 0; column < columns; column++)
        {
            first[column + 1] += first[column];
        }
        starts.put(first, columns + 1);
        final int[] rowIndices = new int[entries];
        final double[] coefficients = new double[entries];
        for (int row = 0; row < rows; row++)
        {
            for (int entry = model.starts()[row]; entry < model.starts()[row + 1]; entry++)
            {
                final int place = first[model.indices()[entry]]++;
                rowIndices[place] = row;
                coefficients[place] = model.values()[entry];
            }
        }
        indices.put(rowIndices, entries);
        values.put(coefficients, entries);
    }

    private static void scatter(
        final int count, final int[] where, final double[] values, final OffHeapArray destination)
    {
        for (int i = 0; i < count; i++)
        {
            destination.set(where[i], values[i]);
        }
    }
}
