package io.cobre.solver.stochastic.fit;

/**
 * Estimated model of one hydro in one season, standardised.
 *
 * @param coefficients autoregressive, lag 1 first.
 * @param annual       coefficient of the annual mean, NaN without annual component.
 * @param ratio        standard deviation of the residual over that of the inflow.
 */
record SeasonFit(double[] coefficients, double annual, double ratio)
{
    static final SeasonFit WHITE_NOISE = new SeasonFit(new double[0], Double.NaN, 1.0);

    int order()
    {
        return coefficients.length;
    }

    boolean hasAnnual()
    {
        return !Double.isNaN(annual);
    }
}
