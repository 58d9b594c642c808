package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * The LP of one stage whose future cost is bounded from above: instead of cuts, it is a convex combination of known
 * costs at known states (vertices), plus a price on what the outgoing state lies away from that combination.
 * <p>
 * For states without memory of inflows. Values are in k$.
 */
public final class InnerStage implements AutoCloseable
{
    private final StageLp lp;
    private final LpInstance solver;
    private final NoisePatch patch;
    private final byte[] columnStatus;
    private final byte[] rowStatus;
    private final int[] stateRows;
    private final double[] bounds;
    private double[] incoming = new double[0];

    /**
     * Build.
     *
     * @param template without cuts.
     * @param vertices states, one after the other.
     * @param costs    of everything after the stage, by vertex.
     * @param prices   k$ by unit of each state.
     * @param source   makes native solvers.
     */
    public InnerStage(
        final StageLp template,
        final double[] vertices,
        final double[] costs,
        final double[] prices,
        final LpSource source)
    {
        this.lp = template;
        final LpModel model = extended(vertices, costs, prices);
        this.solver = source.open(template.stage().id());
        this.solver.load(model);
        this.patch = new NoisePatch(template);
        this.columnStatus = new byte[model.columns()];
        for (int column = 0; column < columnStatus.length; column++)
        {
            columnStatus[column] = Double.isFinite(model.columnLower()[column]) ? LpSolver.AT_LOWER :
                Double.isFinite(model.columnUpper()[column]) ? LpSolver.AT_UPPER : LpSolver.AT_ZERO;
        }
        this.rowStatus = new byte[model.rows()];
        Arrays.fill(rowStatus, LpSolver.BASIC);
        this.stateRows = new int[prices.length];
        Arrays.setAll(stateRows, row -> row);
        this.bounds = new double[prices.length];
    }

    /** Columns: weights of vertices, then distances up and down by state. Rows: cost, weights, each state. */
    private LpModel extended(final double[] vertices, final double[] costs, final double[] prices)
    {
        final LpModel old = lp.model();
        final int dimension = prices.length;
        final int first = old.columns();
        final int distances = first + costs.length;
        final int columns = distances + 2 * dimension;
        final double[] cost = Arrays.copyOf(old.cost(), columns);
        final double[] lower = Arrays.copyOf(old.columnLower(), columns);
        final double[] upper = Arrays.copyOf(old.columnUpper(), columns);
        Arrays.fill(upper, first, columns, Double.POSITIVE_INFINITY);
        final SparseRows rows = new SparseRows(columns);
        for (int row = 0; row < old.rows(); row++)
        {
            for (int entry = old.starts()[row]; entry < old.starts()[row + 1]; entry++)
            {
                rows.put(old.indices()[entry], old.values()[entry]);
            }
            rows.end(old.rowLower()[row], old.rowUpper()[row]);
        }
        final double[] scale = new double[dimension];
        final int futureCost = lp.layout().column(ColumnGroup.FUTURE_COST, 0);
        final double unit = lp.scaling().column()[futureCost];
        rows.put(futureCost, 1.0);
        for (int vertex = 0; vertex < costs.length; vertex++)
        {
            rows.put(first + vertex, -costs[vertex] / unit);
        }
        for (int index = 0; index < dimension; index++)
        {
            scale[index] = scale(vertices, index, dimension);
            rows.put(distances + index, -prices[index] / (unit * scale[index]));
            rows.put(distances + dimension + index, -prices[index] / (unit * scale[index]));
        }
        rows.end(0.0, Double.POSITIVE_INFINITY);
        for (int vertex = 0; vertex < costs.length; vertex++)
        {
            rows.put(first + vertex, 1.0);
        }
        rows.end(1.0, 1.0);
        for (int index = 0; index < dimension; index++)
        {
            final int carrier = lp.layout().column(ColumnGroup.STORAGE, index);
            rows.put(carrier, lp.scaling().column()[carrier] * scale[index]);
            for (int vertex = 0; vertex < costs.length; vertex++)
            {
                rows.put(first + vertex, -vertices[vertex * dimension + index] * scale[index]);
            }
            rows.put(distances + index, -1.0);
            rows.put(distances + dimension + index, 1.0);
            rows.end(0.0, 0.0);
        }
        return rows.model(cost, lower, upper);
    }

    /** A power of two that brings the largest component near one. */
    private static double scale(final double[] vertices, final int index, final int dimension)
    {
        double largest = 0.0;
        for (int at = index; at < vertices.length; at += dimension)
        {
            largest = Math.max(largest, Math.abs(vertices[at]));
        }
        return 0.0 == largest ? 1.0 : Math.scalb(1.0, -Math.getExponent(largest));
    }

    /**
     * Begin a unit of work at a state; what it gives does not depend on the units before.
     *
     * @param state incoming.
     */
    public void begin(final double[] state)
    {
        solver.start(columnStatus, rowStatus);
        incoming = state;
        for (int index = 0; index < bounds.length; index++)
        {
            bounds[index] = state[index] * lp.scaling().row()[index];
        }
        solver.rowBounds(bounds.length, stateRows, bounds, bounds);
    }

    /**
     * Solve at the state of the unit under one noise.
     *
     * @param noise   by noise dimension.
     * @param trial   number of the vertex, for error messages.
     * @param opening index of the noise.
     * @return objective, k$: not less than the true one.
     * @throws io.cobre.solver.error.SolverException if there is no accepted optimum.
     */
    public double solve(final double[] noise, final int trial, final int opening)
    {
        patch.apply(solver, incoming, noise);
        solver.at(0, trial, opening);
        if (LpSolver.Status.OPTIMAL != solver.solve())
        {
            throw solver.failure(FailedLp.Notes.NONE);
        }
        return solver.objective();
    }

    @Override
    public void close()
    {
        solver.close();
    }
}
