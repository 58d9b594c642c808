package io.cobre.solver.simulate;

import io.cobre.solver.lp.StageLp;
import io.cobre.solver.lp.StageSolution;

/**
 * The solved LP of one stage of one scenario. It is used again: copy what is to last.
 */
public final class StageOutcome
{
    private final StageSolution solution = new StageSolution();
    private int scenario;
    private double discount;
    private double stageCost;
    private double futureCost;
    private double[] incoming;

    StageOutcome()
    {
    }

    void set(
        final int scenarioIndex,
        final double cumulativeDiscount,
        final double immediate,
        final double future,
        final double[] state)
    {
        scenario = scenarioIndex;
        discount = cumulativeDiscount;
        stageCost = immediate;
        futureCost = future;
        incoming = state;
    }

    /**
     * The stage with its layout.
     *
     * @return tells where the values of the solution stand.
     */
    public StageLp lp()
    {
        return solution.lp();
    }

    /**
     * What the LP gave.
     *
     * @return values, limits, costs and duals.
     */
    public StageSolution solution()
    {
        return solution;
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
}
