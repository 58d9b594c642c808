package io.cobre.solver.lp;

/**
 * A linear program in row-wise form: minimise {@code cost * x} subject to {@code rowLower <= A x <= rowUpper} and
 * {@code columnLower <= x <= columnUpper}. Infinite bounds are {@link Double#POSITIVE_INFINITY} and its negative.
 *
 * @param cost        objective by column.
 * @param columnLower lower bound by column.
 * @param columnUpper upper bound by column.
 * @param rowLower    lower bound by row.
 * @param rowUpper    upper bound by row.
 * @param starts      first entry of each row in {@code indices}; length rows + 1.
 * @param indices     column of each entry.
 * @param values      coefficient of each entry.
 */
public record LpModel(
    double[] cost,
    double[] columnLower,
    double[] columnUpper,
    double[] rowLower,
    double[] rowUpper,
    int[] starts,
    int[] indices,
    double[] values)
{
    /**
     * Number of columns.
     *
     * @return at least 1.
     */
    public int columns()
    {
        return cost.length;
    }

    /**
     * Number of rows.
     *
     * @return may be 0.
     */
    public int rows()
    {
        return rowLower.length;
    }

    /**
     * The same model with another unit of columns whose rows, without sides, have changed their unit as well.
     *
     * @param columns indices; without upper bounds.
     * @param unit    in the old unit, a power of two.
     * @return a copy that shares everything else.
     */
    LpModel withUnit(final int[] columns, final double unit)
    {
        final double[] costs = cost.clone();
        final double[] lowers = columnLower.clone();
        for (final int column : columns)
        {
            costs[column] *= unit;
            lowers[column] /= unit;
        }
        return new LpModel(costs, lowers, columnUpper, rowLower, rowUpper, starts, indices, values);
    }
}
