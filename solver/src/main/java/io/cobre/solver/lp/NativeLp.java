package io.cobre.solver.lp;

/**
 * The safe wrapper of one native LP: every return code is checked, memory is owned, and nothing is judged.
 * {@link CheckedSolver} checks arguments before and answers after.
 */
public interface NativeLp extends AutoCloseable
{
    /**
     * Name and version of the library.
     *
     * @return one line.
     */
    String name();

    /**
     * Replace the model.
     *
     * @param model copied.
     */
    void load(LpModel model);

    /**
     * Append rows; arguments as in {@link LpSolver#addRows}.
     *
     * @param count   of rows.
     * @param lower   by row.
     * @param upper   by row.
     * @param starts  first entry by row, length count + 1.
     * @param indices columns.
     * @param values  coefficients.
     */
    void addRows(int count, double[] lower, double[] upper, int[] starts, int[] indices, double[] values);

    /**
     * Delete rows.
     *
     * @param count of rows.
     * @param rows  ascending.
     */
    void deleteRows(int count, int[] rows);

    /**
     * Change bounds of rows.
     *
     * @param count of rows.
     * @param rows  indices.
     * @param lower by position.
     * @param upper by position.
     */
    void rowBounds(int count, int[] rows, double[] lower, double[] upper);

    /**
     * Change bounds of columns.
     *
     * @param count   of columns.
     * @param columns indices.
     * @param lower   by position.
     * @param upper   by position.
     */
    void columnBounds(int count, int[] columns, double[] lower, double[] upper);

    /**
     * Forget all history and take this basis.
     *
     * @param columnStatus by column.
     * @param rowStatus    by row.
     */
    void start(byte[] columnStatus, byte[] rowStatus);

    /**
     * Solve.
     *
     * @return what the library says.
     */
    LpSolver.Status run();

    /**
     * What the library said, in its own words.
     *
     * @return a short text.
     */
    String statusText();

    /**
     * Largest violation of a bound by the last solution.
     *
     * @return at least 0.
     */
    double primalInfeasibility();

    /**
     * Largest violation of a sign by the reduced costs of the last solution.
     *
     * @return at least 0.
     */
    double dualInfeasibility();

    /**
     * Objective of the last solution.
     *
     * @return its value.
     */
    double objective();

    /**
     * Copy the last solution.
     *
     * @param primal       by column.
     * @param reducedCosts by column.
     * @param duals        by row.
     */
    void solution(double[] primal, double[] reducedCosts, double[] duals);

    /**
     * Copy the row activities of the last solution.
     *
     * @param activities by row.
     */
    void activities(double[] activities);

    /**
     * Copy the last basis.
     *
     * @param columnStatus by column.
     * @param rowStatus    by row.
     */
    void basis(byte[] columnStatus, byte[] rowStatus);

    /**
     * Simplex iterations of the last solve.
     *
     * @return a count.
     */
    int iterations();

    @Override
    void close();
}
