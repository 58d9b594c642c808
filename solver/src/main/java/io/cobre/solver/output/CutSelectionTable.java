package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.train.CutRemoval;

/**
 * The table {@code training/cut_selection/iterations.parquet}.
 */
final class CutSelectionTable
{
    static final OutputTable<CutRemoval> TABLE = OutputTable.of(
        "cut_selection/iterations",
        "what cut selection did to a stage in an iteration",
        id("iteration", "from 1", CutRemoval::iteration),
        id("stage", "stage that has the cuts", CutRemoval::stageId),
        id("cuts_populated", "cuts ever made", CutRemoval::populated),
        id("cuts_active_before", "cuts in force before", CutRemoval::activeBefore),
        id("cuts_deactivated", "cuts that the method removed", CutRemoval::removed),
        id("cuts_active_after", "cuts that the method left in force", CutRemoval::activeAfter),
        number("selection_time_ms", "ms", "time on rank 0", (row) -> row.ns() / 1e6),
        optionalId(
            "budget_evicted", "cuts beyond the limit on active cuts; missing without a limit", CutRemoval::evicted),
        optionalId(
            "active_after_budget", "cuts left in force; missing without a limit",
            (row) -> row.evicted() < 0 ? -1 : row.activeAfter() - row.evicted()));

    private CutSelectionTable()
    {
    }
}
