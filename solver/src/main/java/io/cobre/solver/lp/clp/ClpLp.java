package io.cobre.solver.lp.clp;

import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolver.Status;
import io.cobre.solver.lp.NativeLp;
import io.cobre.solver.lp.natives.MemoryView;
import io.cobre.solver.lp.natives.OffHeapArray;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * The safe wrapper of one CLP model. The dual simplex method reads model and statuses anew at each call, so that a
 * solve is a function of the two. Its own scaling is off: it judges optimality by scaled numbers, and calls optimal
 * what is not.
 */
final class ClpLp implements NativeLp
{
    private static final int OPTIMAL = 0;
    private static final int PRIMAL_INFEASIBLE = 1;
    private static final int DUAL_INFEASIBLE = 2;
    private static final int STOPPED = 3;
    private static final int SCALING_OFF = 0;
    private static final int SCALING_EQUILIBRIUM = 1;
    private static final int PERTURBATION_ON = 50;
    private static final double TIGHT_TOLERANCE = 1e-9;
    private static final int ITERATIONS_BASE = 20_000;
    private static final int ITERATIONS_PER_COLUMN = 50;
    private static final int STATUS_MASK = 7;

    /** Statuses of CLP: 0 free, 1 basic, 2 at upper, 3 at lower bound. */
    private static final byte[] TO_CLP = {3, 1, 2, 0};
    /** The same back; 4 is between bounds without being basic, 5 fixed. */
    private static final byte[] FROM_CLP = {
        LpSolver.AT_ZERO, LpSolver.BASIC, LpSolver.AT_UPPER, LpSolver.AT_LOWER, LpSolver.AT_ZERO, LpSolver.AT_LOWER,
        LpSolver.AT_LOWER, LpSolver.AT_LOWER};

    private final LpAttempt attempt;
    private final OffHeapArray startStatus = new OffHeapArray();
    private final MemoryView rowLower = new MemoryView();
    private final MemoryView rowUpper = new MemoryView();
    private final MemoryView columnLower = new MemoryView();
    private final MemoryView columnUpper = new MemoryView();
    private final MemoryView status = new MemoryView();
    private final MemoryView primal = new MemoryView();
    private final MemoryView reduced = new MemoryView();
    private final MemoryView dual = new MemoryView();
    private final MemoryView activity = new MemoryView();
    private byte[] codes = new byte[0];
    private int columns;
    private int rows;
    private long model;

    ClpLp(final LpAttempt attempt)
    {
        this.attempt = attempt;
        ClpCalls.load();
        create();
    }

    static String libraryName()
    {
        ClpCalls.load();
        return "CLP " + ClpCalls.Clp_Version();
    }

    @Override
    public String name()
    {
        return libraryName();
    }

    /** A model that was loaded before leaves traces: a new one takes its place. */
    @Override
    public void load(final LpModel lp)
    {
        ClpCalls.Clp_deleteModel(model);
        create();
        columns = lp.columns();
        rows = 0;
        ClpCalls.Clp_setMaximumIterations(model, ITERATIONS_BASE + ITERATIONS_PER_COLUMN * columns);
        try (OffHeapArray starts = new OffHeapArray();
            OffHeapArray lower = new OffHeapArray();
            OffHeapArray upper = new OffHeapArray();
            OffHeapArray cost = new OffHeapArray())
        {
            final long empty = starts.put(new int[columns + 1], columns + 1);
            ClpCalls.Clp_loadProblem(
                model,
                columns,
                0,
                empty,
                empty,
                empty,
                lower.put(lp.columnLower(), columns),
                upper.put(lp.columnUpper(), columns),
                cost.put(lp.cost(), columns),
                empty,
                empty);
        }
        addRows(lp.rows(), lp.rowLower(), lp.rowUpper(), lp.starts(), lp.indices(), lp.values());
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
        try (OffHeapArray lowerCopy = new OffHeapArray();
            OffHeapArray upperCopy = new OffHeapArray();
            OffHeapArray startsCopy = new OffHeapArray();
            OffHeapArray indicesCopy = new OffHeapArray();
            OffHeapArray valuesCopy = new OffHeapArray())
        {
            ClpCalls.Clp_addRows(
                model,
                count,
                lowerCopy.put(lower, count),
                upperCopy.put(upper, count),
                startsCopy.put(starts, count + 1),
                indicesCopy.put(indices, starts[count]),
                valuesCopy.put(values, starts[count]));
        }
        rows += count;
    }

    @Override
    public void deleteRows(final int count, final int[] deleted)
    {
        try (OffHeapArray which = new OffHeapArray())
        {
            ClpCalls.Clp_deleteRows(model, count, which.put(deleted, count));
        }
        rows -= count;
    }

    @Override
    public void rowBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        scatter(count, changed, lower, rowLower.doubles(ClpCalls.Clp_rowLower(model), rows));
        scatter(count, changed, upper, rowUpper.doubles(ClpCalls.Clp_rowUpper(model), rows));
    }

    @Override
    public void columnBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        scatter(count, changed, lower, columnLower.doubles(ClpCalls.Clp_columnLower(model), columns));
        scatter(count, changed, upper, columnUpper.doubles(ClpCalls.Clp_columnUpper(model), columns));
    }

    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        if (codes.length < columns + rows)
        {
            codes = new byte[columns + rows + rows / 2];
        }
        for (int i = 0; i < columns; i++)
        {
            codes[i] = TO_CLP[columnStatus[i]];
        }
        for (int i = 0; i < rows; i++)
        {
            codes[columns + i] = TO_CLP[rowStatus[i]];
        }
        ClpCalls.Clp_copyinStatus(model, startStatus.put(codes, columns + rows));
    }

    @Override
    public Status run()
    {
        switch (attempt)
        {
            case PRESOLVED -> ClpCalls.Clp_initialSolve(model);
            case PRIMAL -> ClpCalls.Clp_primal(model, 0);
            case INTERIOR -> ClpCalls.Clp_initialBarrierSolve(model);
            default -> ClpCalls.Clp_dual(model, 0);
        }
        return switch (ClpCalls.Clp_status(model))
        {
            case OPTIMAL -> Status.OPTIMAL;
            case PRIMAL_INFEASIBLE -> Status.INFEASIBLE;
            case DUAL_INFEASIBLE -> Status.UNBOUNDED;
            case STOPPED -> Status.LIMIT;
            default -> Status.FAILED;
        };
    }

    @Override
    public String statusText()
    {
        final int code = ClpCalls.Clp_status(model);
        return switch (code)
        {
            case OPTIMAL -> "optimal";
            case PRIMAL_INFEASIBLE -> "infeasible";
            case DUAL_INFEASIBLE -> "unbounded";
            case STOPPED -> "iteration limit";
            default -> "CLP status " + code;
        };
    }

    @Override
    public double primalInfeasibility()
    {
        return ClpCalls.Clp_sumPrimalInfeasibilities(model);
    }

    @Override
    public double dualInfeasibility()
    {
        return ClpCalls.Clp_sumDualInfeasibilities(model);
    }

    @Override
    public double objective()
    {
        return ClpCalls.Clp_objectiveValue(model);
    }

    @Override
    public void solution(final double[] primalValues, final double[] reducedCosts, final double[] duals)
    {
        primal.doubles(ClpCalls.Clp_primalColumnSolution(model), columns).get(0, primalValues, 0, columns);
        reduced.doubles(ClpCalls.Clp_dualColumnSolution(model), columns).get(0, reducedCosts, 0, columns);
        dual.doubles(ClpCalls.Clp_dualRowSolution(model), rows).get(0, duals, 0, rows);
    }

    @Override
    public void activities(final double[] activities)
    {
        activity.doubles(ClpCalls.Clp_primalRowSolution(model), rows).get(0, activities, 0, rows);
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        final ByteBuffer bytes = status.bytes(ClpCalls.Clp_statusArray(model), columns + rows);
        for (int i = 0; i < columns; i++)
        {
            columnStatus[i] = FROM_CLP[bytes.get(i) & STATUS_MASK];
        }
        for (int i = 0; i < rows; i++)
        {
            rowStatus[i] = FROM_CLP[bytes.get(columns + i) & STATUS_MASK];
        }
    }

    @Override
    public int iterations()
    {
        return ClpCalls.Clp_numberIterations(model);
    }

    @Override
    public void close()
    {
        if (model != 0)
        {
            ClpCalls.Clp_deleteModel(model);
            model = 0;
            startStatus.close();
        }
    }

    private void create()
    {
        model = ClpCalls.Clp_newModel();
        if (model == 0)
        {
            throw new OutOfMemoryError("CLP did not create a model");
        }
        ClpCalls.Clp_setLogLevel(model, 0);
        ClpCalls.Clp_scaling(model, attempt == LpAttempt.SCALED ? SCALING_EQUILIBRIUM : SCALING_OFF);
        if (attempt == LpAttempt.SCALED)
        {
            ClpCalls.Clp_setPrimalTolerance(model, TIGHT_TOLERANCE);
            ClpCalls.Clp_setDualTolerance(model, TIGHT_TOLERANCE);
        }
        if (attempt == LpAttempt.PERTURBATION)
        {
            ClpCalls.Clp_setPerturbation(model, PERTURBATION_ON);
        }
    }

    private static void scatter(
        final int count, final int[] where, final double[] values, final DoubleBuffer destination)
    {
        for (int i = 0; i < count; i++)
        {
            destination.put(where[i], values[i]);
        }
    }
}
