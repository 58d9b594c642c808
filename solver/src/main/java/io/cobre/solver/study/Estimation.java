package io.cobre.solver.study;

/**
 * How inflow models are estimated from history.
 *
 * @param maxOrder                largest autoregressive order.
 * @param annual                  with an annual component (order_selection "pacf_annual").
 * @param minObservations         per season, a warning below it.
 * @param maxCoefficientMagnitude bound on coefficients, infinite if there is none.
 */
public record Estimation(int maxOrder, boolean annual, int minObservations, double maxCoefficientMagnitude)
{
    /**
     * The defaults of config.json.
     *
     * @return order 6, without an annual component.
     */
    public static Estimation defaults()
    {
        return new Estimation(6, false, 30, Double.POSITIVE_INFINITY);
    }
}
