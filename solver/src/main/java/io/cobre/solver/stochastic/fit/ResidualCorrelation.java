package io.cobre.solver.stochastic.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.EntityClass;

/**
 * Correlation between hydros of what their lags leave unexplained: all seasons together, and single seasons that have
 * enough years. An annual component is part of what is left.
 */
final class ResidualCorrelation
{
    private static final int ENOUGH_YEARS = 30;

    private final List<HydroHistory> histories;
    private final List<SeasonFit[]> fits;
    private final int seasons;

    ResidualCorrelation(final List<HydroHistory> histories, final List<SeasonFit[]> fits)
    {
        this.histories = histories;
        this.fits = fits;
        seasons = histories.get(0).seasons();
    }

    /** Profiles, with the season profiles scheduled for the stages of their season. */
    Correlation estimate(final Map<Integer, Integer> seasonByStageId)
    {
        if (histories.size() < 2)
        {
            return Correlation.none();
        }
        final Map<String, List<CorrelationGroup>> profiles = new LinkedHashMap<>();
        final Map<Integer, String> schedule = new HashMap<>();
        profiles.put(Correlation.DEFAULT_PROFILE, group(IntStream.range(0, seasons).toArray()));
        for (int season = 0; season < seasons; season++)
        {
            if (common(new int[]{season}).size() >= ENOUGH_YEARS)
            {
                final String name = "season_" + season;
                final int id = season;
                profiles.put(name, group(new int[]{season}));
                seasonByStageId.forEach((stageId, ofStage) ->
                {
                    if (ofStage == id)
                    {
                        schedule.put(stageId, name);
                    }
                });
            }
        }
        return new Correlation(profiles, schedule);
    }

    private List<CorrelationGroup> group(final int[] ofSeasons)
    {
        final List<double[]> rows = common(ofSeasons);
        final int n = histories.size();
        final double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++)
        {
            matrix[i][i] = 1.0;
            for (int j = 0; j < i; j++)
            {
                matrix[i][j] = pearson(rows, i, j);
                matrix[j][i] = matrix[i][j];
            }
        }
        return List.of(new CorrelationGroup(EntityClass.INFLOW, IntStream.range(0, n).toArray(), matrix));
    }

    /** Residuals of all hydros at the dates that all of them have. */
    private List<double[]> common(final int[] ofSeasons)
    {
        final List<double[]> rows = new ArrayList<>();
        for (final int season : ofSeasons)
        {
            final TreeMap<Integer, double[]> byYear = new TreeMap<>();
            histories.get(0).inflow(season).byYear().keySet().forEach(year -> byYear.put(year, row(season, year)));
            byYear.values().removeIf(row -> row == null);
            rows.addAll(byYear.values());
        }
        return rows;
    }

    private double[] row(final int season, final int year)
    {
        final double[] row = new double[histories.size()];
        for (int h = 0; h < row.length; h++)
        {
            row[h] = residual(h, season, year);
            if (Double.isNaN(row[h]))
            {
                return null;
            }
        }
        return row;
    }

    private double residual(final int hydro, final int season, final int year)
    {
        final HydroHistory history = histories.get(hydro);
        final SeasonFit fit = fits.get(hydro)[season];
        double residual = history.inflow(season).standardised(year);
        for (int lag = 1; lag <= fit.order(); lag++)
        {
            residual -= fit.coefficients()[lag - 1] *
                history.inflow(Math.floorMod(season - lag, seasons))
                    .standardised(year + history.yearsBack(season, lag));
        }
        return residual;
    }

    private static double pearson(final List<double[]> rows, final int i, final int j)
    {
        final double meanI = mean(rows, i);
        final double meanJ = mean(rows, j);
        double product = 0.0;
        double squareI = 0.0;
        double squareJ = 0.0;
        for (final double[] row : rows)
        {
            product += (row[i] - meanI) * (row[j] - meanJ);
            squareI += (row[i] - meanI) * (row[i] - meanI);
            squareJ += (row[j] - meanJ) * (row[j] - meanJ);
        }
        final double scale = Math.sqrt(squareI * squareJ);
        return scale == 0.0 ? 0.0 : Math.max(-1.0, Math.min(1.0, product / scale));
    }

    private static double mean(final List<double[]> rows, final int column)
    {
        double sum = 0.0;
        for (final double[] row : rows)
        {
            sum += row[column];
        }
        return sum / rows.size();
    }
}
