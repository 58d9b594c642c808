package io.cobre.solver.study;

import java.util.Arrays;
import java.util.List;

/**
 * Parameters of one stage after all overrides, by entity index; costs in $ per unit and hour.
 *
 * @param thermalMin        MW by thermal and block.
 * @param thermalMax        MW by thermal and block.
 * @param thermalCost       $/MWh by thermal and block.
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
 * @param hydro             more about the hydros.
 * @param sources           non-controllable sources.
 * @param generic           rows of generic constraints.
 * @param reservoirs        what the hydros do and hold.
 * @param contracts         energy contracts.
 * @param pumping           pumping stations.
 */
public record StageData(
    double[][] thermalMin,
    double[][] thermalMax,
    double[][] thermalCost,
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
    double[] inflowStd,
    HydroDetail hydro,
    SourceDetail sources,
    List<GenericRow> generic,
    ReservoirDetail reservoirs,
    ContractDetail contracts,
    PumpingDetail pumping)
{
    /**
     * A stage of a case with plain hydros, thermals that are the same in all blocks, and nothing else.
     *
     * @param thermalMin       MW by thermal.
     * @param thermalMax       MW by thermal.
     * @param thermalCost      $/MWh by thermal.
     * @param lineDirect       MW by line and block, factors applied.
     * @param lineReverse      MW by line and block, factors applied.
     * @param lineCost         $/MWh by line.
     * @param deficitDepth     MW by bus and segment; infinite in the last segment.
     * @param deficitCost      $/MWh by bus and segment.
     * @param excessCost       $/MWh by bus.
     * @param loadMean         MW by bus.
     * @param loadStd          MW by bus.
     * @param loadFactor       by bus and block.
     * @param minStorage       hm3 by hydro.
     * @param maxStorage       hm3 by hydro.
     * @param maxTurbined      m3/s by hydro.
     * @param maxGeneration    MW by hydro.
     * @param productivity     MW per m3/s by hydro.
     * @param minOutflow       m3/s by hydro.
     * @param maxOutflow       m3/s by hydro; infinite if there is no limit.
     * @param spillageCost     $ per m3/s and hour by hydro.
     * @param outflowBelowCost $ per m3/s and hour by hydro.
     * @param outflowAboveCost $ per m3/s and hour by hydro.
     * @param inflowMean       m3/s by hydro.
     * @param inflowStd        m3/s by hydro.
     */
    public StageData(
        final double[] thermalMin,
        final double[] thermalMax,
        final double[] thermalCost,
        final double[][] lineDirect,
        final double[][] lineReverse,
        final double[] lineCost,
        final double[][] deficitDepth,
        final double[][] deficitCost,
        final double[] excessCost,
        final double[] loadMean,
        final double[] loadStd,
        final double[][] loadFactor,
        final double[] minStorage,
        final double[] maxStorage,
        final double[] maxTurbined,
        final double[] maxGeneration,
        final double[] productivity,
        final double[] minOutflow,
        final double[] maxOutflow,
        final double[] spillageCost,
        final double[] outflowBelowCost,
        final double[] outflowAboveCost,
        final double[] inflowMean,
        final double[] inflowStd)
    {
        this(
            spread(thermalMin, loadFactor), spread(thermalMax, loadFactor), spread(thermalCost, loadFactor),
            lineDirect, lineReverse, lineCost, deficitDepth, deficitCost, excessCost, loadMean, loadStd, loadFactor,
            minStorage, maxStorage, maxTurbined, maxGeneration, productivity, minOutflow, maxOutflow, spillageCost,
            outflowBelowCost, outflowAboveCost, inflowMean, inflowStd, HydroDetail.none(minStorage.length),
            SourceDetail.none(), List.of(), ReservoirDetail.operating(minStorage.length), ContractDetail.none(),
            PumpingDetail.none());
    }

    /** The same value in all blocks; every bus knows how many there are. */
    private static double[][] spread(final double[] values, final double[][] byBlock)
    {
        final double[][] spread = new double[values.length][byBlock[0].length];
        for (int entity = 0; entity < values.length; entity++)
        {
            Arrays.fill(spread[entity], values[entity]);
        }
        return spread;
    }
}
