package io.cobre.solver.stochastic.fit;

import java.util.Arrays;

import io.cobre.solver.study.Estimation;

/**
 * Chooses the order of every season of one hydro: significant partial autocorrelations, then fewer lags until no lag
 * acts against the persistence of the river.
 */
final class OrderSelection
{
    private static final double NORMAL_95 = 1.96;

    private final HydroHistory history;
    private final Estimation settings;
    private final YuleWalker yuleWalker;
    private final SeasonFit[] fits;
    private final int[] ceiling;

    OrderSelection(final HydroHistory history, final Estimation settings)
    {
        this.history = history;
        this.settings = settings;
        yuleWalker = new YuleWalker(history);
        fits = new SeasonFit[history.seasons()];
        ceiling = new int[history.seasons()];
        Arrays.fill(ceiling, settings.maxOrder());
    }

    SeasonFit[] select()
    {
        for (int season = 0; season < fits.length; season++)
        {
            fits[season] = fit(season);
            if (explosive(fits[season]) || against(fits[season]))
            {
                fits[season] = withoutLags(season);
            }
        }
        boolean changed = true;
        while (changed)
        {
            changed = reduceOnce();
        }
        return fits;
    }

    /** One pass over the seasons whose lags, composed through the seasons before, have a negative effect. */
    private boolean reduceOnce()
    {
        final boolean[] failing = new boolean[fits.length];
        for (int season = 0; season < fits.length; season++)
        {
            failing[season] = hasNegativeContribution(season);
        }
        boolean changed = false;
        for (int season = 0; season < fits.length; season++)
        {
            if (failing[season] && ceiling[season] > 0)
            {
                ceiling[season]--;
                final SeasonFit fit = ceiling[season] == 0 ? withoutLags(season) : fit(season);
                fits[season] = against(fit) ? withoutLags(season) : fit;
                changed |= fits[season].order() > 0;
            }
        }
        return changed;
    }

    private SeasonFit fit(final int season)
    {
        if (!usable(season))
        {
            return SeasonFit.WHITE_NOISE;
        }
        return settings.annual() ?
            yuleWalker.fitAnnual(season, annualOrder(season)) :
            yuleWalker.fit(season, order(season));
    }

    private SeasonFit withoutLags(final int season)
    {
        return settings.annual() && usable(season) ? yuleWalker.fitAnnual(season, 0) : SeasonFit.WHITE_NOISE;
    }

    private boolean usable(final int season)
    {
        final Series inflow = history.inflow(season);
        final Series annual = history.annual(Math.floorMod(season - 1, fits.length));
        return inflow.std() > 0.0 && inflow.size() >= 2 &&
            (!settings.annual() || annual.size() > 0 && annual.std() > 0.0);
    }

    private int order(final int season)
    {
        for (int lag = ceiling[season]; lag > 0; lag--)
        {
            if (significant(season, yuleWalker.partial(season, lag)))
            {
                return lag;
            }
        }
        return 0;
    }

    private int annualOrder(final int season)
    {
        for (int lag = ceiling[season]; lag > 0; lag--)
        {
            if (significant(season, yuleWalker.partialAnnual(season, lag)))
            {
                return lag;
            }
        }
        return ceiling[season] > 0 && yuleWalker.partialAnnual(season, 1) != 0.0 ? 1 : 0;
    }

    private boolean significant(final int season, final double partial)
    {
        return Math.abs(partial) > NORMAL_95 / Math.sqrt(history.inflow(season).size());
    }

    private boolean explosive(final SeasonFit fit)
    {
        for (final double coefficient : fit.coefficients())
        {
            if (Math.abs(coefficient) > settings.maxCoefficientMagnitude())
            {
                return true;
            }
        }
        return false;
    }

    private static boolean against(final SeasonFit fit)
    {
        return fit.order() > 0 && fit.coefficients()[0] < 0.0;
    }

    /** Row i holds what the inflow i + 1 steps back still adds after the later ones are expressed by earlier ones. */
    private boolean hasNegativeContribution(final int season)
    {
        final int order = fits[season].order();
        double[] row = new double[order];
        for (int lag = 0; lag < order; lag++)
        {
            row[lag] = direct(season, lag);
        }
        for (int step = 0; step < order; step++)
        {
            if (row[0] < 0.0)
            {
                return true;
            }
            final double[] next = new double[order];
            for (int lag = 0; lag + step + 1 < order; lag++)
            {
                next[lag] = row[0] * direct(Math.floorMod(season - step - 1, fits.length), lag) + row[lag + 1];
            }
            row = next;
        }
        return false;
    }

    private double direct(final int season, final int lag)
    {
        final double[] coefficients = fits[season].coefficients();
        final double lagged = history.inflow(Math.floorMod(season - lag - 1, fits.length)).std();
        return lag >= coefficients.length || lagged == 0.0 ?
            0.0 : coefficients[lag] * history.inflow(season).std() / lagged;
    }
}
