package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * A native LP under the LP contract: arguments are checked, and an optimum is accepted only if its infeasibilities
 * are small and a dual objective computed here equals the primal one.
 */
public final class CheckedSolver implements LpSolver
{
    private static final double FEASIBILITY_TOLERANCE = 1e-6;
    private static final double GAP_TOLERANCE = 1e-7;

    private final NativeLp lp;
    private final Bounds columnBounds = new Bounds("column");
    private final Bounds rowBounds = new Bounds("row");

    private double[] primal = new double[0];
    private double[] reducedCosts = new double[0];
    private double[] duals = new double[0];
    private double[] activities = new double[0];
    private double objective = Double.NaN;
    private double dualObjective = Double.NaN;
    private boolean solved;
    private boolean closed;

    /**
     * Check what a native LP is given and gives.
     *
     * @param lp closed with this.
     */
    public CheckedSolver(final NativeLp lp)
    {
        this.lp = lp;
    }

    @Override
    public String solverName()
    {
        return lp.name();
    }

    @Override
    public void load(final LpModel model)
    {
        open();
        check(model);
        columnBounds.clear();
        columnBounds.append(model.columns(), model.columnLower(), model.columnUpper());
        rowBounds.clear();
        rowBounds.append(model.rows(), model.rowLower(), model.rowUpper());
        solved = false;
        lp.load(model);
    }

    @Override
    public int columns()
    {
        return columnBounds.size();
    }

    @Override
    public int rows()
    {
        return rowBounds.size();
    }

    @Override
    public void addRows(
        final int count,
        final double[] lower,
        final double[] upper,
        final int[] starts,
        final int[] indices,
        final double[] values)
    {
        open();
        checkEntries(columns(), count, starts, indices, values);
        rowBounds.append(count, lower, upper);
        solved = false;
        lp.addRows(count, lower, upper, starts, indices, values);
    }

    @Override
    public void deleteRows(final int count, final int[] rows)
    {
        open();
        rowBounds.delete(count, rows);
        solved = false;
        lp.deleteRows(count, rows);
    }

    @Override
    public void rowBounds(final int count, final int[] rows, final double[] lower, final double[] upper)
    {
        open();
        rowBounds.change(count, rows, lower, upper);
        lp.rowBounds(count, rows, lower, upper);
    }

    @Override
    public void columnBounds(final int count, final int[] columns, final double[] lower, final double[] upper)
    {
        open();
        columnBounds.change(count, columns, lower, upper);
        lp.columnBounds(count, columns, lower, upper);
    }

    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        open();
        final int basics = Bounds.basics(columnStatus, columns()) + Bounds.basics(rowStatus, rows());
        if (basics != rows())
        {
            throw new IllegalArgumentException("a basis of " + rows() + " rows cannot have " + basics + " basics");
        }
        solved = false;
        lp.start(columnStatus, rowStatus);
    }

    @Override
    public Status solve()
    {
        open();
        objective = Double.NaN;
        final Status status = lp.run();
        solved = status == Status.OPTIMAL;
        if (!solved)
        {
            return status;
        }
        collect();
        solved = lp.primalInfeasibility() <= FEASIBILITY_TOLERANCE &&
            lp.dualInfeasibility() <= FEASIBILITY_TOLERANCE &&
            Math.abs(objective - dualObjective) <= GAP_TOLERANCE * Math.max(1.0, Math.abs(objective));
        return solved ? Status.OPTIMAL : Status.FAILED;
    }

    @Override
    public String verdict()
    {
        if (Double.isNaN(objective))
        {
            return lp.statusText();
        }
        return lp.statusText() + ", objective " + objective + ", dual objective " + dualObjective +
            ", primal infeasibility " + lp.primalInfeasibility() + ", dual infeasibility " + lp.dualInfeasibility();
    }

    @Override
    public double objective()
    {
        answer();
        return objective;
    }

    @Override
    public void primal(final double[] columns)
    {
        answer();
        System.arraycopy(primal, 0, columns, 0, columns());
    }

    @Override
    public void duals(final double[] rows)
    {
        answer();
        System.arraycopy(duals, 0, rows, 0, rows());
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        answer();
        lp.basis(columnStatus, rowStatus);
    }

    @Override
    public int iterations()
    {
        open();
        return lp.iterations();
    }

    @Override
    public void close()
    {
        if (!closed)
        {
            closed = true;
            lp.close();
        }
    }

    private void collect()
    {
        if (primal.length < columns())
        {
            primal = new double[columns()];
            reducedCosts = new double[columns()];
        }
        if (duals.length < rows())
        {
            duals = new double[rows() + rows() / 2];
        }
        objective = lp.objective();
        lp.solution(primal, reducedCosts, duals);
        final double ofColumns = columnBounds.dualObjective(reducedCosts, primal, FEASIBILITY_TOLERANCE);
        dualObjective = ofColumns + rowBounds.dualObjective(duals, null, FEASIBILITY_TOLERANCE);
        if (Double.isNaN(dualObjective))
        {
            activities = activities.length < rows() ? new double[duals.length] : activities;
            lp.activities(activities);
            dualObjective = ofColumns + rowBounds.dualObjective(duals, activities, FEASIBILITY_TOLERANCE);
        }
    }

    private void open()
    {
        if (closed)
        {
            throw new IllegalStateException("the LP instance is closed");
        }
    }

    private void answer()
    {
        open();
        if (!solved)
        {
            throw new IllegalStateException("the last solve gave no accepted optimum");
        }
    }

    private static void check(final LpModel model)
    {
        if (model.columns() < 1)
        {
            throw new IllegalArgumentException("a model needs a column");
        }
        if (Arrays.stream(model.cost()).anyMatch(cost -> !Double.isFinite(cost)))
        {
            throw new IllegalArgumentException("a cost is not a finite number");
        }
        checkEntries(model.columns(), model.rows(), model.starts(), model.indices(), model.values());
    }

    private static void checkEntries(
        final int columns, final int rows, final int[] starts, final int[] indices, final double[] values)
    {
        if (starts[0] != 0)
        {
            throw new IllegalArgumentException("the first row starts at entry " + starts[0] + " instead of 0");
        }
        for (int i = 0; i < starts[rows]; i++)
        {
            if (indices[i] < 0 || indices[i] >= columns || !Double.isFinite(values[i]))
            {
                throw new IllegalArgumentException(
                    "entry " + i + " of column " + indices[i] + " among " + columns + " is " + values[i]);
            }
        }
    }
}
