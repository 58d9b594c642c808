package io.cobre.solver.output;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

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
        return map;
    }
}
