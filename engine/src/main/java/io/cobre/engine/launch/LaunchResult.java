package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;

import java.util.List;

/**
 * A group that ended in good order.
 *
 * @param backend        really used.
 * @param ranks          by rank.
 * @param startTimeMs    from the call until all ranks were connected.
 * @param droppedEvents  progress events that a slow listener did not get.
 */
public record LaunchResult(BackendKind backend, List<RankOutcome> ranks, long startTimeMs, long droppedEvents)
{
}
