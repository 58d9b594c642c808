package io.cobre.solver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A result and who computed it.
 *
 * @param result  of rank 0, after the digests of all ranks have been compared.
 * @param workers by rank; empty in single-process mode.
 * @param startTimeMs until all workers were connected; 0 if there were none to start.
 * @param <T>     of the result.
 */
record Outcome<T>(T result, Optional<List<WorkerInfo>> workers, long startTimeMs)
{
    /**
     * A result that was computed in this process.
     */
    static <T> Outcome<T> of(final T result, final RunPlan plan, final Instant startedAt)
    {
        final long wallTimeMs = Duration.between(startedAt, Instant.now()).toMillis();
        return new Outcome<>(result, GroupOfRanks.workers(plan, wallTimeMs), 0);
    }
}
