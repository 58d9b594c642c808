package io.cobre.solver.stochastic;

/**
 * Periodic autoregressive inflow by hydro: base + sum of psi(lag) * inflow(lag) + sigma * noise, in m3/s.
 * Lag 0 is the most recent inflow before the stage.
 */
public final class InflowModel
{
    private final double[][] base;
    private final double[][] sigma;
    private final double[][] psi;
    private final int[] order;
    private final int lags;

    /**
     * Model from its coefficients.
     *
     * @param base  by stage and hydro.
     * @param sigma by stage and hydro.
     * @param psi   by stage, then lag * hydros + hydro.
     * @param order by hydro: lags beyond it have no coefficient at any stage.
     * @param lags  longest order.
     */
    InflowModel(final double[][] base, final double[][] sigma, final double[][] psi, final int[] order, final int lags)
    {
        this.base = base;
        this.sigma = sigma;
        this.psi = psi;
        this.order = order;
        this.lags = lags;
    }

    /**
     * Number of lags in the state, equal for all hydros.
     *
     * @return 0 for white noise.
     */
    public int lags()
    {
        return lags;
    }

    /**
     * Number of lags of a hydro that have a coefficient at some stage.
     *
     * @param hydro index.
     * @return at most {@link #lags()}.
     */
    public int order(final int hydro)
    {
        return order[hydro];
    }

    /**
     * Deterministic part.
     *
     * @param stage index.
     * @param hydro index.
     * @return m3/s.
     */
    public double base(final int stage, final int hydro)
    {
        return base[stage][hydro];
    }

    /**
     * Factor on the standard normal noise.
     *
     * @param stage index.
     * @param hydro index.
     * @return m3/s.
     */
    public double sigma(final int stage, final int hydro)
    {
        return sigma[stage][hydro];
    }

    /**
     * Coefficient of a lagged inflow.
     *
     * @param stage index.
     * @param hydro index.
     * @param lag   from 0, the most recent.
     * @return without unit.
     */
    public double psi(final int stage, final int hydro, final int lag)
    {
        return psi[stage][lag * order.length + hydro];
    }

    /**
     * Inflow without noise.
     *
     * @param stage  index.
     * @param hydro  index.
     * @param lagged m3/s by lag * hydros + hydro.
     * @param offset of lag 0 of hydro 0 in the array.
     * @return m3/s.
     */
    public double expected(final int stage, final int hydro, final double[] lagged, final int offset)
    {
        final int hydros = order.length;
        double inflow = base[stage][hydro];
        for (int l = 0; l < order[hydro]; l++)
        {
            inflow += psi[stage][l * hydros + hydro] * lagged[offset + l * hydros + hydro];
        }
        return inflow;
    }
}
