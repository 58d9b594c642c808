package io.cobre.solver.stochastic;

import java.util.ArrayList;
import java.util.List;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.stochastic.fit.HistoryTable;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Stage;

/**
 * Stretches of the inflow history laid over the study, one per starting year that covers all stages and the lags
 * before them: as noise of the inflow model, and as initial lags.
 */
final class HistoricalWindows
{
    private final HistoryTable table;
    private final List<Stage> stages;
    private final SeasonPeriods periods;
    private final int hydros;
    private final int lags;
    private final List<Integer> years = new ArrayList<>();
    private double[][][] noise;
    private double[][] initialLags;

    private HistoricalWindows(
        final ScenarioData scenarios, final List<Stage> stages, final int hydros, final int lags)
    {
        table = new HistoryTable(scenarios, stages, hydros);
        periods = SeasonPeriods.of(scenarios.calendar(), stages);
        this.stages = stages;
        this.hydros = hydros;
        this.lags = lags;
    }

    /** Windows that start in one of the given years, or in any year if there are none given. */
    static HistoricalWindows of(
        final ScenarioData scenarios,
        final List<Stage> stages,
        final int hydros,
        final InflowModel inflow,
        final LagTransitions transitions,
        final List<Integer> allowedYears)
    {
        requireSeasons(stages);
        final HistoricalWindows windows = new HistoricalWindows(scenarios, stages, hydros, inflow.lags());
        final List<Integer> candidates = allowedYears.isEmpty() ? windows.table.years() : allowedYears;
        candidates.stream().distinct().sorted().filter(windows::covers).forEach(windows.years::add);
        if (windows.years.isEmpty())
        {
            throw new ValidationException(
                SolverErrorKind.COVERAGE_MISMATCH,
                "the inflow history covers the study and its " + inflow.lags() + " lags from none of the years " +
                candidates)
                .with("file", "scenarios/inflow_history.parquet")
                .suggest("give a longer history, or other historical_years");
        }
        windows.fill(inflow, transitions);
        return windows;
    }

    int count()
    {
        return years.size();
    }

    List<Integer> years()
    {
        return years;
    }

    double noise(final int window, final int stage, final int hydro)
    {
        return noise[window][stage][hydro];
    }

    /** Write lag * hydros + hydro. */
    void initialLags(final int window, final double[] memory, final int offset)
    {
        System.arraycopy(initialLags[window], 0, memory, offset, lags * hydros);
    }

    private void fill(final InflowModel inflow, final LagTransitions transitions)
    {
        noise = new double[years.size()][stages.size()][hydros];
        initialLags = new double[years.size()][lags * hydros];
        final InflowWalk walk = new InflowWalk(inflow, transitions, hydros);
        final double[] realised = new double[hydros];
        for (int w = 0; w < years.size(); w++)
        {
            final int year = years.get(w);
            for (int i = 0; i < initialLags[w].length; i++)
            {
                initialLags[w][i] = lagged(year, i / hydros + 1, i % hydros);
            }
            initialLags(w, walk.start(), 0);
            for (int t = 0; t < stages.size(); t++)
            {
                for (int h = 0; h < hydros; h++)
                {
                    realised[h] = value(year, t, h);
                }
                walk.step(t, realised, noise[w][t]);
            }
        }
    }

    private boolean covers(final int year)
    {
        double sum = 0.0;
        for (int h = 0; h < hydros; h++)
        {
            for (int t = 0; t < stages.size(); t++)
            {
                sum += value(year, t, h);
            }
            for (int lag = 1; lag <= lags; lag++)
            {
                sum += lagged(year, lag, h);
            }
        }
        return !Double.isNaN(sum);
    }

    private double value(final int year, final int stage, final int hydro)
    {
        final int offset = periods.period(stage).start().getYear() - periods.period(0).start().getYear();
        return table.inflow(hydro, stages.get(stage).seasonId(), year + offset);
    }

    private double lagged(final int year, final int lag, final int hydro)
    {
        return table.inflow(hydro, stages.get(0).seasonId() - lag, year);
    }

    private static void requireSeasons(final List<Stage> stages)
    {
        for (final Stage stage : stages)
        {
            if (stage.seasonId() < 0)
            {
                throw new ValidationException(
                    SolverErrorKind.STAGE_MISMATCH,
                    "historical inflows need the season_id of every stage; stage " + stage.id() + " has none")
                    .with("file", "stages.json")
                    .suggest("give every stage its season_id");
            }
        }
    }
}
