package io.cobre.solver.lp.clp;

import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpCopy;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolver.Status;
import io.cobre.solver.lp.NativeLp;
import io.cobre.solver.lp.natives.MemoryView;
import io.cobre.solver.lp.natives.OffHeapArray;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * The safe wrapper of one LP in CLP. Every unit of work has a native model of its own, so that what it gives is a
 * function of the LP and the basis that began it. The scaling of CLP is off: it judges optimality by scaled numbers,
 * and calls optimal what is not.
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
    private final LpCopy copy = new LpCopy();
    private final ColumnForm form = new ColumnForm();
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
    private boolean formed;
    private long model;

    ClpLp(final LpAttempt attempt)
    {
        this.attempt = attempt;
        ClpCalls.load();
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

    @Override
    public void load(final LpModel lp)
    {
        copy.load(lp);
        columns = lp.columns();
        rows = lp.rows();
        structureChanged();
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
        copy.addRows(count, lower, upper, starts, indices, values);
        rows += count;
        structureChanged();
    }

    @Override
    public void deleteRows(final int count, final int[] deleted)
    {
        copy.deleteRows(count, deleted);
        rows -= count;
        structureChanged();
    }

    @Override
    public void rowBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        copy.rowBounds(count, changed, lower, upper);
        if (formed)
        {
            form.rowBounds(count, changed, lower, upper);
        }
        if (model != 0)
        {
            scatter(count, changed, lower, rowLower.doubles(ClpCalls.Clp_rowLower(model), rows));
            scatter(count, changed, upper, rowUpper.doubles(ClpCalls.Clp_rowUpper(model), rows));
        }
    }

    @Override
    public void columnBounds(final int count, final int[] changed, final double[] lower, final double[] upper)
    {
        copy.columnBounds(count, changed, lower, upper);
        if (formed)
        {
            form.columnBounds(count, changed, lower, upper);
        }
        if (model != 0)
        {
            scatter(count, changed, lower, columnLower.doubles(ClpCalls.Clp_columnLower(model), columns));
            scatter(count, changed, upper, columnUpper.doubles(ClpCalls.Clp_columnUpper(model), columns));
        }
    }

    /** A model that has solved keeps the state of its random numbers, which cannot be set: a new one is made. */
    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        create();
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
        if (model == 0)
        {
            create();
        }
        switch (attempt)
        {
            case PRESOLVED -> ClpCalls.Clp_initialSolve(model);
            case PRIMAL -> ClpCalls.Clp_primal(model, 0);
            case INTERIOR -> ClpCalls.Clp_initialBarrierSolve(model);
            default -> dual();
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

    /** The dual simplex of CLP calls some LPs infeasible that are not; the primal simplex has the last word. */
    private void dual()
    {
        ClpCalls.Clp_dual(model, 0);
        if (PRIMAL_INFEASIBLE == ClpCalls.Clp_status(model))
        {
            ClpCalls.Clp_primal(model, 0);
        }
    }

    @Override
    public String statusText()
    {
        if (model == 0)
        {
            return "not solved";
        }
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
        return ClpCalls.Clp_sumPrimalInfeasibilities(solved());
    }

    @Override
    public double dualInfeasibility()
    {
        return ClpCalls.Clp_sumDualInfeasibilities(solved());
    }

    @Override
    public double objective()
    {
        return ClpCalls.Clp_objectiveValue(solved());
    }

    @Override
    public void solution(final double[] primalValues, final double[] reducedCosts, final double[] duals)
    {
        primal.doubles(ClpCalls.Clp_primalColumnSolution(solved()), columns).get(0, primalValues, 0, columns);
        reduced.doubles(ClpCalls.Clp_dualColumnSolution(solved()), columns).get(0, reducedCosts, 0, columns);
        dual.doubles(ClpCalls.Clp_dualRowSolution(solved()), rows).get(0, duals, 0, rows);
    }

    @Override
    public void activities(final double[] activities)
    {
        activity.doubles(ClpCalls.Clp_primalRowSolution(solved()), rows).get(0, activities, 0, rows);
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        final ByteBuffer bytes = status.bytes(ClpCalls.Clp_statusArray(solved()), columns + rows);
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
        return ClpCalls.Clp_numberIterations(solved());
    }

    @Override
    public void close()
    {
        delete();
        startStatus.close();
        form.close();
    }

    private long solved()
    {
        if (model == 0)
        {
            throw new IllegalStateException("there is no solution of this LP");
        }
        return model;
    }

    private void structureChanged()
    {
        delete();
        formed = false;
    }

    private void delete()
    {
        if (model != 0)
        {
            ClpCalls.Clp_deleteModel(model);
            model = 0;
        }
    }

    private void create()
    {
        delete();
        if (!formed)
        {
            form.take(copy.model());
            formed = true;
        }
        model = ClpCalls.Clp_newModel();
        if (model == 0)
        {
            throw new OutOfMemoryError("CLP did not create a model");
        }
        ClpCalls.Clp_setLogLevel(model, 0);
        ClpCalls.Clp_setMaximumIterations(model, ITERATIONS_BASE + ITERATIONS_PER_COLUMN * columns);
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
        form.loadInto(model);
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
