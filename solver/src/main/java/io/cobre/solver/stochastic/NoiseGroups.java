package io.cobre.solver.stochastic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cobre.solver.study.Stage;

/**
 * Stages that share their noise: equal season and equal year of the start date. A stage without a season is alone.
 */
final class NoiseGroups
{
    private NoiseGroups()
    {
    }

    /** Group number by stage index, numbered by first appearance. */
    static int[] of(final List<Stage> stages)
    {
        final Map<Long, Integer> known = new HashMap<>();
        final int[] groups = new int[stages.size()];
        int next = 0;
        for (int t = 0; t < groups.length; t++)
        {
            final Stage stage = stages.get(t);
            final long key = (long) stage.seasonId() << 32 | stage.startDate().getYear();
            final Integer group = stage.seasonId() < 0 ? null : known.putIfAbsent(key, next);
            groups[t] = group == null ? next++ : group;
        }
        return groups;
    }
}
