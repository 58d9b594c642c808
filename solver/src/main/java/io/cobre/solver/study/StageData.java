package io.cobre.solver.study;

/**
 * Parameters of one stage after all overrides, by entity index; costs in $ per unit and hour.
 *
 * @param thermalMin        MW by thermal.
 * @param thermalMax        MW by thermal.
 * @param thermalCost       $/MWh by thermal.
 * @param lineDirect        MW by line and block, factors applied.
 * @param lineReverse       MW by line and block, factors applied.
 * @param lineCost          $/MWh by line.
 * @param deficitDepth      MW by bus and segment; infinite in the last segment.
 * @param deficitCost       $/MWh by bus and segment.
 * @param excessCost        $/MWh by bus.
 * @param loadMean          MW by bus.
 * @param loadStd           MW by bus.
 * @param loadFactor        by bus and block.
 * @param minStorage        hm3 by hydro.
 * @param maxStorage        hm3 by hydro.
 * @param maxTurbined       m3/s by hydro.
 * @param maxGeneration     MW by hydro.
 * @param productivity      MW per m3/s by hydro.
 * @param minOutflow        m3/s by hydro.
 * @param maxOutflow        m3/s by hydro; infinite if there is no limit.
 * @param spillageCost      $ per m3/s and hour by hydro.
 * @param outflowBelowCost  $ per m3/s and hour by hydro.
 * @param outflowAboveCost  $ per m3/s and hour by hydro.
 * @param inflowMean        m3/s by hydro.
 * @param inflowStd         m3/s by hydro.
 */
public record StageData(
    double[] thermalMin,
    double[] thermalMax,
    double[] thermalCost,
    double[][] lineDirect,
    double[][] lineReverse,
    double[] lineCost,
    double[][] deficitDepth,
    double[][] deficitCost,
    double[] excessCost,
    double[] loadMean,
    double[] loadStd,
    double[][] loadFactor,
    double[] minStorage,
    double[] maxStorage,
    double[] maxTurbined,
    double[] maxGeneration,
    double[] productivity,
    double[] minOutflow,
    double[] maxOutflow,
    double[] spillageCost,
    double[] outflowBelowCost,
    double[] outflowAboveCost,
    double[] inflowMean,
    double[] inflowStd)
{
}
