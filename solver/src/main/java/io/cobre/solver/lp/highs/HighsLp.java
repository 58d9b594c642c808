package io.cobre.solver.lp.highs;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver.Status;
import io.cobre.solver.lp.NativeLp;
import io.cobre.solver.lp.natives.OffHeapArray;

/**
 * The safe wrapper of one HiGHS instance. Its codes of a basis status are those of
 * {@link io.cobre.solver.lp.LpSolver}.
 */
final class HighsLp implements NativeLp
{
    private static final int STATUS_ERROR = -1;
    private static final int FORMAT_ROW_WISE = 2;
    private static final int SENSE_MINIMIZE = 1;
    private static final int MODEL_OPTIMAL = 7;
    private static final int MODEL_INFEASIBLE = 8;
    private static final int MODEL_UNBOUNDED_OR_INFEASIBLE = 9;
    private static final int MODEL_UNBOUNDED = 10;
    private static final int MODEL_ITERATION_LIMIT = 14;
    private static final int ITERATIONS_BASE = 20_000;
    private static final int ITERATIONS_PER_COLUMN = 50;

    private final OffHeapArray indices = new OffHeapArray();
    private final OffHeapArray lower = new OffHeapArray();
    private final OffHeapArray upper = new OffHeapArray();
    private final OffHeapArray columnResults = new OffHeapArray();
    private final OffHeapArray columnDuals = new OffHeapArray();
    private final OffHeapArray rowResults = new OffHeapArray();
    private final OffHeapArray scalar = new OffHeapArray();
    private int[] columnCodes = new int[0];
    private int[] rowCodes = new int[0];
    private int columns;
    private int rows;
    private int modelStatus;
    private long highs;

    HighsLp(final LpAttempt attempt)
    {
        HighsCalls.load();
        highs = HighsCalls.Highs_create();
        if (highs == 0)
        {
            throw new OutOfMemoryError("HiGHS did not create an instance");
        }
        HighsOptions.apply(highs, attempt);
        if (HighsCalls.Highs_getSizeofHighsInt(highs) != Integer.BYTES)
        {
            throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "this HiGHS library does not use 32-bit indices");
        }
        scalar.ofDoubles(1);
    }

    static String libraryName()
    {
        HighsCalls.load();
        return "HiGHS " + HighsCalls.Highs_version();
    }

    static void check(final int status, final String operation)
    {
        if (status == STATUS_ERROR)
        {
            throw new CobreException(SolverErrorKind.SOLVER_FAILURE, "HiGHS refused " + operation)
                .with("solver", "highs")
                .with("operation", operation);
        }
    }

    @Override
    public String name()
    {
        return libraryName();
    }

    @Override
    public void load(final LpModel model)
    {
        columns = model.columns();
        rows = model.rows();
        final int entries = model.starts()[rows];
        HighsOptions.limitIterations(highs, ITERATIONS_BASE + ITERATIONS_PER_COLUMN * columns);
        try (OffHeapArray cost = new OffHeapArray();
            OffHeapArray starts = new OffHeapArray();
            OffHeapArray entryColumns = new OffHeapArray();
            OffHeapArray values = new OffHeapArray())
        {
            final int status = HighsCalls.Highs_passLp(
                highs,
                columns,
                rows,
                entries,
                FORMAT_ROW_WISE,
                SENSE_MINIMIZE,
                0.0,
                cost.put(model.cost(), columns),
                columnResults.put(model.columnLower(), columns),
                columnDuals.put(model.columnUpper(), columns),
                lower.put(model.rowLower(), rows),
                upper.put(model.rowUpper(), rows),
                starts.put(model.starts(), rows + 1),
                entryColumns.put(model.indices(), entries),
                values.put(model.values(), entries));
            check(status, "passLp");
        }
    }

    @Override
    public void addRows(
        final int count,
        final double[] rowLower,
        final double[] rowUpper,
        final int[] starts,
        final int[] entryColumns,
        final double[] values)
    {
        try (OffHeapArray startsCopy = new OffHeapArray(); OffHeapArray valuesCopy = new OffHeapArray())
        {
            final int status = HighsCalls.Highs_addRows(
                highs,
                count,
                lower.put(rowLower, count),
                upper.put(rowUpper, count),
                starts[count],
                startsCopy.put(starts, count),
                indices.put(entryColumns, starts[count]),
                valuesCopy.put(values, starts[count]));
            check(status, "addRows");
        }
        rows += count;
    }

    @Override
    public void deleteRows(final int count, final int[] deleted)
    {
        check(HighsCalls.Highs_deleteRowsBySet(highs, count, indices.put(deleted, count)), "deleteRowsBySet");
        rows -= count;
    }

    @Override
    public void rowBounds(final int count, final int[] changed, final double[] newLower, final double[] newUpper)
    {
        final int status = HighsCalls.Highs_changeRowsBoundsBySet(
            highs, count, indices.put(changed, count), lower.put(newLower, count), upper.put(newUpper, count));
        check(status, "changeRowsBoundsBySet");
    }

    @Override
    public void columnBounds(final int count, final int[] changed, final double[] newLower, final double[] newUpper)
    {
        final int status = HighsCalls.Highs_changeColsBoundsBySet(
            highs, count, indices.put(changed, count), lower.put(newLower, count), upper.put(newUpper, count));
        check(status, "changeColsBoundsBySet");
    }

    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        check(HighsCalls.Highs_clearSolver(highs), "clearSolver");
        reserveCodes();
        widen(columnStatus, columnCodes, columns);
        widen(rowStatus, rowCodes, rows);
        final int status = HighsCalls.Highs_setBasis(
            highs, columnResults.put(columnCodes, columns), rowResults.put(rowCodes, rows));
        check(status, "setBasis");
    }

    @Override
    public Status run()
    {
        final int status = HighsCalls.Highs_run(highs);
        modelStatus = HighsCalls.Highs_getModelStatus(highs);
        if (status == STATUS_ERROR)
        {
            return Status.FAILED;
        }
        return switch (modelStatus)
        {
            case MODEL_OPTIMAL -> Status.OPTIMAL;
            case MODEL_INFEASIBLE -> Status.INFEASIBLE;
            case MODEL_UNBOUNDED, MODEL_UNBOUNDED_OR_INFEASIBLE -> Status.UNBOUNDED;
            case MODEL_ITERATION_LIMIT -> Status.LIMIT;
            default -> Status.FAILED;
        };
    }

    @Override
    public String statusText()
    {
        return switch (modelStatus)
        {
            case MODEL_OPTIMAL -> "optimal";
            case MODEL_INFEASIBLE -> "infeasible";
            case MODEL_UNBOUNDED_OR_INFEASIBLE -> "unbounded or infeasible";
            case MODEL_UNBOUNDED -> "unbounded";
            case MODEL_ITERATION_LIMIT -> "iteration limit";
            default -> "HiGHS model status " + modelStatus;
        };
    }

    @Override
    public double primalInfeasibility()
    {
        return doubleInfo(HighsCalls.primalInfeasibility());
    }

    @Override
    public double dualInfeasibility()
    {
        return doubleInfo(HighsCalls.dualInfeasibility());
    }

    @Override
    public double objective()
    {
        return HighsCalls.Highs_getObjectiveValue(highs);
    }

    @Override
    public void solution(final double[] primal, final double[] reducedCosts, final double[] duals)
    {
        final int status = HighsCalls.Highs_getSolution(
            highs, columnResults.ofDoubles(columns), columnDuals.ofDoubles(columns), 0, rowResults.ofDoubles(rows));
        check(status, "getSolution");
        columnResults.get(primal, columns);
        columnDuals.get(reducedCosts, columns);
        rowResults.get(duals, rows);
    }

    @Override
    public void activities(final double[] activities)
    {
        check(HighsCalls.Highs_getSolution(highs, 0, 0, rowResults.ofDoubles(rows), 0), "getSolution");
        rowResults.get(activities, rows);
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        reserveCodes();
        check(HighsCalls.Highs_getBasis(highs, columnResults.ofInts(columns), rowResults.ofInts(rows)), "getBasis");
        columnResults.get(columnCodes, columns);
        rowResults.get(rowCodes, rows);
        narrow(columnCodes, columnStatus, columns);
        narrow(rowCodes, rowStatus, rows);
    }

    @Override
    public int iterations()
    {
        final long name = HighsCalls.simplexIterations();
        check(HighsCalls.Highs_getIntInfoValue(highs, name, scalar.address()), "getIntInfoValue");
        return scalar.firstInt();
    }

    @Override
    public void close()
    {
        if (highs != 0)
        {
            HighsCalls.Highs_destroy(highs);
            highs = 0;
            indices.close();
            lower.close();
            upper.close();
            columnResults.close();
            columnDuals.close();
            rowResults.close();
            scalar.close();
        }
    }

    private double doubleInfo(final long name)
    {
        check(HighsCalls.Highs_getDoubleInfoValue(highs, name, scalar.address()), "getDoubleInfoValue");
        return scalar.firstDouble();
    }

    private void reserveCodes()
    {
        if (columnCodes.length < columns)
        {
            columnCodes = new int[columns];
        }
        if (rowCodes.length < rows)
        {
            rowCodes = new int[rows + rows / 2];
        }
    }

    private static void widen(final byte[] from, final int[] to, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            to[i] = from[i];
        }
    }

    private static void narrow(final int[] from, final byte[] to, final int count)
    {
        for (int i = 0; i < count; i++)
        {
            to[i] = (byte) from[i];
        }
    }
}
