package io.cobre.solver;

import io.cobre.engine.BackendKind;
import io.cobre.engine.launch.RankOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A result and who computed it.
 *
 * @param result        of rank 0, after the digests of all ranks have been compared.
 * @param workers       by rank; empty in single-process mode.
 * @param startTimeMs   until all workers were connected; 0 if there were none to start.
 * @param droppedEvents that a slow progress callback did not get.
 * @param restarts      of the group before it came to its end.
 * @param <T>           of the result.
 */
record Outcome<T>(
    T result, Optional<List<WorkerInfo>> workers, long startTimeMs, long droppedEvents, List<Restart> restarts)
{
    /**
     * A result of several ranks.
     */
    static <T> Outcome<T> of(
        final T result,
        final BackendKind backend,
        final List<RankOutcome> ranks,
        final long startTimeMs,
        final long droppedEvents,
        final List<Restart> restarts)
    {
        return new Outcome<>(
            result,
            Optional.of(ranks.stream()
                .map((rank) -> new WorkerInfo(rank.rank(), rank.wallTimeMs(), backend, rank.pid()))
                .toList()),
            startTimeMs,
            droppedEvents,
            restarts);
    }

    /**
     * A result that was computed in this process.
     */
    static <T> Outcome<T> of(final T result, final RunPlan plan, final Instant startedAt)
    {
        final long wallTimeMs = Duration.between(startedAt, Instant.now()).toMillis();
        return new Outcome<>(result, GroupOfRanks.workers(plan, wallTimeMs), 0, 0, List.of());
    }
}
