package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether hours, seasons, past inflows and recent observations fit the dates of the stages.
 */
final class SeasonChecks extends Checker
{
    /** Months may count as a twelfth of a year each. */
    private static final double HOURS_TOLERANCE = 0.1;

    SeasonChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        if (index.stages().size() == 0)
        {
            return;
        }
        index.stages().sorted().forEach(this::checkHours);
        if (files.stages().cycle() == SeasonCycle.MONTHLY)
        {
            index.stages().sorted().forEach(this::checkMonth);
            files.initial().past().forEach(this::checkPast);
        }
        files.initial().recent().forEach(this::checkRecent);
    }

    /** Energy and water go by the hours of the blocks, discounts and seasons by the dates. */
    private void checkHours(final StagesFile.Entry stage)
    {
        final double hours = stage.blocks().stream().mapToDouble(StagesFile.Block::hours).sum();
        final double calendar = 24.0 * ChronoUnit.DAYS.between(stage.startDate(), stage.endDate());
        if (Math.abs(hours - calendar) > HOURS_TOLERANCE * calendar)
        {
            problems.warning(
                SolverErrorKind.STAGE_MISMATCH,
                Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("blocks"),
                hours,
                "have " + hours + " hours together, but the stage lasts " + calendar + " from " + stage.startDate() +
                    " to " + stage.endDate(),
                "correct the hours or the dates");
        }
    }

    private Optional<Season> season(final int id)
    {
        return files.stages().seasons().stream().filter((season) -> season.id() == id).findFirst();
    }

    private void checkMonth(final StagesFile.Entry stage)
    {
        final Season season = season(stage.seasonId()).orElse(null);
        if (season != null && !months(stage.startDate(), stage.endDate()).contains(season.monthStart()))
        {
            problems.warning(
                SolverErrorKind.STAGE_MISMATCH,
                Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("season_id"),
                stage.seasonId(),
                "= " + stage.seasonId() + " is the season of month " + season.monthStart() + ", but the stage lasts " +
                    "from " + stage.startDate() + " to " + stage.endDate(),
                "use the season of its month");
        }
    }

    private static Set<Integer> months(final LocalDate start, final LocalDate end)
    {
        final Set<Integer> months = new HashSet<>();
        for (LocalDate day = start; day.isBefore(end) && months.size() < 12; day = day.plusDays(1))
        {
            months.add(day.getMonthValue());
        }
        return months;
    }

    /** The seasons of past inflows change nothing; they tell whether the values are in the right order. */
    private void checkPast(final InitialConditionsFile.Past past)
    {
        final LocalDate start = index.stages().sorted().get(0).startDate();
        for (int i = 0; past.seasonIds() != null && i < past.seasonIds().length && start.getDayOfMonth() == 1; i++)
        {
            final int month = start.minusMonths(i + 1L).getMonthValue();
            final Season season = season(past.seasonIds()[i]).orElse(null);
            if (season != null && season.monthStart() != month)
            {
                problems.warning(
                    SolverErrorKind.STAGE_MISMATCH,
                    Place.file(InitialConditionsFile.NAME).entity("hydro " + past.hydroId())
                        .field("season_ids[" + i + "]"),
                    past.seasonIds()[i],
                    "= " + past.seasonIds()[i] + " is the season of month " + season.monthStart() + ", but the value " +
                        "is taken as the inflow of month " + month,
                    "list the inflows backwards from the month before the study");
                return;
            }
        }
    }

    private void checkRecent(final InitialConditionsFile.Recent recent)
    {
        final Place place =
            Place.file(InitialConditionsFile.NAME).entity("hydro " + recent.hydroId()).field("recent_observations");
        final InflowTables tables = files.scenarios().models();
        final boolean remembers = tables.coefficients().stream().anyMatch((row) -> row.hydroId() == recent.hydroId()) ||
            tables.annual().stream().anyMatch((row) -> row.hydroId() == recent.hydroId()) ||
            tables.coefficients().isEmpty() && !tables.history().isEmpty();
        if (!remembers)
        {
            problems.warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS, place, null,
                "has no effect: the inflow model of the hydro has no memory",
                "remove it, or give coefficients");
        }
        else if (!inFirstPeriod(recent))
        {
            problems.warning(
                SolverErrorKind.STAGE_MISMATCH, place.field("start_date"), recent.startDate(),
                "= " + recent.startDate() + " to " + recent.endDate() +
                    " has no effect: it has no day of the month in which the study begins",
                "write inflows of earlier months into past_inflows");
        }
    }

    /** Told for sure only where periods are months. */
    private boolean inFirstPeriod(final InitialConditionsFile.Recent recent)
    {
        final StagesFile.Entry first = index.stages().sorted().get(0);
        final Season season = season(first.seasonId()).orElse(null);
        if (files.stages().cycle() != SeasonCycle.MONTHLY || season == null)
        {
            return true;
        }
        final List<LocalDate> months = first.startDate().withDayOfMonth(1)
            .datesUntil(first.endDate(), Period.ofMonths(1)).toList();
        return months.stream().anyMatch((month) -> month.getMonthValue() == season.monthStart() &&
            recent.startDate().isBefore(month.plusMonths(1)) && recent.endDate().isAfter(month));
    }
}
