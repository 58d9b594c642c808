package io.cobre.solver.lp.bundle;

import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows and bounds that cannot hold together. The LP that minimises the sum of all violations of rows has duals; those
 * that are not zero belong to rows whose sum, weighted by them, asks for what the bounds of the columns forbid.
 *
 * @param violation least sum of violations of rows; 0 for a feasible LP.
 * @param parts     the rows and bounds; empty for a feasible LP.
 */
public record Conflict(double violation, List<Part> parts)
{
    private static final double ZERO = 1e-9;
    private static final double FEASIBLE = 1e-7;

    /**
     * A row or a bound of the conflict.
     *
     * @param name  of the row or column.
     * @param what  {@code row} or {@code column}.
     * @param side  {@code lower} or {@code upper} bound.
     * @param bound its value.
     * @param weight of a row, or reduced cost of a column.
     */
    public record Part(String name, String what, String side, double bound, double weight)
    {
        /**
         * The part as an inequality.
         *
         * @return name, sign and bound.
         */
        public String limit()
        {
            return name + ("lower".equals(side) ? " >= " : " <= ") + bound;
        }
    }

    /**
     * Look for a conflict.
     *
     * @param failed   the LP, taken as it was when its solve failed.
     * @param provider solves the LP of violations.
     * @return null if that LP has no accepted optimum either.
     */
    public static Conflict in(final FailedLp failed, final LpSolverProvider provider)
    {
        final LpModel model = failed.modelAtFailure();
        try (LpSolver solver = provider.create(LpAttempt.COLD))
        {
            solver.load(elastic(model));
            if (solver.solve() != LpSolver.Status.OPTIMAL)
            {
                return null;
            }
            if (solver.objective() <= FEASIBLE)
            {
                return new Conflict(0.0, List.of());
            }
            final double[] duals = new double[model.rows()];
            solver.duals(duals);
            return new Conflict(solver.objective(), parts(failed, model, duals));
        }
    }

    private static List<Part> parts(final FailedLp failed, final LpModel model, final double[] duals)
    {
        final List<Part> parts = new ArrayList<>();
        final double[] reduced = new double[model.columns()];
        for (int row = 0; row < model.rows(); row++)
        {
            final double weight = duals[row];
            if (Math.abs(weight) > ZERO)
            {
                final boolean below = weight > 0.0;
                final double bound = below ? model.rowLower()[row] : model.rowUpper()[row];
                parts.add(new Part(failed.rowName(row), "row", below ? "lower" : "upper", bound, weight));
                for (int entry = model.starts()[row]; entry < model.starts()[row + 1]; entry++)
                {
                    reduced[model.indices()[entry]] -= weight * model.values()[entry];
                }
            }
        }
        for (int column = 0; column < reduced.length; column++)
        {
            if (Math.abs(reduced[column]) > ZERO)
            {
                final boolean below = reduced[column] > 0.0;
                final double bound = below ? model.columnLower()[column] : model.columnUpper()[column];
                parts.add(new Part(
                    failed.columnName(column), "column", below ? "lower" : "upper", bound, reduced[column]));
            }
        }
        return parts;
    }

    /** Each row gets a column that lifts it and one that lowers it, at a cost of 1; nothing else costs. */
    private static LpModel elastic(final LpModel model)
    {
        final int columns = model.columns();
        final int rows = model.rows();
        final double[] cost = new double[columns + 2 * rows];
        Arrays.fill(cost, columns, cost.length, 1.0);
        final double[] lower = Arrays.copyOf(model.columnLower(), cost.length);
        final double[] upper = Arrays.copyOf(model.columnUpper(), cost.length);
        Arrays.fill(upper, columns, cost.length, Double.POSITIVE_INFINITY);
        final int[] starts = new int[rows + 1];
        final int[] indices = new int[model.starts()[rows] + 2 * rows];
        final double[] values = new double[indices.length];
        int end = 0;
        for (int row = 0; row < rows; row++)
        {
            final int first = model.starts()[row];
            final int count = model.starts()[row + 1] - first;
            System.arraycopy(model.indices(), first, indices, end, count);
            System.arraycopy(model.values(), first, values, end, count);
            end += count;
            indices[end] = columns + 2 * row;
            values[end++] = 1.0;
            indices[end] = columns + 2 * row + 1;
            values[end++] = -1.0;
            starts[row + 1] = end;
        }
        return new LpModel(
            cost, lower, upper, model.rowLower().clone(), model.rowUpper().clone(), starts, indices, values);
    }
}
