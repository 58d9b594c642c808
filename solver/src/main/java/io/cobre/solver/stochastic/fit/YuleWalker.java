package io.cobre.solver.stochastic.fit;

import java.util.Arrays;

/**
 * Periodic Yule-Walker equations of one hydro, with or without an annual component, and partial autocorrelations.
 */
final class YuleWalker
{
    private final HydroHistory history;

    YuleWalker(final HydroHistory history)
    {
        this.history = history;
    }

    /** Model of a given order without annual component. */
    SeasonFit fit(final int season, final int order)
    {
        if (order == 0)
        {
            return SeasonFit.WHITE_NOISE;
        }
        final double[] right = right(season, order, order);
        final double[] solution = LinearSystem.solve(matrix(season, order, order), right.clone());
        return solution == null ?
            SeasonFit.WHITE_NOISE : new SeasonFit(solution, Double.NaN, ratio(solution, right));
    }

    /** Model of a given order with annual component. */
    SeasonFit fitAnnual(final int season, final int order)
    {
        final int before = previous(season);
        final double[][] matrix = matrix(season, order, order + 1);
        final double[] right = right(season, order, order + 1);
        for (int i = 0; i < order; i++)
        {
            matrix[i][order] = history.annualCorrelation(before, i);
            matrix[order][i] = matrix[i][order];
        }
        matrix[order][order] = 1.0;
        right[order] = history.annualCorrelation(before, -1);
        final double[] solution = LinearSystem.solve(matrix, right.clone());
        if (solution == null)
        {
            return new SeasonFit(new double[0], 0.0, 1.0);
        }
        final double ratio = ratio(solution, right);
        return new SeasonFit(Arrays.copyOf(solution, order), solution[order], ratio);
    }

    /** Partial autocorrelation at a lag: last coefficient of the model of that order. */
    double partial(final int season, final int lag)
    {
        final double[] solution = LinearSystem.solve(matrix(season, lag, lag), right(season, lag, lag));
        return solution == null ? 0.0 : solution[lag - 1];
    }

    /** Correlation of inflow and inflow some steps earlier, given all between them and the annual mean before. */
    double partialAnnual(final int season, final int lag)
    {
        final int before = previous(season);
        final int given = lag;
        final double[][] conditions = matrix(season, lag - 1, given);
        final double[][] ends = new double[2][given];
        for (int i = 0; i < lag - 1; i++)
        {
            conditions[i][lag - 1] = history.annualCorrelation(before, i);
            conditions[lag - 1][i] = conditions[i][lag - 1];
            ends[0][i] = history.autocorrelation(season, i + 1);
            ends[1][i] = history.autocorrelation(season - (i + 1), lag - (i + 1));
        }
        conditions[lag - 1][lag - 1] = 1.0;
        ends[0][lag - 1] = history.annualCorrelation(before, -1);
        ends[1][lag - 1] = history.annualCorrelation(before, lag - 1);
        return conditional(conditions, ends, history.autocorrelation(season, lag));
    }

    private static double conditional(final double[][] conditions, final double[][] ends, final double direct)
    {
        final double[] first = LinearSystem.solve(copy(conditions), ends[0].clone());
        final double[] second = LinearSystem.solve(copy(conditions), ends[1].clone());
        if (first == null || second == null)
        {
            return 0.0;
        }
        final double variances = (1.0 - dot(ends[0], first)) * (1.0 - dot(ends[1], second));
        return variances <= 0.0 ? 0.0 : (direct - dot(ends[0], second)) / Math.sqrt(variances);
    }

    private double[][] matrix(final int season, final int order, final int size)
    {
        final double[][] matrix = new double[size][size];
        for (int i = 0; i < order; i++)
        {
            matrix[i][i] = 1.0;
            for (int j = i + 1; j < order; j++)
            {
                matrix[i][j] = history.autocorrelation(season - (i + 1), j - i);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private double[] right(final int season, final int order, final int size)
    {
        final double[] right = new double[size];
        for (int i = 0; i < order; i++)
        {
            right[i] = history.autocorrelation(season, i + 1);
        }
        return right;
    }

    private static double ratio(final double[] solution, final double[] right)
    {
        final double variance = 1.0 - dot(solution, right);
        return variance <= 0.0 ? 1.0 : Math.min(1.0, Math.max(Math.ulp(1.0), Math.sqrt(variance)));
    }

    private int previous(final int season)
    {
        return Math.floorMod(season - 1, history.seasons());
    }

    private static double dot(final double[] a, final double[] b)
    {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] copy(final double[][] matrix)
    {
        final double[][] copy = matrix.clone();
        for (int i = 0; i < copy.length; i++)
        {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
