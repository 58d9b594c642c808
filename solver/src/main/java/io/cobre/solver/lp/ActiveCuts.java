package io.cobre.solver.lp;

import java.util.Arrays;

/**
 * The cuts that are rows of one native LP, behind those of the template, in slot order.
 */
final class ActiveCuts
{
    private final CutRows cuts;
    private final CutBatch batch;
    private final int templateRows;
    private int[] slots = new int[64];
    private int rows;
    private int seenSlots;
    private int seenRemovals;

    ActiveCuts(final StageLp lp, final CutRows cuts)
    {
        this.cuts = cuts;
        this.batch = new CutBatch(lp);
        this.templateRows = lp.layout().rows();
    }

    CutRows source()
    {
        return cuts;
    }

    /**
     * Number of rows.
     */
    int rows()
    {
        return rows;
    }

    /**
     * Rows that there is room for; grows before the number of rows does.
     */
    int capacity()
    {
        return slots.length;
    }

    /**
     * Slot of a row, from 0.
     */
    int slot(final int row)
    {
        return slots[row];
    }

    /**
     * Slots by row, ascending; more than there are rows.
     */
    int[] slots()
    {
        return slots;
    }

    /**
     * Slots that have been taken in, active or not.
     */
    int seen()
    {
        return seenSlots;
    }

    /**
     * Put all active cuts into an LP that has none.
     */
    void fill(final LpSolver solver)
    {
        rows = 0;
        seenSlots = 0;
        seenRemovals = cuts.removals();
        append(solver);
    }

    /**
     * Take over the cuts that came and went since the last call.
     */
    void refresh(final LpSolver solver)
    {
        if (seenRemovals != cuts.removals())
        {
            dropRemoved(solver);
            seenRemovals = cuts.removals();
        }
        append(solver);
    }

    private void dropRemoved(final LpSolver solver)
    {
        final int[] gone = new int[rows];
        int goneCount = 0;
        int kept = 0;
        for (int row = 0; row < rows; row++)
        {
            if (cuts.active(slots[row]))
            {
                slots[kept++] = slots[row];
            }
            else
            {
                gone[goneCount++] = templateRows + row;
            }
        }
        if (goneCount > 0)
        {
            solver.deleteRows(goneCount, gone);
        }
        rows = kept;
    }

    private void append(final LpSolver solver)
    {
        final int populated = cuts.populated();
        batch.clear();
        for (int slot = seenSlots; slot < populated; slot++)
        {
            if (cuts.active(slot))
            {
                batch.add(cuts, slot);
                if (rows == slots.length)
                {
                    slots = Arrays.copyOf(slots, 2 * rows);
                }
                slots[rows++] = slot;
            }
        }
        seenSlots = populated;
        batch.appendTo(solver);
    }
}
