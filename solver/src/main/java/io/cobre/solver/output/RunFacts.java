package io.cobre.solver.output;

import java.time.Instant;

/**
 * How a run was computed.
 *
 * @param startedAt   when it was asked for.
 * @param completedAt when its results were there.
 * @param backend     the one really used.
 * @param workers     number of processes that computed.
 */
public record RunFacts(Instant startedAt, Instant completedAt, String backend, int workers)
{
}
