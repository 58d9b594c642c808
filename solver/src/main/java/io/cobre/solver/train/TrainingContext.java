package io.cobre.solver.train;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.cobre.engine.Communicator;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;

/**
 * What a {@link Trainer} works with.
 */
public final class TrainingContext
{
    private final Study study;
    private final StochasticModel stochastic;
    private final Communicator communicator;
    private LpSource solvers;
    private TrainingListener listener = TrainingListener.NONE;
    private BooleanSupplier stopRequested = () -> false;
    private LongSupplier nanoClock = System::nanoTime;
    private UnitOrder unitOrder = UnitOrder.NATURAL;
    private Ownership ownership;
    private List<CutPool> startingCuts = List.of();
    private CheckpointPlan checkpoints;
    private Checkpoint start;

    /**
     * Context with defaults for everything else.
     *
     * @param study        the case.
     * @param stochastic   its random part.
     * @param communicator the group that trains together.
     * @param solvers      makes LP instances.
     */
    public TrainingContext(
        final Study study,
        final StochasticModel stochastic,
        final Communicator communicator,
        final LpSource solvers)
    {
        this.study = study;
        this.stochastic = stochastic;
        this.communicator = communicator;
        this.solvers = solvers;
    }

    /**
     * Hear of progress; called on every rank.
     *
     * @param value the listener.
     * @return this.
     */
    public TrainingContext listener(final TrainingListener value)
    {
        listener = value;
        return this;
    }

    /**
     * Ask for a stop after the iteration under way; looked at on rank 0 only.
     *
     * @param value true to stop.
     * @return this.
     */
    public TrainingContext stopRequested(final BooleanSupplier value)
    {
        stopRequested = value;
        return this;
    }

    /**
     * Begin with cuts.
     *
     * @param value pools by stage, which are copied; empty for none.
     * @return this.
     */
    public TrainingContext startingCuts(final List<CutPool> value)
    {
        startingCuts = value;
        return this;
    }

    List<CutPool> startingCuts()
    {
        return startingCuts;
    }

    /**
     * Clock for time limits and statistics.
     *
     * @param value nanoseconds from any origin.
     * @return this.
     */
    public TrainingContext nanoClock(final LongSupplier value)
    {
        nanoClock = value;
        return this;
    }

    /**
     * Save the training now and then; the same on all ranks.
     *
     * @param value when and where to; null for never.
     * @return this.
     */
    public TrainingContext checkpoints(final CheckpointPlan value)
    {
        checkpoints = value;
        return this;
    }

    /**
     * Go on where another training has stopped.
     *
     * @param value read by this rank for this trainer; null to begin anew.
     * @return this.
     */
    TrainingContext start(final Checkpoint value)
    {
        start = value;
        return this;
    }

    /**
     * Go on from a checkpoint; each rank reads it for itself.
     *
     * @param file of the checkpoint; null to begin anew.
     * @return this.
     * @throws io.cobre.engine.CobreException of kind CheckpointFailed or IncompatibleRuns if that is not possible.
     */
    public TrainingContext resume(final Path file)
    {
        return start(null == file ? null : CheckpointFile.read(file, identity()));
    }

    /**
     * What the bits of the training depend on.
     *
     * @return all facts.
     */
    public RunIdentity identity()
    {
        return RunIdentity.of(study, solvers.provider().id()).withLibrary(solvers.provider().librarySha256());
    }

    CheckpointPlan checkpoints()
    {
        return checkpoints;
    }

    Checkpoint start()
    {
        return start;
    }

    /**
     * Use other LP instances.
     */
    TrainingContext solvers(final LpSource value)
    {
        solvers = value;
        return this;
    }

    /**
     * Order in which a rank does its units of work, and what it does between them; results do not depend on it.
     */
    TrainingContext unitOrder(final UnitOrder value)
    {
        unitOrder = value;
        return this;
    }

    /**
     * Distribution of the trial points over the ranks, contiguous by default; results do not depend on it.
     */
    TrainingContext ownership(final Ownership value)
    {
        ownership = value;
        return this;
    }

    Ownership ownership(final int passes)
    {
        return null == ownership ? Ownership.contiguous(passes, communicator.size()) : ownership;
    }

    Study study()
    {
        return study;
    }

    StochasticModel stochastic()
    {
        return stochastic;
    }

    Communicator communicator()
    {
        return communicator;
    }

    LpSource solvers()
    {
        return solvers;
    }

    TrainingListener listener()
    {
        return listener;
    }

    BooleanSupplier stopRequested()
    {
        return stopRequested;
    }

    LongSupplier nanoClock()
    {
        return nanoClock;
    }

    UnitOrder unitOrder()
    {
        return unitOrder;
    }
}
