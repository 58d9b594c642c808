package io.cobre.solver.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a stage asks of its hydros beyond storage, turbines and outflow limits, by hydro; costs in $ per unit and
 * hour.
 *
 * @param minTurbined          m3/s.
 * @param minGeneration        MW.
 * @param withdrawal           m3/s.
 * @param maxDiversion         m3/s; 0 for hydros that do not divert.
 * @param diversionTarget      index of the hydro that receives diverted water, -1 if none does.
 * @param diversionCost        of diverted flow.
 * @param turbinedBelowCost    of turbined flow below its minimum.
 * @param generationBelowCost  of generation below its minimum.
 * @param withdrawalBelowCost  of withdrawal that is not met.
 * @param withdrawalAboveCost  of withdrawal that is exceeded.
 * @param evaporationBelowCost of evaporation below the law.
 * @param evaporationAboveCost of evaporation above the law.
 * @param inflowSlackCost      of inflow made from nothing.
 * @param headTurbinedCost     of flow turbined by hydros with hyperplanes.
 * @param evaporationConstant  m3/s at storage zero; NaN for hydros that do not evaporate.
 * @param evaporationSlope     m3/s per hm3 of mean storage.
 * @param planes               hyperplanes of generation; empty for constant productivity.
 */
public record HydroDetail(
    double[] minTurbined,
    double[] minGeneration,
    double[] withdrawal,
    double[] maxDiversion,
    int[] diversionTarget,
    double[] diversionCost,
    double[] turbinedBelowCost,
    double[] generationBelowCost,
    double[] withdrawalBelowCost,
    double[] withdrawalAboveCost,
    double[] evaporationBelowCost,
    double[] evaporationAboveCost,
    double[] inflowSlackCost,
    double[] headTurbinedCost,
    double[] evaporationConstant,
    double[] evaporationSlope,
    List<List<HeadPlane>> planes)
{
    /** Cost of inflow made from nothing where the files give none, $ per m3/s and hour. */
    public static final double INFLOW_SLACK_COST_DEFAULT = 1000.0;

    /**
     * Hydros without any of this.
     *
     * @param hydros number of hydros.
     * @return zero limits and costs; the default cost of inflow slack.
     */
    public static HydroDetail none(final int hydros)
    {
        final double[] zero = new double[hydros];
        final double[] never = new double[hydros];
        Arrays.fill(never, Double.NaN);
        final double[] slack = new double[hydros];
        Arrays.fill(slack, INFLOW_SLACK_COST_DEFAULT);
        final int[] nowhere = new int[hydros];
        Arrays.fill(nowhere, -1);
        return new HydroDetail(
            zero, zero, zero, zero, nowhere, zero, zero, zero, zero, zero, zero, zero, slack, zero, never, zero,
            Collections.nCopies(hydros, List.of()));
    }
}
