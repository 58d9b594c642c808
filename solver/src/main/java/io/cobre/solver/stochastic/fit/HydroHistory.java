package io.cobre.solver.stochastic.fit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cobre.solver.study.InflowObservation;

/**
 * History of one hydro as a table of seasons and years, and the means over twelve months in a row.
 */
final class HydroHistory
{
    private static final int MONTHS = 12;

    private final Series[] inflow;
    private final Series[] annual;

    HydroHistory(final List<InflowObservation> observations, final SeasonDates dates, final int seasons)
    {
        inflow = series(seasons);
        annual = series(seasons);
        final List<InflowObservation> sorted = new ArrayList<>(observations);
        sorted.sort(Comparator.comparing(InflowObservation::date));
        fillInflow(sorted, dates);
        fillAnnual(sorted, dates);
    }

    int seasons()
    {
        return inflow.length;
    }

    Series inflow(final int season)
    {
        return inflow[season];
    }

    /** Mean of twelve months in a row, filed under season and year of the last one. */
    Series annual(final int season)
    {
        return annual[season];
    }

    /** Autocorrelation of a season with the one some steps earlier. */
    double autocorrelation(final int season, final int lag)
    {
        final int lagged = Math.floorMod(season - lag, seasons());
        return inflow[Math.floorMod(season, seasons())].correlation(inflow[lagged], yearsBack(season, lag), false);
    }

    /** Correlation of the annual mean of a season with the inflow some steps earlier, -1 for the next season. */
    double annualCorrelation(final int season, final int lag)
    {
        final int lagged = Math.floorMod(season - lag, seasons());
        return annual[season].correlation(inflow[lagged], yearsBack(season, lag), true);
    }

    /** Difference of years (not positive for lags) between a season and the one some steps earlier. */
    int yearsBack(final int season, final int lag)
    {
        return Math.floorDiv(season - lag, seasons()) - Math.floorDiv(season, seasons());
    }

    private void fillInflow(final List<InflowObservation> sorted, final SeasonDates dates)
    {
        final List<Map<Integer, double[]>> sums = new ArrayList<>();
        for (int season = 0; season < seasons(); season++)
        {
            sums.add(new TreeMap<>());
        }
        for (final InflowObservation observation : sorted)
        {
            final int season = dates.seasonOf(observation.date());
            if (season >= 0 && season < seasons())
            {
                final double days = observation.date().lengthOfMonth();
                final double[] sum = sums.get(season)
                    .computeIfAbsent(observation.date().getYear(), year -> new double[3]);
                sum[0] += days * observation.value();
                sum[1] += days;
                sum[2] = sum[2] == 0.0 ? observation.value() : Double.NaN;
            }
        }
        for (int season = 0; season < seasons(); season++)
        {
            final Series series = inflow[season];
            // a single observation stays as it is, bit for bit
            sums.get(season).forEach((year, sum) -> series.put(year, Double.isNaN(sum[2]) ? sum[0] / sum[1] : sum[2]));
            series.withoutFalseVariation();
        }
    }

    private void fillAnnual(final List<InflowObservation> sorted, final SeasonDates dates)
    {
        final List<InflowObservation> months = byMonth(sorted);
        for (int first = 0; first < months.size() - MONTHS; first++)
        {
            final InflowObservation last = months.get(first + MONTHS - 1);
            final int season = dates.seasonOf(last.date());
            if (month(months.get(first)).plusMonths(MONTHS - 1).equals(month(last)) &&
                season >= 0 && season < seasons())
            {
                double sum = 0.0;
                for (int i = first; i < first + MONTHS; i++)
                {
                    sum += months.get(i).value();
                }
                annual[season].put(last.date().getYear(), sum / MONTHS);
            }
        }
        for (final Series series : annual)
        {
            series.close();
        }
    }

    /** One value for each month that has any, the mean of its observations. */
    private static List<InflowObservation> byMonth(final List<InflowObservation> sorted)
    {
        final List<InflowObservation> months = new ArrayList<>();
        int from = 0;
        while (from < sorted.size())
        {
            final InflowObservation first = sorted.get(from);
            int to = from;
            double sum = 0.0;
            while (to < sorted.size() && month(sorted.get(to)).equals(month(first)))
            {
                sum += sorted.get(to++).value();
            }
            months.add(new InflowObservation(first.hydro(), first.date(), sum / (to - from)));
            from = to;
        }
        return months;
    }

    private static YearMonth month(final InflowObservation observation)
    {
        return YearMonth.from(observation.date());
    }

    private static Series[] series(final int seasons)
    {
        final Series[] series = new Series[seasons];
        for (int season = 0; season < seasons; season++)
        {
            series[season] = new Series();
        }
        return series;
    }
}
