package io.cobre.solver.stochastic.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.InflowObservation;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.Stage;

/**
 * Historical inflows by hydro, season and year.
 */
public final class HistoryTable
{
    private static final int MONTHS = 12;

    private final List<HydroHistory> histories = new ArrayList<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    /**
     * Table of a study.
     *
     * @param scenarios history and calendar.
     * @param stages    study stages.
     * @param hydros    number of hydros.
     */
    public HistoryTable(final ScenarioData scenarios, final List<Stage> stages, final int hydros)
    {
        final List<InflowObservation> history = scenarios.inflow().history();
        final SeasonDates dates = new SeasonDates(scenarios.calendar(), stages);
        final int seasons = seasons(scenarios.calendar());
        for (int h = 0; h < hydros; h++)
        {
            final int hydro = h;
            histories.add(
                new HydroHistory(history.stream().filter(row -> row.hydro() == hydro).toList(), dates, seasons));
        }
        history.forEach(row -> years.add(row.date().getYear()));
    }

    /**
     * Number of seasons in a year.
     *
     * @return at least 1.
     */
    public int seasons()
    {
        return histories.get(0).seasons();
    }

    /**
     * Years that the history touches.
     *
     * @return ascending.
     */
    public List<Integer> years()
    {
        return List.copyOf(years);
    }

    /**
     * Inflow of a season.
     *
     * @param hydro  index.
     * @param season id, any integer: earlier seasons of the cycle are negative.
     * @param year   calendar year of season 0 of the cycle that a season in range belongs to.
     * @return m3/s, NaN if the history has no value.
     */
    public double inflow(final int hydro, final int season, final int year)
    {
        final HydroHistory history = histories.get(hydro);
        final Double value = history.inflow(Math.floorMod(season, seasons())).byYear()
            .get(year + Math.floorDiv(season, seasons()));
        return value == null ? Double.NaN : value;
    }

    List<HydroHistory> histories()
    {
        return histories;
    }

    static int seasons(final Calendar calendar)
    {
        return calendar.seasons().stream().mapToInt(Season::id).max().orElse(MONTHS - 1) + 1;
    }
}
