package io.cobre.solver.worker;

import io.cobre.engine.BackendKind;
import io.cobre.engine.launch.RankOutcome;

import java.util.List;

/**
 * What a group of workers has computed.
 *
 * @param result        of rank 0; the digests of all ranks are equal.
 * @param backend       really used.
 * @param ranks         by rank: process and wall time.
 * @param startTimeMs   from the call until all ranks were connected.
 * @param droppedEvents progress events that a slow listener did not get.
 * @param restarts      of the group before it came to its end.
 * @param <T>           of the result.
 */
public record WorkerOutcome<T>(
    T result,
    BackendKind backend,
    List<RankOutcome> ranks,
    long startTimeMs,
    long droppedEvents,
    List<WorkerRestart> restarts)
{
}
