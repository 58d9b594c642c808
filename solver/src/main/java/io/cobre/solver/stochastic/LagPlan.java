package io.cobre.solver.stochastic;

import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.study.RecentObservation;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Stage;

/**
 * Layout of the inflow memory, equal for all hydros, and the periods behind it.
 * Slots: lags, then the sums of the period under way and of the next one, then the longer periods of each coarsening.
 */
final class LagPlan
{
    private final List<Stage> stages;
    private final SeasonPeriods periods;
    private final int lags;
    private final boolean partial;
    private final List<Coarsening> coarsenings;

    private LagPlan(
        final List<Stage> stages,
        final SeasonPeriods periods,
        final int lags,
        final boolean partial,
        final List<Coarsening> coarsenings)
    {
        this.stages = stages;
        this.periods = periods;
        this.lags = lags;
        this.partial = partial;
        this.coarsenings = coarsenings;
    }

    /**
     * The point where stages become longer: lags of the longer periods are collected from the shorter stages.
     *
     * @param stage     last stage of the shorter kind.
     * @param windows   longer periods before that point, the most recent first.
     * @param firstSlot slot of the first window.
     */
    record Coarsening(int stage, List<Period> windows, int firstSlot)
    {
    }

    static LagPlan of(final List<Stage> stages, final ScenarioData scenarios, final int lags)
    {
        final SeasonPeriods periods = SeasonPeriods.of(scenarios.calendar(), stages);
        final boolean partial = lags > 0 && partial(stages, periods, scenarios.inflow().recent());
        final List<Coarsening> coarsenings = new ArrayList<>();
        int slot = partial ? lags + 2 : lags;
        for (int t = 0; lags > 0 && t + 1 < stages.size(); t++)
        {
            if (periods.period(t + 1).days() >= 2 * periods.period(t).days())
            {
                coarsenings.add(new Coarsening(t, windows(periods.period(t + 1), lags), slot));
                slot += lags;
            }
        }
        return new LagPlan(stages, periods, lags, partial, coarsenings);
    }

    int lags()
    {
        return lags;
    }

    int slots()
    {
        return lags + (partial ? 2 : 0) + coarsenings.size() * lags;
    }

    boolean partial()
    {
        return partial;
    }

    List<Coarsening> coarsenings()
    {
        return coarsenings;
    }

    SeasonPeriods periods()
    {
        return periods;
    }

    Stage stage(final int t)
    {
        return stages.get(t);
    }

    private static List<Period> windows(final Period longer, final int count)
    {
        final List<Period> windows = new ArrayList<>();
        Period window = longer;
        for (int c = 0; c < count; c++)
        {
            window = window.before();
            windows.add(window);
        }
        return windows;
    }

    private static boolean partial(
        final List<Stage> stages, final SeasonPeriods periods, final List<RecentObservation> recent)
    {
        boolean partial = recent.stream()
            .anyMatch(r -> periods.period(0).overlapDays(r.startDate(), r.endDate()) > 0);
        for (int t = 0; t < stages.size(); t++)
        {
            final Stage stage = stages.get(t);
            partial |= !periods.last(t) || LagTransitions.share(periods.next(t), stage) > 0.0;
        }
        return partial;
    }
}
