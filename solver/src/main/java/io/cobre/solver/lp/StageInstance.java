package io.cobre.solver.lp;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cobre.solver.study.StageData;

/**
 * The LP of one stage in a native solver, for one thread: template rows, then the active cuts in slot order.
 * <p>
 * A unit of work is {@link #begin} at one incoming state, then any number of {@link #solve}, then possibly
 * {@link #keep}. What a unit gives depends on the template, the active cuts, the slot it began from and its own
 * solves, and on nothing that was solved before.
 */
public final class StageInstance implements AutoCloseable
{
    /** Opening of a solve whose noise was sampled. */
    public static final int FORWARD = -1;

    private final StageLp lp;
    private final ActiveCuts cuts;
    private final LpSource source;
    private final BasisSlot base;
    private final int templateRows;
    private final int futureCost;
    private final double[] state;
    private final int[] stateRows;
    private final double[] stateBounds;
    private final NoisePatch patch;
    private final byte[] columnStatus;
    private final double[] primal;
    private final double[] inflows;
    private byte[] rowStatus;
    private double[] duals;
    private LpInstance solver;
    private long solves;
    private long iterations;
    private long solveNs;

    /**
     * Make an instance with the cuts that are there.
     *
     * @param lp      the stage.
     * @param cuts    its cuts; read at {@link #refresh()}.
     * @param base    basis of the LP without cuts, from which everything starts.
     * @param source  makes native solvers.
     */
    public StageInstance(
        final StageLp lp, final CutRows cuts, final BasisSlot base, final LpSource source)
    {
        this.lp = lp;
        this.cuts = new ActiveCuts(lp, cuts);
        this.base = base;
        this.source = source;
        this.templateRows = lp.layout().rows();
        this.futureCost = lp.layout().column(ColumnGroup.FUTURE_COST, 0);
        final int dimension = lp.layout().stateDimension();
        this.state = new double[dimension];
        this.stateBounds = new double[dimension];
        this.stateRows = new int[dimension];
        Arrays.setAll(stateRows, row -> row);
        this.patch = new NoisePatch(lp);
        this.columnStatus = new byte[lp.layout().columns()];
        this.primal = new double[lp.layout().columns()];
        this.inflows = new double[lp.layout().hydros()];
        this.rowStatus = new byte[templateRows];
        this.duals = new double[templateRows];
        rebuild();
    }

    /**
     * The same stage in a native instance of its own, for another thread.
     */
    StageInstance another()
    {
        return new StageInstance(lp, cuts.source(), base, source);
    }

    /**
     * The basis from which everything starts: the optimal basis of the LP without cuts at a state and without noise,
     * solved from the logical basis on a throw-away instance; the logical basis itself if there is no optimum.
     *
     * @param lp     the stage.
     * @param state  incoming.
     * @param source makes native solvers.
     * @param slot   destination.
     * @return objective in k$; 0 if there is no optimum.
     */
    static double baseBasis(final StageLp lp, final double[] state, final LpSource source, final BasisSlot slot)
    {
        final BasisSlot logical = logicalBasis(lp);
        try (StageInstance instance = new StageInstance(lp, NoCuts.INSTANCE, logical, source))
        {
            instance.begin(logical, state);
            final boolean solved = LpSolver.Status.OPTIMAL == instance.trySolve(new double[instance.patch.dimension()]);
            if (!solved)
            {
                slot.copy(logical);
                return 0.0;
            }
            instance.keep(slot);
            return instance.objective();
        }
    }

    private static BasisSlot logicalBasis(final StageLp lp)
    {
        final LpModel model = lp.model();
        final byte[] columns = new byte[model.columns()];
        for (int column = 0; column < columns.length; column++)
        {
            columns[column] = Double.isFinite(model.columnLower()[column]) ? LpSolver.AT_LOWER :
                Double.isFinite(model.columnUpper()[column]) ? LpSolver.AT_UPPER : LpSolver.AT_ZERO;
        }
        final byte[] rows = new byte[model.rows()];
        Arrays.fill(rows, LpSolver.BASIC);
        final BasisSlot slot = new BasisSlot();
        slot.keep(columns, rows, rows.length, new int[0], 0, 0);
        return slot;
    }

    /**
     * Destroy the native instance and make a new one. Results do not depend on it.
     */
    public void rebuild()
    {
        close();
        solver = source.open(lp.stage().id());
        solver.load(lp.model());
        cuts.fill(solver);
        reserve();
    }

    /**
     * Take over the cuts that came and went since the last call.
     */
    public void refresh()
    {
        cuts.refresh(solver);
        reserve();
    }

    private void reserve()
    {
        if (duals.length < templateRows + cuts.rows())
        {
            duals = new double[templateRows + cuts.capacity()];
            rowStatus = new byte[templateRows + cuts.capacity()];
        }
    }

    /**
     * Begin a unit of work.
     *
     * @param slot     where to start; the base basis with all cuts basic while it is empty.
     * @param incoming state: storages in hm3, then the memory of inflows in m3/s.
     */
    public void begin(final BasisSlot slot, final double[] incoming)
    {
        if (!slot.filled() || !fits(slot))
        {
            fill(base);
        }
        solver.start(columnStatus, rowStatus);
        final double[] scale = lp.scaling().row();
        for (int index = 0; index < state.length; index++)
        {
            state[index] = incoming[index];
            stateBounds[index] = incoming[index] * scale[index];
        }
        solver.rowBounds(state.length, stateRows, stateBounds, stateBounds);
    }

    /**
     * Put a slot's statuses into the arrays and mend the number of basics: too many, and basic cut rows leave from
     * the highest slot down.
     */
    private boolean fits(final BasisSlot slot)
    {
        fill(slot);
        int excess = basics() - templateRows - cuts.rows();
        for (int row = templateRows + cuts.rows() - 1; excess > 0 && row >= templateRows; row--)
        {
            if (LpSolver.BASIC == rowStatus[row])
            {
                rowStatus[row] = LpSolver.AT_LOWER;
                excess--;
            }
        }
        return 0 == excess;
    }

    private void fill(final BasisSlot slot)
    {
        System.arraycopy(slot.columns(), 0, columnStatus, 0, columnStatus.length);
        System.arraycopy(slot.rows(), 0, rowStatus, 0, templateRows);
        for (int row = 0; row < cuts.rows(); row++)
        {
            final byte status = slot.cut(cuts.slot(row));
            rowStatus[templateRows + row] = BasisSlot.UNKNOWN == status ? LpSolver.BASIC : status;
        }
    }

    private int basics()
    {
        int count = 0;
        for (final byte status : columnStatus)
        {
            count += LpSolver.BASIC == status ? 1 : 0;
        }
        for (int row = 0; row < templateRows + cuts.rows(); row++)
        {
            count += LpSolver.BASIC == rowStatus[row] ? 1 : 0;
        }
        return count;
    }

    /**
     * Solve at the state of the unit under one noise.
     *
     * @param noise     by noise dimension.
     * @param iteration from 1; 0 outside training.
     * @param trial     index of the path.
     * @param opening   index of the noise; {@link #FORWARD} for a sampled one.
     * @throws io.cobre.solver.error.SolverException if there is no accepted optimum.
     */
    public void solve(final double[] noise, final int iteration, final int trial, final int opening)
    {
        solver.at(iteration, trial, opening);
        if (LpSolver.Status.OPTIMAL != trySolve(noise))
        {
            throw solver.failure(notes(noise));
        }
    }

    private FailedLp.Notes notes(final double[] noise)
    {
        final StageLayout layout = lp.layout();
        final LpNames names = new LpNames(lp.study(), lp.stage(), layout);
        final Stream<String> rows = IntStream.range(0, templateRows).mapToObj(names::row);
        final Stream<String> cutNames = IntStream.range(0, cuts.rows()).mapToObj(row -> "cut_" + cuts.slot(row));
        return new FailedLp.Notes(
            state.clone(),
            noise.clone(),
            IntStream.range(0, layout.columns()).mapToObj(names::column).toList(),
            Stream.concat(rows, cutNames).toList());
    }

    private LpSolver.Status trySolve(final double[] noise)
    {
        patch.apply(solver, state, noise);
        final long start = System.nanoTime();
        final LpSolver.Status status = solver.solve();
        solveNs += System.nanoTime() - start;
        solves++;
        iterations += solver.iterations();
        return status;
    }

    /**
     * Keep the final basis of the last solve.
     *
     * @param slot destination.
     */
    public void keep(final BasisSlot slot)
    {
        solver.basis(columnStatus, rowStatus);
        slot.keep(columnStatus, rowStatus, templateRows, cuts.slots(), cuts.rows(), cuts.seen());
    }

    /**
     * Objective of the last solve, discounted future cost included.
     *
     * @return k$.
     */
    public double objective()
    {
        return solver.objective();
    }

    /**
     * Fetch the state that the last solve leaves to the next stage.
     *
     * @param outgoing destination: storages within their bounds, then the memory of inflows.
     */
    public void outgoing(final double[] outgoing)
    {
        primal();
        final StageData data = lp.data();
        for (int hydro = 0; hydro < inflows.length; hydro++)
        {
            outgoing[hydro] = Math.min(
                data.maxStorage()[hydro],
                Math.max(
                    StageLp.leastStorage(lp.layout(), data, hydro),
                    primal[lp.layout().column(ColumnGroup.STORAGE, hydro)]));
            inflows[hydro] = primal[lp.layout().column(ColumnGroup.INFLOW, hydro)];
        }
        lp.stochastic().lags().advance(lp.stage().index(), state, inflows.length, inflows, outgoing, inflows.length);
    }

    /**
     * Name and version of the native solver.
     *
     * @return one line.
     */
    public String solverName()
    {
        return solver.solverName();
    }

    /**
     * Cost of this stage alone in the last solve, from the primal values fetched last.
     *
     * @return k$, undiscounted.
     */
    public double stageCost()
    {
        return solver.objective() - lp.stage().discountFactor() * primal[futureCost];
    }

    /**
     * Fetch the primal values of the last solve.
     *
     * @return by column, in the units of the model; overwritten by the next call.
     */
    public double[] primal()
    {
        solver.primal(primal);
        final double[] scale = lp.scaling().column();
        for (int column = 0; column < primal.length; column++)
        {
            primal[column] *= scale[column];
        }
        return primal;
    }

    /**
     * Derivative of the objective of the last solve with respect to the incoming state.
     *
     * @param gradient destination, k$ per unit of state.
     */
    public void stateDuals(final double[] gradient)
    {
        solver.duals(duals);
        final double[] scale = lp.scaling().row();
        for (int index = 0; index < state.length; index++)
        {
            gradient[index] = duals[index] * scale[index];
        }
    }

    /**
     * Slots of cuts that this instance has taken in.
     *
     * @return active or not.
     */
    public int slots()
    {
        return cuts.seen();
    }

    /**
     * Count the cuts that were binding in the last solve; after {@link #stateDuals}.
     *
     * @param tolerance      dual above which a cut counts as binding.
     * @param iteration      of training.
     * @param events         incremented by slot.
     * @param lastIterations set to the iteration by slot.
     */
    public void countBinding(
        final double tolerance, final int iteration, final int[] events, final int[] lastIterations)
    {
        final double limit = tolerance * lp.scaling().column()[futureCost];
        for (int row = 0; row < cuts.rows(); row++)
        {
            if (duals[templateRows + row] > limit)
            {
                events[cuts.slot(row)]++;
                lastIterations[cuts.slot(row)] = iteration;
            }
        }
    }

    /**
     * Take all of the last solve, from the primal values fetched last.
     *
     * @param solution destination.
     */
    public void read(final StageSolution solution)
    {
        solver.duals(duals);
        solution.read(lp, primal, duals, solver);
    }

    /**
     * The stage of this instance.
     *
     * @return its LP.
     */
    public StageLp lp()
    {
        return lp;
    }

    /**
     * Solves so far, rebuilt instances included.
     *
     * @return counts since the instance was made.
     */
    public SolveCounts counts()
    {
        return new SolveCounts(solves, iterations, solveNs);
    }

    /**
     * Free the native instance. Idempotent.
     */
    @Override
    public void close()
    {
        if (null != solver)
        {
            solver.close();
            solver = null;
        }
    }
}
