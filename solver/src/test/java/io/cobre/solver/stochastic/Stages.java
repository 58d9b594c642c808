package io.cobre.solver.stochastic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowNonNegativity;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.ScenarioSource;
import io.cobre.solver.study.Season;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;

/**
 * Stages and calendars for tests.
 */
public final class Stages
{
    public static final int NO_SEASON = -1;

    private Stages()
    {
    }

    public static Stage stage(final int id, final String start, final String end, final int openings, final int season)
    {
        return new Stage(
            id, id, LocalDate.parse(start), LocalDate.parse(end), new double[]{730.0}, openings, 1.0, season);
    }

    /** Consecutive calendar months, seasons 0 (January) to 11. */
    public static List<Stage> months(final String first, final int count, final int openings)
    {
        final LocalDate start = LocalDate.parse(first);
        final List<Stage> stages = new ArrayList<>();
        for (int t = 0; t < count; t++)
        {
            final LocalDate from = start.plusMonths(t);
            stages.add(new Stage(
                t, t, from, from.plusMonths(1), new double[]{730.0}, openings, 1.0, from.getMonthValue() - 1));
        }
        return stages;
    }

    public static Calendar monthly()
    {
        final List<Season> seasons = IntStream.range(0, 12).mapToObj(m -> new Season(m, m + 1, 1, m + 1, 31)).toList();
        return new Calendar(SeasonCycle.MONTHLY, seasons, List.of());
    }

    public static ScenarioData scenarios(final Calendar calendar, final InflowData inflow)
    {
        return new ScenarioData(
            calendar,
            inflow,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Correlation.none(),
            List.of(),
            ScenarioSource.inSample(),
            ScenarioSource.inSample(),
            Estimation.defaults(),
            InflowNonNegativity.NONE);
    }
}
