package io.cobre.solver.output;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run was computed.
 *
 * @param startedAt   when it was asked for.
 * @param completedAt when its results were there.
 * @param backend     the one really used.
 * @param workers     number of processes that computed.
 * @param resumedFrom iteration of the checkpoint that the training began from, 0 if it began anew.
 * @param restarts    of the group of workers, as names and values.
 */
public record RunFacts(
    Instant startedAt,
    Instant completedAt,
    String backend,
    int workers,
    int resumedFrom,
    List<Map<String, Object>> restarts)
{
    /**
     * A run without checkpoints.
     *
     * @param startedAt   when it was asked for.
     * @param completedAt when its results were there.
     * @param backend     the one really used.
     * @param workers     number of processes that computed.
     */
    public RunFacts(final Instant startedAt, final Instant completedAt, final String backend, final int workers)
    {
        this(startedAt, completedAt, backend, workers, 0, List.of());
    }

    /**
     * The part of metadata.json that says who computed.
     *
     * @return names and values.
     */
    Map<String, Object> distribution()
    {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("backend", backend);
        map.put("num_workers", workers);
        map.put("restarts", restarts);
        return map;
    }
}
