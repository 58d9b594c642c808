package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.count;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.text;
import static io.cobre.solver.output.OutputColumn.unsigned;

import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.PhaseWork;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The tables {@code training/solver/iterations.parquet} and {@code training/solver/retry_histogram.parquet}: LP work
 * of all ranks. A solve that no attempt completes ends the run, so there are no failures to count.
 */
final class SolverTables
{
    static final OutputTable<StageWork> ITERATIONS = OutputTable.of(
        "solver/iterations",
        "LP work of a stage in a phase of an iteration, all ranks together",
        unsigned("iteration", "from 1", (row) -> row.work.iteration()),
        text("phase", "forward, backward or lower_bound", (row) -> row.work.phase().id()),
        id("stage", "stage", (row) -> row.stageId),
        unsigned("lp_solves", "LP solves", (row) -> (long) row.work.solves()[row.index]),
        unsigned("lp_retries", "solves that needed another attempt", SolverTables::retries),
        unsigned("retry_attempts", "attempts after the first", SolverTables::attempts),
        count(
            "simplex_iterations", "", "iterations of the simplex method",
            (row) -> (long) row.work.simplexIterations()[row.index]),
        number(
            "solve_time_ms", "ms", "time inside the LP solver, summed over ranks",
            (row) -> row.work.solveNs()[row.index] / 1e6));

    static final OutputTable<StageWork> RETRIES = OutputTable.of(
        "solver/retry_histogram",
        "solves that ended at an attempt after the first",
        unsigned("iteration", "from 1", (row) -> row.work.iteration()),
        text("phase", "forward, backward or lower_bound", (row) -> row.work.phase().id()),
        id("stage", "stage", (row) -> row.stageId),
        id("retry_level", "attempt from 1", (row) -> row.step),
        text("attempt", "what it is called", (row) -> LpAttempt.values()[row.step].name().toLowerCase(Locale.ROOT)),
        unsigned("count", "solves", (row) -> ended(row, row.step)));

    private SolverTables()
    {
    }

    /** Work of one stage, and a step of the retry ladder in the histogram. */
    record StageWork(PhaseWork work, int index, int stageId, int step)
    {
    }

    /**
     * Fill both tables.
     *
     * @param work       by phase.
     * @param study      the case.
     * @param iterations takes the rows of {@link #ITERATIONS}.
     * @param retries    takes the rows of {@link #RETRIES}.
     */
    static void fill(
        final List<PhaseWork> work,
        final Study study,
        final OutputSheet<StageWork> iterations,
        final OutputSheet<StageWork> retries)
    {
        for (final PhaseWork phase : work)
        {
            for (int stage = 0; stage < study.stageCount(); stage++)
            {
                if (phase.solves()[stage] > 0.0)
                {
                    final int id = study.stages().get(stage).id();
                    iterations.add(new StageWork(phase, stage, id, 0));
                    for (int step = 1; step < phase.steps(); step++)
                    {
                        final StageWork row = new StageWork(phase, stage, id, step);
                        if (ended(row, step) > 0)
                        {
                            retries.add(row);
                        }
                    }
                }
            }
        }
    }

    private static long ended(final StageWork row, final int step)
    {
        return (long) row.work.retries()[row.index * row.work.steps() + step];
    }

    private static long retries(final StageWork row)
    {
        return IntStream.range(1, row.work.steps()).mapToLong((step) -> ended(row, step)).sum();
    }

    private static long attempts(final StageWork row)
    {
        return IntStream.range(1, row.work.steps()).mapToLong((step) -> step * ended(row, step)).sum();
    }
}
