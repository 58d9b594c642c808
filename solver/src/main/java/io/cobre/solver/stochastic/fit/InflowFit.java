package io.cobre.solver.stochastic.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.study.AnnualComponent;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Estimation;
import io.cobre.solver.study.InflowCoefficients;
import io.cobre.solver.study.InflowData;
import io.cobre.solver.study.InflowStatistics;
import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.SeasonCycle;
import io.cobre.solver.study.Stage;

/**
 * Completes the inflow data of a study from its history: statistics or coefficients that have no file are estimated,
 * and where coefficients are, the correlation of the residuals too.
 */
public final class InflowFit
{
    private final InflowData given;
    private final Estimation settings;
    private final Map<Integer, Integer> seasonByStageId;
    private final List<HydroHistory> histories;
    private final List<SeasonFit[]> fits = new ArrayList<>();

    private InflowFit(final ScenarioData scenarios, final List<Stage> stages, final int hydros)
    {
        given = scenarios.inflow();
        settings = scenarios.estimation();
        seasonByStageId = seasonByStageId(scenarios.calendar(), stages);
        histories = new HistoryTable(scenarios, stages, hydros).histories();
    }

    /**
     * Data with everything that can be estimated.
     *
     * @param scenarios inputs as read.
     * @param stages    study stages.
     * @param hydros    number of hydros.
     * @return the same inputs if the history has nothing to add.
     * @throws ValidationException if the history does not suffice.
     */
    public static ScenarioData complete(final ScenarioData scenarios, final List<Stage> stages, final int hydros)
    {
        final InflowData given = scenarios.inflow();
        final boolean statistics = given.statistics().isEmpty();
        final boolean coefficients = given.coefficients().isEmpty() && given.annual().isEmpty();
        if (given.history().isEmpty() || !statistics && !coefficients)
        {
            return scenarios;
        }
        requireOneResolution(scenarios.calendar());
        return new InflowFit(scenarios, stages, hydros).complete(scenarios, statistics, coefficients);
    }

    /**
     * A season with a short history.
     *
     * @param hydro  index.
     * @param season id.
     * @param years  that have it.
     */
    public record Scarce(int hydro, int season, int years)
    {
    }

    /**
     * Seasons with fewer years than the settings of the estimation want.
     *
     * @param scenarios inputs as read.
     * @param stages    study stages.
     * @param hydros    number of hydros.
     * @return empty if nothing is estimated.
     */
    public static List<Scarce> scarce(final ScenarioData scenarios, final List<Stage> stages, final int hydros)
    {
        final InflowData given = scenarios.inflow();
        if (given.history().isEmpty() || !given.statistics().isEmpty() && !given.coefficients().isEmpty())
        {
            return List.of();
        }
        final InflowFit fit = new InflowFit(scenarios, stages, hydros);
        final List<Scarce> scarce = new ArrayList<>();
        for (int hydro = 0; hydro < hydros; hydro++)
        {
            for (final int season : new TreeSet<>(fit.seasonByStageId.values()))
            {
                final int years = fit.histories.get(hydro).inflow(season).size();
                if (years < scenarios.estimation().minObservations())
                {
                    scarce.add(new Scarce(hydro, season, years));
                }
            }
        }
        return scarce;
    }

    private ScenarioData complete(
        final ScenarioData scenarios, final boolean statistics, final boolean coefficients)
    {
        if (coefficients)
        {
            histories.forEach(history -> fits.add(new OrderSelection(history, settings).select()));
        }
        final InflowData completed = new InflowData(
            statistics ? statistics() : given.statistics(),
            coefficients ? coefficients() : given.coefficients(),
            coefficients ? annual() : given.annual(),
            given.history(),
            given.past(),
            given.recent());
        final boolean correlate = coefficients && scenarios.correlation().profiles().isEmpty();
        return scenarios.with(
            completed,
            correlate ?
                new ResidualCorrelation(histories, fits).estimate(seasonByStageId) : scenarios.correlation());
    }

    private List<InflowStatistics> statistics()
    {
        final List<InflowStatistics> rows = new ArrayList<>();
        forEachModel((hydro, stageId, season) ->
        {
            final Series series = histories.get(hydro).inflow(season);
            if (series.size() < 2)
            {
                throw new ValidationException(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    "the inflow history of hydro " + hydro + " has " + series.size() + " values in season " + season +
                    "; at least 2 are needed for its statistics")
                    .with("file", "scenarios/inflow_history.parquet")
                    .suggest("give a longer history, or scenarios/inflow_seasonal_stats.parquet");
            }
            rows.add(new InflowStatistics(hydro, stageId, series.mean(), series.std()));
        });
        return rows;
    }

    private List<InflowCoefficients> coefficients()
    {
        final List<InflowCoefficients> rows = new ArrayList<>();
        forEachModel((hydro, stageId, season) ->
        {
            final SeasonFit fit = fits.get(hydro)[season];
            if (fit.order() > 0 || fit.ratio() != 1.0)
            {
                rows.add(new InflowCoefficients(hydro, stageId, fit.coefficients(), fit.ratio()));
            }
        });
        return rows;
    }

    private List<AnnualComponent> annual()
    {
        final List<AnnualComponent> rows = new ArrayList<>();
        forEachModel((hydro, stageId, season) ->
        {
            final SeasonFit fit = fits.get(hydro)[season];
            if (fit.hasAnnual())
            {
                final HydroHistory history = histories.get(hydro);
                final Series before = history.annual(Math.floorMod(season - 1, history.seasons()));
                rows.add(new AnnualComponent(hydro, stageId, fit.annual(), before.mean(), before.std()));
            }
        });
        return rows;
    }

    private void forEachModel(final ModelVisitor visitor)
    {
        IntStream.range(0, histories.size()).forEach(hydro ->
            seasonByStageId.forEach((stageId, season) -> visitor.visit(hydro, stageId, season)));
    }

    private static Map<Integer, Integer> seasonByStageId(final Calendar calendar, final List<Stage> stages)
    {
        final Map<Integer, Integer> seasons = new LinkedHashMap<>();
        calendar.preStudy().forEach(stage -> seasons.put(stage.id(), stage.seasonId()));
        stages.forEach(stage -> seasons.put(stage.id(), stage.seasonId()));
        seasons.values().removeIf(season -> season < 0);
        return seasons;
    }

    private static void requireOneResolution(final Calendar calendar)
    {
        final long months = calendar.seasons().stream()
            .filter(season -> season.monthStart() != season.monthEnd()).count();
        if (calendar.cycle() == SeasonCycle.CUSTOM && months > 0 && months < calendar.seasons().size())
        {
            throw new ValidationException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "inflow models cannot be estimated for seasons of different lengths")
                .with("reason", "not_implemented")
                .suggest("give inflow_seasonal_stats.parquet and inflow_ar_coefficients.parquet");
        }
    }

    /** Called for every hydro and every stage that has a season. */
    private interface ModelVisitor
    {
        void visit(int hydro, int stageId, int season);
    }
}
