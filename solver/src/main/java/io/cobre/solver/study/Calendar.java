package io.cobre.solver.study;

import java.util.List;

/**
 * Seasons, the stages before the study, and what comes after it.
 *
 * @param cycle    kind of the seasons.
 * @param seasons  by id, ascending; empty without definitions.
 * @param preStudy by id, ascending.
 * @param next     index of the stage that follows the last one in a cyclic policy graph; {@link #END} in a finite one.
 */
public record Calendar(SeasonCycle cycle, List<Season> seasons, List<PreStudyStage> preStudy, int next)
{
    /** Nothing follows the last stage. */
    public static final int END = -1;

    /**
     * A calendar that ends with the last stage.
     *
     * @param cycle    kind of the seasons.
     * @param seasons  by id, ascending.
     * @param preStudy by id, ascending.
     */
    public Calendar(final SeasonCycle cycle, final List<Season> seasons, final List<PreStudyStage> preStudy)
    {
        this(cycle, seasons, preStudy, END);
    }

    /**
     * A study without season definitions and without earlier stages.
     *
     * @return the empty calendar.
     */
    public static Calendar none()
    {
        return new Calendar(SeasonCycle.NONE, List.of(), List.of());
    }

    /**
     * Whether a stage follows the last one.
     *
     * @return false for a finite horizon.
     */
    public boolean isCyclic()
    {
        return next != END;
    }
}
