package io.cobre.solver.lp;

/**
 * A solved stage LP in the units of the model: values, limits and costs of the variables, sides and duals of the
 * template rows. Used again for every solve.
 */
public final class StageSolution
{
    private StageLp lp;
    private double[] values = new double[0];
    private double[] upper = new double[0];
    private double[] duals = new double[0];
    private double[] sides = new double[0];

    /**
     * A solution to be filled by {@link StageInstance#read}.
     */
    public StageSolution()
    {
    }

    void read(final StageLp solved, final double[] primal, final double[] scaledDuals, final LpInstance solver)
    {
        lp = solved;
        final int columns = lp.layout().columns();
        final int rows = lp.layout().rows();
        if (values.length < columns || duals.length < rows)
        {
            values = new double[columns];
            upper = new double[columns];
            duals = new double[rows];
            sides = new double[rows];
        }
        final double[] columnScale = lp.scaling().column();
        System.arraycopy(primal, 0, values, 0, columns);
        for (int column = 0; column < columns; column++)
        {
            upper[column] = solver.columnLimits().upper(column) * columnScale[column];
        }
        final double[] rowScale = lp.scaling().row();
        for (int row = 0; row < rows; row++)
        {
            duals[row] = scaledDuals[row] * rowScale[row];
            sides[row] = solver.rowLimits().lower(row) / rowScale[row];
        }
    }

    /**
     * The stage with its layout.
     *
     * @return tells where the values stand.
     */
    public StageLp lp()
    {
        return lp;
    }

    /**
     * Value of a variable.
     *
     * @param column of the layout, or {@link StageLayout#NONE}.
     * @return 0 where the LP has no such variable.
     */
    public double value(final int column)
    {
        return StageLayout.NONE == column ? 0.0 : values[column];
    }

    /**
     * Upper limit of a variable, noise included.
     *
     * @param column of the layout, or {@link StageLayout#NONE}.
     * @return 0 where the LP has no such variable.
     */
    public double upper(final int column)
    {
        return StageLayout.NONE == column ? 0.0 : upper[column];
    }

    /**
     * What a variable adds to the cost of the stage.
     *
     * @param column of the layout, or {@link StageLayout#NONE}.
     * @return $, undiscounted; 0 where the LP has no such variable.
     */
    public double cost(final int column)
    {
        return StageLayout.NONE == column ? 0.0 : lp.unitCost(column) * values[column];
    }

    /**
     * What a family of variables adds to the cost of the stage.
     *
     * @param group the family.
     * @return $, undiscounted.
     */
    public double cost(final ColumnGroup group)
    {
        final GroupMap<ColumnGroup> groups = lp.layout().columnGroups();
        double sum = 0.0;
        if (groups.has(group))
        {
            for (int column = groups.start(group); column < groups.end(group); column++)
            {
                sum += cost(column);
            }
        }
        return sum;
    }

    /**
     * Derivative of the cost of this stage and all after it, seen from this stage, with respect to a right-hand side.
     *
     * @param row of the layout.
     * @return $ per unit.
     */
    public double dual(final int row)
    {
        return duals[row] * StageLp.COST_SCALE;
    }

    /**
     * Right-hand side of an equation, noise included.
     *
     * @param row of the layout.
     * @return in the unit of the row.
     */
    public double side(final int row)
    {
        return sides[row];
    }
}
