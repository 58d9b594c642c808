package io.cobre.solver.stochastic;

import io.cobre.solver.study.AnnualComponent;

/**
 * Inflow model of one hydro at one stage, in the standardised form of the files.
 *
 * @param mean          m3/s.
 * @param std           m3/s.
 * @param coefficients  standardised, lag 1 first.
 * @param residualRatio standard deviation of the residual over std.
 * @param annual        annual component, null without.
 */
record ParRow(double mean, double std, double[] coefficients, double residualRatio, AnnualComponent annual)
{
    private static final int MONTHS = 12;

    static ParRow whiteNoise(final double mean, final double std)
    {
        return new ParRow(mean, std, new double[0], 1.0, null);
    }

    int order()
    {
        return annual == null ? coefficients.length : Math.max(MONTHS, coefficients.length);
    }

    double sigma()
    {
        return std * residualRatio;
    }

    /** Coefficient in original units of a lag from 1 on, given the deviation at the lagged stage. */
    double psi(final int lag, final double lagStd)
    {
        double psi = 0.0;
        if (lag <= coefficients.length && lagStd != 0.0)
        {
            psi = coefficients[lag - 1] * std / lagStd;
        }
        if (annual != null && lag <= MONTHS)
        {
            psi += annual.coefficient() * std / annual.std() / MONTHS;
        }
        return psi;
    }
}
