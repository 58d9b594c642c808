package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * The present state of an LP on the heap, kept in step with a native instance so that the instance can be made anew.
 */
public final class LpCopy
{
    private final Bounds columns = new Bounds("column");
    private final Bounds rows = new Bounds("row");
    private double[] cost = new double[0];
    private int[] starts = new int[1];
    private int[] indices = new int[0];
    private double[] values = new double[0];

    /**
     * Begin anew.
     *
     * @param model copied.
     */
    public void load(final LpModel model)
    {
        cost = model.cost().clone();
        columns.clear();
        columns.append(model.columns(), model.columnLower(), model.columnUpper());
        rows.clear();
        addRows(model.rows(), model.rowLower(), model.rowUpper(), model.starts(), model.indices(), model.values());
    }

    /**
     * Append rows; arguments as in {@link LpSolver#addRows}.
     *
     * @param count      of rows.
     * @param lower      by row.
     * @param upper      by row.
     * @param newStarts  first entry by row, length count + 1.
     * @param newIndices columns.
     * @param newValues  coefficients.
     */
    public void addRows(
        final int count,
        final double[] lower,
        final double[] upper,
        final int[] newStarts,
        final int[] newIndices,
        final double[] newValues)
    {
        final int first = rows.size();
        final int used = starts[first];
        final int added = newStarts[count];
        rows.append(count, lower, upper);
        if (starts.length <= rows.size())
        {
            starts = Arrays.copyOf(starts, 1 + rows.size() + first / 2);
        }
        if (indices.length < used + added)
        {
            indices = Arrays.copyOf(indices, used + Math.max(added, used / 2));
            values = Arrays.copyOf(values, indices.length);
        }
        System.arraycopy(newIndices, 0, indices, used, added);
        System.arraycopy(newValues, 0, values, used, added);
        for (int i = 1; i <= count; i++)
        {
            starts[first + i] = used + newStarts[i];
        }
    }

    /**
     * Delete rows.
     *
     * @param count   of rows.
     * @param deleted ascending.
     */
    public void deleteRows(final int count, final int[] deleted)
    {
        final int before = rows.size();
        rows.delete(count, deleted);
        int next = 0;
        int row = 0;
        int end = 0;
        for (int i = 0; i < before; i++)
        {
            if (next < count && deleted[next] == i)
            {
                next++;
                continue;
            }
            final int from = starts[i];
            final int length = starts[i + 1] - from;
            System.arraycopy(indices, from, indices, end, length);
            System.arraycopy(values, from, values, end, length);
            starts[row++] = end;
            end += length;
        }
        starts[row] = end;
    }

    /**
     * Change bounds of rows.
     *
     * @param count   of rows.
     * @param changed indices.
     * @param lower   by position.
     * @param upper   by position.
     */
    public void rowBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        rows.change(count, changed, lower, upper);
    }

    /**
     * Change bounds of columns.
     *
     * @param count   of columns.
     * @param changed indices.
     * @param lower   by position.
     * @param upper   by position.
     */
    public void columnBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        columns.change(count, changed, lower, upper);
    }

    Bounds rowBounds()
    {
        return rows;
    }

    Bounds columnBounds()
    {
        return columns;
    }

    int columns()
    {
        return columns.size();
    }

    int rows()
    {
        return rows.size();
    }

    /**
     * The LP as it is now.
     *
     * @return arrays of its own.
     */
    public LpModel model()
    {
        final int entries = starts[rows.size()];
        return new LpModel(
            cost.clone(),
            columns.lowers(),
            columns.uppers(),
            rows.lowers(),
            rows.uppers(),
            Arrays.copyOf(starts, rows.size() + 1),
            Arrays.copyOf(indices, entries),
            Arrays.copyOf(values, entries));
    }
}
