package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.count;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalNumber;

import io.cobre.solver.train.IterationRecord;
import java.util.concurrent.TimeUnit;

/**
 * The table {@code training/convergence.parquet}: times are those of rank 0.
 */
final class ConvergenceTable
{
    private ConvergenceTable()
    {
    }

    static OutputTable<IterationRecord> of(final int passes)
    {
        return OutputTable.of(
            "convergence",
            "bounds of an iteration",
            id("iteration", "from 1", IterationRecord::iteration),
            number("lower_bound", "$", "lower bound", IterationRecord::lowerBound),
            number("upper_bound_mean", "$", "mean cost of the trial paths", IterationRecord::upperBound),
            number("upper_bound_std", "$", "sample deviation of their costs", IterationRecord::upperBoundStd),
            optionalNumber(
                "gap_percent", "%", "distance of the bounds; missing unless the lower bound is positive",
                (row) -> row.lowerBound() > 0.0 ? 100.0 * row.gap() : Double.NaN),
            id("cuts_added", "cuts made", IterationRecord::cutsAdded),
            id("cuts_removed", "cuts taken out of the LPs", IterationRecord::cutsRemoved),
            count("cuts_active", "", "cuts in force in all stages", IterationRecord::cutsActive),
            count("time_forward_ms", "ms", "forward pass", (row) -> ms(row.forwardNs())),
            count("time_backward_ms", "ms", "backward pass", (row) -> ms(row.backwardNs())),
            count("time_total_ms", "ms", "the iteration", (row) -> ms(row.totalNs())),
            id("forward_passes", "trial paths", (row) -> passes),
            count("lp_solves", "", "LP solves of all ranks", IterationRecord::lpSolves));
    }

    private static long ms(final long ns)
    {
        return TimeUnit.NANOSECONDS.toMillis(ns);
    }
}
