package io.cobre.solver.lp;

/**
 * One LP instance of a native solver, used by one thread, under the LP contract: a solve is a function of the model
 * and the basis given to {@link #start(byte[], byte[])}, never of what was solved before.
 * <p>
 * A unit of work is: {@code start}, then any number of ({@code rowBounds | columnBounds}, {@code solve}); within a
 * unit the solver continues from its own last basis.
 */
public interface LpSolver extends AutoCloseable
{
    /** Status byte of a column or row at its lower bound. */
    byte AT_LOWER = 0;
    /** Status byte of a basic column or row. */
    byte BASIC = 1;
    /** Status byte of a column or row at its upper bound. */
    byte AT_UPPER = 2;
    /** Status byte of a free non-basic column or row. */
    byte AT_ZERO = 3;

    /**
     * Outcome of a solve.
     */
    enum Status
    {
        /** Optimal and accepted by the checks of the LP contract. */
        OPTIMAL,
        /** No feasible point. */
        INFEASIBLE,
        /** No finite optimum. */
        UNBOUNDED,
        /** The iteration limit was reached. */
        LIMIT,
        /** Anything else, a failed acceptance check included. */
        FAILED
    }

    /**
     * Name and version of the native library, for example {@code HiGHS 1.12.0}.
     *
     * @return one line.
     */
    String solverName();

    /**
     * Replace the whole model.
     *
     * @param model copied.
     */
    void load(LpModel model);

    /**
     * Current number of columns.
     *
     * @return columns.
     */
    int columns();

    /**
     * Current number of rows.
     *
     * @return rows.
     */
    int rows();

    /**
     * Append rows.
     *
     * @param count   number of rows.
     * @param lower   by row.
     * @param upper   by row.
     * @param starts  first entry of each row; length count + 1.
     * @param indices column of each entry.
     * @param values  coefficient of each entry.
     */
    void addRows(int count, double[] lower, double[] upper, int[] starts, int[] indices, double[] values);

    /**
     * Delete rows; the others keep their order.
     *
     * @param count number of rows.
     * @param rows  ascending.
     */
    void deleteRows(int count, int[] rows);

    /**
     * Change bounds of rows.
     *
     * @param count number of rows.
     * @param rows  indices.
     * @param lower by position in {@code rows}.
     * @param upper by position in {@code rows}.
     */
    void rowBounds(int count, int[] rows, double[] lower, double[] upper);

    /**
     * Change bounds of columns.
     *
     * @param count   number of columns.
     * @param columns indices.
     * @param lower   by position in {@code columns}.
     * @param upper   by position in {@code columns}.
     */
    void columnBounds(int count, int[] columns, double[] lower, double[] upper);

    /**
     * Begin a unit of work: forget all history and start from this basis.
     *
     * @param columnStatus by column.
     * @param rowStatus    by row; basics must add up to the number of rows.
     */
    void start(byte[] columnStatus, byte[] rowStatus);

    /**
     * Solve and check.
     *
     * @return the outcome.
     */
    Status solve();

    /**
     * What the solver and the checks said about the last solve, for messages.
     *
     * @return one line.
     */
    String verdict();

    /**
     * Objective of the last solve.
     *
     * @return in the units of the model.
     */
    double objective();

    /**
     * Primal values of the last solve.
     *
     * @param columns destination, at least {@link #columns()} long.
     */
    void primal(double[] columns);

    /**
     * Row duals of the last solve: derivative of the objective with respect to the right-hand side.
     *
     * @param rows destination, at least {@link #rows()} long.
     */
    void duals(double[] rows);

    /**
     * Basis of the last solve.
     *
     * @param columnStatus destination by column.
     * @param rowStatus    destination by row.
     */
    void basis(byte[] columnStatus, byte[] rowStatus);

    /**
     * Simplex iterations of the last solve.
     *
     * @return a count.
     */
    int iterations();

    /**
     * Free the native instance. Idempotent.
     */
    @Override
    void close();
}
