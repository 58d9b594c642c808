package io.cobre.solver.simulate;

import io.cobre.solver.lp.StageLp;

/**
 * The solved LP of one stage of one scenario. Arrays are used again: copy what is to last.
 */
public final class StageOutcome
{
    private StageLp lp;
    private int scenario;
    private double discount;
    private double stageCost;
    private double futureCost;
    private double[] incoming;
    private double[] noise;
    private double[] primal;
    private double[] duals;

    StageOutcome()
    {
    }

    void set(
        final StageLp stageLp,
        final int scenarioIndex,
        final double cumulativeDiscount,
        final double immediate,
        final double future)
    {
        lp = stageLp;
        scenario = scenarioIndex;
        discount = cumulativeDiscount;
        stageCost = immediate;
        futureCost = future;
    }

    void set(final double[] state, final double[] stageNoise, final double[] columns, final double[] rows)
    {
        incoming = state;
        noise = stageNoise;
        primal = columns;
        duals = rows;
    }

    /**
     * The stage with its layout.
     *
     * @return tells where the values below stand.
     */
    public StageLp lp()
    {
        return lp;
    }

    /**
     * Scenario.
     *
     * @return global index from 0.
     */
    public int scenario()
    {
        return scenario;
    }

    /**
     * Factor that brings the cost of this stage to the beginning of the study.
     *
     * @return 1 in the first stage.
     */
    public double discount()
    {
        return discount;
    }

    /**
     * Cost of this stage alone.
     *
     * @return $, undiscounted.
     */
    public double stageCost()
    {
        return stageCost;
    }

    /**
     * Cost of everything after this stage as the policy sees it, discounted to this stage.
     *
     * @return $.
     */
    public double futureCost()
    {
        return futureCost;
    }

    /**
     * Incoming state: storages in hm3, then the memory of inflows in m3/s.
     *
     * @return by state.
     */
    public double[] incoming()
    {
        return incoming;
    }

    /**
     * Noise vector of the stage.
     *
     * @return by noise dimension.
     */
    public double[] noise()
    {
        return noise;
    }

    /**
     * Values of the variables, in the units of the model.
     *
     * @return by column of the layout.
     */
    public double[] primal()
    {
        return primal;
    }

    /**
     * Derivatives of the objective with respect to the right-hand sides.
     *
     * @return k$ per unit, by template row of the layout.
     */
    public double[] duals()
    {
        return duals;
    }
}
