package io.cobre.solver.stochastic.fit;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.PreStudyStage;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.Stage;

/**
 * Season of a day: that of the stage that contains it, else by the season definitions, else the month.
 */
final class SeasonDates
{
    private static final int UNKNOWN = -1;

    private final List<PreStudyStage> stages = new ArrayList<>();
    private final Calendar calendar;

    /**
     * Seasons of a study.
     *
     * @param calendar definitions and pre-study stages.
     * @param stages   study stages.
     */
    SeasonDates(final Calendar calendar, final List<Stage> stages)
    {
        this.calendar = calendar;
        this.stages.addAll(calendar.preStudy());
        stages.forEach(s -> this.stages.add(new PreStudyStage(s.id(), s.startDate(), s.endDate(), s.seasonId())));
        this.stages.removeIf(stage -> stage.seasonId() < 0);
        this.stages.sort(Comparator.comparing(PreStudyStage::startDate));
    }

    /**
     * Season of a day.
     *
     * @param day any day.
     * @return id of the season, -1 if there is none.
     */
    int seasonOf(final LocalDate day)
    {
        for (int i = stages.size() - 1; i >= 0; i--)
        {
            final PreStudyStage stage = stages.get(i);
            if (!stage.startDate().isAfter(day) && day.isBefore(stage.endDate()))
            {
                return stage.seasonId();
            }
        }
        return switch (calendar.cycle())
        {
            case NONE -> day.getMonthValue() - 1;
            case WEEKLY -> byWeek(day);
            case MONTHLY -> byMonth(day);
            case CUSTOM -> byRange(day);
        };
    }

    private int byMonth(final LocalDate day)
    {
        return calendar.seasons().stream()
            .filter(season -> season.monthStart() == day.getMonthValue())
            .mapToInt(Season::id).findFirst().orElse(UNKNOWN);
    }

    private int byWeek(final LocalDate day)
    {
        final int week = Math.min(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), calendar.seasons().size());
        return week == 0 ? UNKNOWN : calendar.seasons().get(week - 1).id();
    }

    private int byRange(final LocalDate day)
    {
        final int key = key(day.getMonthValue(), day.getDayOfMonth());
        return calendar.seasons().stream().filter(season -> contains(season, key))
            .mapToInt(Season::id).findFirst().orElse(UNKNOWN);
    }

    private static boolean contains(final Season season, final int key)
    {
        final int from = key(season.monthStart(), season.dayStart());
        final int to = key(season.monthEnd(), lastDay(season));
        return from <= to ? key >= from && key <= to : key >= from || key <= to;
    }

    private static int lastDay(final Season season)
    {
        return season.monthEnd() == 2 && season.dayEnd() == 28 ? 29 : season.dayEnd();
    }

    private static int key(final int month, final int day)
    {
        return 100 * month + day;
    }
}
