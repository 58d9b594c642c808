package io.cobre.solver.train;

import java.util.List;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.lp.StageLp;
import io.cobre.solver.policy.CutPool;

/**
 * The state of a training between two iterations: with it, training goes on bit by bit as if it had never stopped,
 * whatever the number of ranks. One trainer takes it over; it is not used twice.
 */
public final class Checkpoint
{
    private final CheckpointHead head;
    private final List<IterationRecord> rows;
    private final List<CutPool> pools;
    private final BasisSlot[][] slots;
    private final BasisSlot boundSlot;
    private final VisitedStates visited;
    private final List<SettledCosts> settled;

    /**
     * State of a training.
     *
     * @param head      how far it has come.
     * @param rows      one for each iteration.
     * @param pools     by stage.
     * @param slots     kept bases by stage and trial.
     * @param boundSlot kept basis of the lower bound.
     * @param visited   states of the trial paths, empty if they are not kept.
     * @param settled   last tests of the stopping rules that simulate.
     */
    Checkpoint(
        final CheckpointHead head,
        final List<IterationRecord> rows,
        final List<CutPool> pools,
        final BasisSlot[][] slots,
        final BasisSlot boundSlot,
        final VisitedStates visited,
        final List<SettledCosts> settled)
    {
        this.head = head;
        this.rows = rows;
        this.pools = pools;
        this.slots = slots;
        this.boundSlot = boundSlot;
        this.visited = visited;
        this.settled = settled;
    }

    /**
     * How far the training has come.
     *
     * @return iteration, time, identity.
     */
    public CheckpointHead head()
    {
        return head;
    }

    /**
     * Make sure that the bases fit the LPs; the identity of the training says so already.
     */
    void check(final List<StageLp> templates, final int passes)
    {
        boolean fits = templates.size() == slots.length && boundSlot.fits(templates.get(0).layout()) &&
            pools.get(0).dimension() == templates.get(0).layout().stateDimension();
        for (int stage = 0; fits && stage < slots.length; stage++)
        {
            fits = passes == slots[stage].length;
            for (final BasisSlot slot : slots[stage])
            {
                fits &= slot.fits(templates.get(stage).layout());
            }
        }
        if (!fits)
        {
            throw new CobreException(
                SolverErrorKind.CHECKPOINT_FAILED, "the checkpoint does not fit the LPs of this case")
                .suggest("train without it");
        }
    }

    List<IterationRecord> rows()
    {
        return rows;
    }

    List<CutPool> pools()
    {
        return pools;
    }

    BasisSlot slot(final int stage, final int trial)
    {
        return slots[stage][trial];
    }

    BasisSlot boundSlot()
    {
        return boundSlot;
    }

    VisitedStates visited()
    {
        return visited;
    }

    List<SettledCosts> settled()
    {
        return settled;
    }
}
