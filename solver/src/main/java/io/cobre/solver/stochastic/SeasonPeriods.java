package io.cobre.solver.stochastic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;

/**
 * The occurrence of its season that each stage belongs to: the unit in which lagged inflows count.
 * A stage without a defined season is a period of its own; so are the stages of a weekly cycle.
 */
final class SeasonPeriods
{
    private final List<Period> periods = new ArrayList<>();
    private final boolean[] last;

    private SeasonPeriods(final int stages)
    {
        last = new boolean[stages];
    }

    static SeasonPeriods of(final Calendar calendar, final List<Stage> stages)
    {
        final SeasonPeriods result = new SeasonPeriods(stages.size());
        final List<Integer> owners = new ArrayList<>();
        for (final Stage stage : stages)
        {
            final Season season = season(calendar, stage.seasonId());
            result.periods.add(season == null ?
                new Period(stage.startDate(), stage.endDate()) :
                occurrence(season, stage.startDate(), stage.endDate()));
            owners.add(season == null ? -1 : season.id());
        }
        for (int t = 0; t < stages.size(); t++)
        {
            result.last[t] = owners.get(t) < 0 || !result.returns(t, owners);
        }
        return result;
    }

    Period period(final int stage)
    {
        return periods.get(stage);
    }

    /** Whether no later stage belongs to the same period. */
    boolean last(final int stage)
    {
        return last[stage];
    }

    /** Period of the first later stage that belongs to another one, or null. */
    Period next(final int stage)
    {
        for (int t = stage + 1; t < periods.size(); t++)
        {
            if (periods.get(t).start().isAfter(periods.get(stage).start()))
            {
                return periods.get(t);
            }
        }
        return null;
    }

    private boolean returns(final int stage, final List<Integer> owners)
    {
        for (int t = stage + 1; t < periods.size(); t++)
        {
            if (owners.get(t).equals(owners.get(stage)) && periods.get(t).equals(periods.get(stage)))
            {
                return true;
            }
        }
        return false;
    }

    private static Season season(final Calendar calendar, final int id)
    {
        if (calendar.cycle() == SeasonCycle.NONE || calendar.cycle() == SeasonCycle.WEEKLY)
        {
            return null;
        }
        return calendar.seasons().stream().filter(season -> season.id() == id).findFirst().orElse(null);
    }

    /** The occurrence with the longest overlap; without any overlap, the nearest one. */
    private static Period occurrence(final Season season, final LocalDate from, final LocalDate to)
    {
        Period best = null;
        for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++)
        {
            final Period candidate = inYear(season, year);
            if (best == null || closer(candidate, best, from, to))
            {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean closer(final Period a, final Period b, final LocalDate from, final LocalDate to)
    {
        final long difference = a.overlapDays(from, to) - b.overlapDays(from, to);
        return difference != 0 ?
            difference > 0 :
            Math.abs(ChronoUnit.DAYS.between(from, a.start())) < Math.abs(ChronoUnit.DAYS.between(from, b.start()));
    }

    private static Period inYear(final Season season, final int year)
    {
        final LocalDate start = day(year, season.monthStart(), season.dayStart());
        final LocalDate end = day(year, season.monthEnd(), season.dayEnd()).plusDays(1);
        return new Period(
            start, end.isAfter(start) ? end : day(year + 1, season.monthEnd(), season.dayEnd()).plusDays(1));
    }

    private static LocalDate day(final int year, final int month, final int day)
    {
        final YearMonth yearMonth = YearMonth.of(year, month);
        return yearMonth.atDay(Math.min(day, yearMonth.lengthOfMonth()));
    }
}
