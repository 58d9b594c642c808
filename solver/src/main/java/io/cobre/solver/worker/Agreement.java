package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares what the ranks have computed. A difference is a defect, never a result.
 */
public final class Agreement
{
    private Agreement()
    {
    }

    /**
     * Compare digests.
     *
     * @param byRank digests of each rank.
     * @throws CobreException of kind InternalPanic naming the ranks on each side.
     */
    public static void check(final List<List<String>> byRank)
    {
        final Map<List<String>, List<Integer>> ranks = new LinkedHashMap<>();
        for (int rank = 0; rank < byRank.size(); rank++)
        {
            ranks.computeIfAbsent(byRank.get(rank), (key) -> new ArrayList<>()).add(rank);
        }
        if (ranks.size() > 1)
        {
            throw panic("the ranks have computed different results: " + ranks.entrySet().stream()
                .map((entry) -> "ranks " + entry.getValue() + " have " + entry.getKey())
                .collect(Collectors.joining(", ")))
                .with("ranks", List.copyOf(ranks.values()))
                .with("digests", List.copyOf(ranks.keySet()));
        }
    }

    static CobreException panic(final String message)
    {
        return new CobreException(SolverErrorKind.INTERNAL_PANIC, message);
    }
}
