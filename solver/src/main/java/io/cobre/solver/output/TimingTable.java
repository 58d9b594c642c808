package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.count;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;

import io.cobre.solver.train.RankIteration;

/**
 * The table {@code training/timing/iterations.parquet}.
 */
final class TimingTable
{
    static final OutputTable<RankIteration> TABLE = OutputTable.of(
        "timing/iterations",
        "where the time of a rank went in an iteration",
        id("iteration", "from 1", RankIteration::iteration),
        id("rank", "of the group", RankIteration::rank),
        number("forward_time_ms", "ms", "forward pass", (row) -> ms(row.forwardNs())),
        number("backward_time_ms", "ms", "backward pass without exchange", (row) -> ms(row.backwardNs())),
        number(
            "lower_bound_time_ms", "ms", "lower bound, on rank 0 only, and simulations that stopping rules ask for",
            (row) -> ms(row.boundNs())),
        number(
            "communication_time_ms", "ms", "exchange with other ranks, without idle time",
            (row) -> ms(row.exchangeNs() - row.idleNs())),
        number("idle_time_ms", "ms", "waiting for ranks that were still at work", (row) -> ms(row.idleNs())),
        number("total_time_ms", "ms", "the iteration", (row) -> ms(row.totalNs())),
        number("lp_time_ms", "ms", "inside the LP solver", (row) -> ms(row.lpNs())),
        count("lp_solves", "", "LP solves", RankIteration::lpSolves),
        id("scenarios_processed", "trial paths", RankIteration::trials));

    private TimingTable()
    {
    }

    private static double ms(final long ns)
    {
        return ns / 1e6;
    }
}
