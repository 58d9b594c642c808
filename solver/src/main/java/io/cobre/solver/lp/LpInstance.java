package io.cobre.solver.lp;

import io.cobre.solver.error.SolverException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * An LP that solves again, differently, when a solve fails. The steps are chosen by their number and by what the
 * solver said, never by time, and each works on a fresh native instance; after any of them the instance of the unit
 * is made anew and goes on from the basis that was found. So an answer is a function of the model, the basis that
 * began the unit and the solves since then, on whatever process they are done.
 * <p>
 * A thread that is interrupted solves nothing more: it gets a CancellationException and keeps its interrupt flag.
 */
public final class LpInstance implements LpSolver
{
    private static final LpAttempt[] LADDER = LpAttempt.values();

    /** Limits of a conflict that a message names. */
    private static final int MOST_LIMITS = 6;

    private final LpSolverProvider provider;
    private final SolveFaults faults;
    private final LadderLog log;
    private final FailedLpKeeper keeper;
    private final Runnable check;
    private final int stage;
    private final LpCopy copy = new LpCopy();
    private final UnitHistory history = new UnitHistory();

    private LpSolver solver;
    private byte[] startColumns = new byte[0];
    private byte[] startRows = new byte[0];
    private boolean started;
    private Answer climbed;
    private List<String> verdicts = List.of();
    private Status status = Status.FAILED;
    private int iteration;
    private int trial;
    private int opening;
    private boolean closed;

    /** What a step of the ladder found; the instance that found it is gone. */
    private record Answer(
        double objective, double[] primal, double[] duals, byte[] columnStatus, byte[] rowStatus, int iterations)
    {
    }

    /**
     * An instance without a model.
     *
     * @param source makes native instances.
     * @param stage  id of the stage, for messages and faults.
     */
    public LpInstance(final LpSource source, final int stage)
    {
        this.provider = source.provider();
        this.stage = stage;
        this.faults = source.faults();
        this.log = source.ladder();
        this.keeper = source.keeper();
        this.check = source.check();
        this.solver = provider.create(LpAttempt.WARM);
    }

    /**
     * Say which solve comes next.
     *
     * @param nextIteration from 1; 0 outside training.
     * @param nextTrial     index of the trial point or scenario.
     * @param nextOpening   index of the opening.
     */
    public void at(final int nextIteration, final int nextTrial, final int nextOpening)
    {
        iteration = nextIteration;
        trial = nextTrial;
        opening = nextOpening;
    }

    @Override
    public String solverName()
    {
        return solver.solverName();
    }

    @Override
    public void load(final LpModel model)
    {
        solver.load(model);
        copy.load(model);
        forgetUnit();
    }

    @Override
    public int columns()
    {
        return copy.columns();
    }

    @Override
    public int rows()
    {
        return copy.rows();
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
        solver.addRows(count, lower, upper, starts, indices, values);
        copy.addRows(count, lower, upper, starts, indices, values);
        forgetUnit();
    }

    @Override
    public void deleteRows(final int count, final int[] rows)
    {
        solver.deleteRows(count, rows);
        copy.deleteRows(count, rows);
        forgetUnit();
    }

    @Override
    public void rowBounds(final int count, final int[] rows, final double[] lower, final double[] upper)
    {
        solver.rowBounds(count, rows, lower, upper);
        history.rows(count, rows, copy.rowBounds(), lower, upper);
        copy.rowBounds(count, rows, lower, upper);
    }

    @Override
    public void columnBounds(final int count, final int[] columns, final double[] lower, final double[] upper)
    {
        solver.columnBounds(count, columns, lower, upper);
        history.columns(count, columns, copy.columnBounds(), lower, upper);
        copy.columnBounds(count, columns, lower, upper);
    }

    Bounds columnLimits()
    {
        return copy.columnBounds();
    }

    Bounds rowLimits()
    {
        return copy.rowBounds();
    }

    @Override
    public void start(final byte[] columnStatus, final byte[] rowStatus)
    {
        solver.start(columnStatus, rowStatus);
        if (startColumns.length < columns() || startRows.length < rows())
        {
            startColumns = new byte[columns()];
            startRows = new byte[rows() + rows() / 2];
        }
        System.arraycopy(columnStatus, 0, startColumns, 0, columns());
        System.arraycopy(rowStatus, 0, startRows, 0, rows());
        history.clear();
        started = true;
    }

    /**
     * Solve, with the ladder behind it.
     *
     * @return anything but OPTIMAL once the ladder has ended; {@link #failure} then tells the story.
     */
    @Override
    public Status solve()
    {
        check.run();
        if (Thread.currentThread().isInterrupted())
        {
            throw new CancellationException("interrupted between two LPs");
        }
        climbed = null;
        verdicts = List.of();
        if (!started)
        {
            history.clear();
        }
        history.solved();
        final int faulty = faults.failedAttempts(iteration, stage, trial, opening);
        status = attempt(solver, 0, faulty);
        return status == Status.OPTIMAL ? status : climb(faulty);
    }

    /**
     * The error of the last solve, which gave no optimum. The LP is kept before; whatever goes wrong with that does
     * not hide the failure itself.
     *
     * @param notes what the caller knows about the LP.
     * @return to be thrown.
     */
    public SolverException failure(final FailedLp.Notes notes)
    {
        final FailedLp failed = failed(notes);
        FailedLpKeeper.Kept kept = null;
        RuntimeException problem = null;
        try
        {
            kept = keeper.keep(failed);
        }
        catch (final RuntimeException ex)
        {
            problem = ex;
        }
        final SolverException failure = new SolverException(
            "the LP of stage " + stage + " was not solved in iteration " + iteration + ", trial " + trial +
            (opening < 0 ? ", forward" : ", opening " + opening) + ": " + failed.solver() + " says " +
            failed.verdicts().get(0) + conflict(kept),
            stage, iteration, status.name());
        failure
            .with("trial", trial)
            .with("opening", opening)
            .with("solver", failed.solver())
            .with("attempts", failed.verdicts());
        if (kept != null)
        {
            failure.with("conflict", kept.conflict())
                .with("bundle", kept.folder().toString())
                .suggest("Run: cobre replay-lp " + kept.folder());
        }
        if (problem != null)
        {
            failure.addSuppressed(problem);
            failure.with("bundle_error", problem.getMessage());
        }
        return failure;
    }

    private static String conflict(final FailedLpKeeper.Kept kept)
    {
        if (kept == null || kept.conflict().isEmpty())
        {
            return "";
        }
        final int told = Math.min(MOST_LIMITS, kept.conflict().size());
        return "; these limits cannot hold together: " + String.join(", ", kept.conflict().subList(0, told)) +
            (told < kept.conflict().size() ? ", and " + (kept.conflict().size() - told) + " more" : "");
    }

    private FailedLp failed(final FailedLp.Notes notes)
    {
        final LpModel model = copy.model();
        history.rewind(model);
        return new FailedLp(
            new FailedLp.Place(iteration, stage, trial, opening),
            provider.libraryName(),
            provider.librarySha256(),
            verdicts.isEmpty() ? List.of(status.name()) : List.copyOf(verdicts),
            model,
            started ? Arrays.copyOf(startColumns, columns()) : null,
            started ? Arrays.copyOf(startRows, rows()) : null,
            history.steps(),
            notes);
    }

    private void forgetUnit()
    {
        history.clear();
        started = false;
        climbed = null;
    }

    @Override
    public String verdict()
    {
        return climbed == null && !verdicts.isEmpty() ? String.join("; ", verdicts) : solver.verdict();
    }

    @Override
    public double objective()
    {
        return climbed == null ? solver.objective() : climbed.objective;
    }

    @Override
    public void primal(final double[] columns)
    {
        if (climbed == null)
        {
            solver.primal(columns);
        }
        else
        {
            System.arraycopy(climbed.primal, 0, columns, 0, climbed.primal.length);
        }
    }

    @Override
    public void duals(final double[] rows)
    {
        if (climbed == null)
        {
            solver.duals(rows);
        }
        else
        {
            System.arraycopy(climbed.duals, 0, rows, 0, climbed.duals.length);
        }
    }

    @Override
    public void basis(final byte[] columnStatus, final byte[] rowStatus)
    {
        if (climbed == null)
        {
            solver.basis(columnStatus, rowStatus);
        }
        else
        {
            System.arraycopy(climbed.columnStatus, 0, columnStatus, 0, climbed.columnStatus.length);
            System.arraycopy(climbed.rowStatus, 0, rowStatus, 0, climbed.rowStatus.length);
        }
    }

    @Override
    public int iterations()
    {
        return climbed == null ? solver.iterations() : climbed.iterations;
    }

    @Override
    public void close()
    {
        if (!closed)
        {
            closed = true;
            solver.close();
        }
    }

    /** Infeasible and unbounded end the ladder once a cold solve says so too. */
    private Status climb(final int faulty)
    {
        final LpModel model = copy.model();
        final Status first = status;
        verdicts = new ArrayList<>();
        verdicts.add(LpAttempt.WARM + ": " + solver.verdict());
        solver.close();
        LpAttempt last = LpAttempt.WARM;
        for (int step = 1; step < LADDER.length && status != Status.OPTIMAL; step++)
        {
            last = LADDER[step];
            status = tryOn(model, step, faulty);
            if (step == 1 && status == first && conclusive(status))
            {
                break;
            }
        }
        log.add(new LadderLog.Use(
            iteration, stage, trial, opening, last, status == Status.OPTIMAL, verdicts.get(0)));
        renew(model);
        return status;
    }

    private static boolean conclusive(final Status status)
    {
        return status == Status.INFEASIBLE || status == Status.UNBOUNDED;
    }

    private Status tryOn(final LpModel model, final int step, final int faulty)
    {
        try (LpSolver fresh = provider.create(LADDER[step]))
        {
            fresh.load(model);
            final Status outcome = attempt(fresh, step, faulty);
            if (outcome == Status.OPTIMAL)
            {
                climbed = answerOf(fresh);
            }
            else
            {
                verdicts.add(LADDER[step] + ": " + fresh.verdict());
            }
            return outcome;
        }
    }

    private void renew(final LpModel model)
    {
        solver = provider.create(LpAttempt.WARM);
        solver.load(model);
        if (climbed != null && fits(climbed.columnStatus, climbed.rowStatus))
        {
            solver.start(climbed.columnStatus, climbed.rowStatus);
        }
        else if (started)
        {
            solver.start(startColumns, startRows);
        }
    }

    private boolean fits(final byte[] columnStatus, final byte[] rowStatus)
    {
        return Bounds.basics(columnStatus, columns()) + Bounds.basics(rowStatus, rows()) == rows();
    }

    private static Status attempt(final LpSolver solver, final int step, final int faulty)
    {
        final Status outcome = solver.solve();
        return step < faulty ? Status.FAILED : outcome;
    }

    private Answer answerOf(final LpSolver fresh)
    {
        final Answer answer = new Answer(
            fresh.objective(),
            new double[columns()],
            new double[rows()],
            new byte[columns()],
            new byte[rows()],
            fresh.iterations());
        fresh.primal(answer.primal);
        fresh.duals(answer.duals);
        fresh.basis(answer.columnStatus, answer.rowStatus);
        return answer;
    }
}
