package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * A native LP that says what a test tells it to. The LP has one column between 0 and 10 and one row that sets it to 4
 * at a cost of 2, so that the objective is 8 and the dual 2.
 */
final class ScriptedLp implements NativeLp
{
    static final LpModel MODEL = new LpModel(
        new double[] {2.0},
        new double[] {0.0},
        new double[] {10.0},
        new double[] {4.0},
        new double[] {4.0},
        new int[] {0, 1},
        new int[] {0},
        new double[] {1.0});

    LpSolver.Status status = LpSolver.Status.OPTIMAL;
    double objective = 8.0;
    double primal = 4.0;
    double reducedCost;
    double dual = 2.0;
    double primalInfeasibility;
    double dualInfeasibility;
    int started;
    int closed;

    LpSolver checked()
    {
        final LpSolver solver = new CheckedSolver(this);
        solver.load(MODEL);
        return solver;
    }

    @Override
    public String name()
    {
        return "scripted";
    }

    @Override
    public void load(final LpModel model)
    {
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
    }

    @Override
    public void deleteRows(final int count, final int[] rows)
    {
    }

    @Override
    public void rowBounds(final int count, final int[] rows, final double[] lower, final double[] upper)
    {
    }

    @Override
    public void columnBounds(final int count, final int[] columns, final double[] lower, final double[] upper)
    {
    }

    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        started++;
    }

    @Override
    public LpSolver.Status run()
    {
        return status;
    }

    @Override
    public String statusText()
    {
        return status.name();
    }

    @Override
    public double primalInfeasibility()
    {
        return primalInfeasibility;
    }

    @Override
    public double dualInfeasibility()
    {
        return dualInfeasibility;
    }

    @Override
    public double objective()
    {
        return objective;
    }

    @Override
    public void solution(final double[] values, final double[] reducedCosts, final double[] duals)
    {
        values[0] = primal;
        reducedCosts[0] = reducedCost;
        duals[0] = dual;
    }

    @Override
    public void activities(final double[] activities)
    {
        activities[0] = primal;
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        Arrays.fill(columnStatus, LpSolver.BASIC);
        Arrays.fill(rowStatus, LpSolver.AT_LOWER);
    }

    @Override
    public int iterations()
    {
        return 1;
    }

    @Override
    public void close()
    {
        closed++;
    }
}
