package io.cobre.solver.study;

import java.util.List;

/**
 * Seasons and the stages before the study.
 *
 * @param cycle    kind of the seasons.
 * @param seasons  by id, ascending; empty without definitions.
 * @param preStudy by id, ascending.
 */
public record Calendar(SeasonCycle cycle, List<Season> seasons, List<PreStudyStage> preStudy)
{
    /**
     * A study without season definitions and without earlier stages.
     *
     * @return the empty calendar.
     */
    public static Calendar none()
    {
        return new Calendar(SeasonCycle.NONE, List.of(), List.of());
    }
}
