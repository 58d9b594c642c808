package io.cobre.solver.lp;

import java.util.List;

/**
 * Everything that is needed to do a failed solve again: the LP at the beginning of its unit of work, the basis that
 * began the unit, and what the unit did up to the solve that failed, which is the last step.
 *
 * @param place         which solve it was.
 * @param solver        name and version of the library.
 * @param librarySha256 hash of the library's file.
 * @param verdicts      what was said about each attempt.
 * @param model         at the beginning of the unit.
 * @param columnStatus  basis that began the unit; null if it began without one.
 * @param rowStatus     likewise.
 * @param steps         in their order.
 * @param notes         what the owner of the LP knows about it.
 */
public record FailedLp(
    Place place,
    String solver,
    String librarySha256,
    List<String> verdicts,
    LpModel model,
    byte[] columnStatus,
    byte[] rowStatus,
    List<Step> steps,
    Notes notes)
{
    /**
     * Which solve of a run.
     *
     * @param iteration from 1; 0 outside training.
     * @param stage     id of the stage.
     * @param trial     index of the trial point or scenario.
     * @param opening   index of the opening; negative for the sampled noise of a path.
     */
    public record Place(int iteration, int stage, int trial, int opening)
    {
        @Override
        public String toString()
        {
            return "iteration " + iteration + ", stage " + stage + ", trial " + trial +
                (opening < 0 ? ", forward" : ", opening " + opening);
        }

        /**
         * Name of a file or folder about it.
         *
         * @return without spaces.
         */
        public String fileName()
        {
            return "lp-iteration" + iteration + "-stage" + stage + "-trial" + trial +
                (opening < 0 ? "-forward" : "-opening" + opening);
        }
    }

    /**
     * What the owner of the LP knows about it.
     *
     * @param state       incoming state.
     * @param noise       of the solve that failed.
     * @param columnNames by column; empty if there are none.
     * @param rowNames    by row; empty if there are none.
     */
    public record Notes(double[] state, double[] noise, List<String> columnNames, List<String> rowNames)
    {
        /** Nothing is known. */
        public static final Notes NONE = new Notes(new double[0], new double[0], List.of(), List.of());
    }

    /** What a step does. */
    public enum Action
    {
        /** Set the bounds of a row. */
        ROW_BOUNDS,
        /** Set the bounds of a column. */
        COLUMN_BOUNDS,
        /** Solve. */
        SOLVE
    }

    /**
     * A step of the unit.
     *
     * @param action what it does.
     * @param index  of the row or column.
     * @param lower  bound.
     * @param upper  bound.
     */
    public record Step(Action action, int index, double lower, double upper)
    {
        static Step ofSolve()
        {
            return new Step(Action.SOLVE, 0, 0.0, 0.0);
        }

        /**
         * Do it.
         *
         * @param instance in the state that the steps before have left.
         * @return the outcome of a solve; null for a change.
         */
        public LpSolver.Status applyTo(final LpSolver instance)
        {
            if (action == Action.SOLVE)
            {
                return instance.solve();
            }
            final int[] where = {index};
            final double[] newLower = {lower};
            final double[] newUpper = {upper};
            if (action == Action.ROW_BOUNDS)
            {
                instance.rowBounds(1, where, newLower, newUpper);
            }
            else
            {
                instance.columnBounds(1, where, newLower, newUpper);
            }
            return null;
        }
    }

    /**
     * The LP as it was when the solve failed.
     *
     * @return a copy.
     */
    public LpModel modelAtFailure()
    {
        final LpModel last = new LpModel(
            model.cost(),
            model.columnLower().clone(),
            model.columnUpper().clone(),
            model.rowLower().clone(),
            model.rowUpper().clone(),
            model.starts(),
            model.indices(),
            model.values());
        for (final Step step : steps)
        {
            if (step.action() == Action.ROW_BOUNDS)
            {
                last.rowLower()[step.index()] = step.lower();
                last.rowUpper()[step.index()] = step.upper();
            }
            else if (step.action() == Action.COLUMN_BOUNDS)
            {
                last.columnLower()[step.index()] = step.lower();
                last.columnUpper()[step.index()] = step.upper();
            }
        }
        return last;
    }

    /**
     * Name of a column.
     *
     * @param column index.
     * @return as noted, or made from the index.
     */
    public String columnName(final int column)
    {
        return column < notes.columnNames().size() ? notes.columnNames().get(column) : "c" + column;
    }

    /**
     * Name of a row.
     *
     * @param row index.
     * @return as noted, or made from the index.
     */
    public String rowName(final int row)
    {
        return row < notes.rowNames().size() ? notes.rowNames().get(row) : "r" + row;
    }
}
