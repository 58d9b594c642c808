package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * Everything that a solve gives, for comparison bit by bit.
 */
record LpAnswer(double objective, double[] primal, double[] duals, byte[] columnStatus, byte[] rowStatus)
{
    static LpAnswer of(final LpSolver solver)
    {
        final double[] primal = new double[solver.columns()];
        final double[] duals = new double[solver.rows()];
        final byte[] columnStatus = new byte[solver.columns()];
        final byte[] rowStatus = new byte[solver.rows()];
        solver.primal(primal);
        solver.duals(duals);
        solver.basis(columnStatus, rowStatus);
        return new LpAnswer(solver.objective(), primal, duals, columnStatus, rowStatus);
    }

    /** A byte array per kind of result, for assertEquals with a readable difference. */
    String bits()
    {
        return Double.doubleToRawLongBits(objective) + " " +
            Arrays.toString(Arrays.stream(primal).mapToLong(Double::doubleToRawLongBits).toArray()) +
            Arrays.toString(Arrays.stream(duals).mapToLong(Double::doubleToRawLongBits).toArray()) +
            Arrays.toString(columnStatus) + Arrays.toString(rowStatus);
    }
}
