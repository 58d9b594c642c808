package io.cobre.solver.stochastic.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One value per year, with mean and population standard deviation.
 */
final class Series
{
    private static final double SAME = 1e-6;

    private final TreeMap<Integer, Double> values = new TreeMap<>();
    private double mean;
    private double std;

    void put(final int year, final double value)
    {
        values.put(year, value);
    }

    /** Compute the statistics, after the last value. */
    Series close()
    {
        final int n = values.size();
        double sum = 0.0;
        for (final double value : values.values())
        {
            sum += value;
        }
        mean = n == 0 ? 0.0 : sum / n;
        double squares = 0.0;
        for (final double value : values.values())
        {
            squares += (value - mean) * (value - mean);
        }
        std = n == 0 ? 0.0 : Math.sqrt(squares / n);
        return this;
    }

    /** A river that hardly varies has no deviation: all values equal, or more than half of them. */
    Series withoutFalseVariation()
    {
        close();
        if (size() > 0 && values.values().stream().mapToDouble(v -> v).max().getAsDouble() -
            values.values().stream().mapToDouble(v -> v).min().getAsDouble() <= SAME)
        {
            std = 0.0;
        }
        final Map<Long, Integer> counts = new HashMap<>();
        for (final double value : values.values())
        {
            final int count = counts.merge(Math.round(value / SAME), 1, Integer::sum);
            if (2 * count > size())
            {
                mean = value;
                std = 0.0;
            }
        }
        return this;
    }

    int size()
    {
        return values.size();
    }

    double mean()
    {
        return mean;
    }

    double std()
    {
        return std;
    }

    Map<Integer, Double> byYear()
    {
        return values;
    }

    /** Deviation from the mean in units of std, or NaN for a year without value. */
    double standardised(final int year)
    {
        final Double value = values.get(year);
        return value == null ? Double.NaN : std == 0.0 ? 0.0 : (value - mean) / std;
    }

    /** Product moment with another series whose years are shifted, per unit of both deviations, in [-1, 1]. */
    double correlation(final Series other, final int yearShift, final boolean overAll)
    {
        if (std < Math.ulp(1.0) || other.std < Math.ulp(1.0))
        {
            return 0.0;
        }
        double sum = 0.0;
        int pairs = 0;
        for (final Map.Entry<Integer, Double> entry : values.entrySet())
        {
            final Double paired = other.values.get(entry.getKey() + yearShift);
            if (paired != null)
            {
                sum += (entry.getValue() - mean) * (paired - other.mean);
                pairs++;
            }
        }
        final int divisor = overAll ? Math.max(size(), other.size()) : pairs;
        return pairs == 0 ? 0.0 : Math.max(-1.0, Math.min(1.0, sum / divisor / (std * other.std)));
    }
}
