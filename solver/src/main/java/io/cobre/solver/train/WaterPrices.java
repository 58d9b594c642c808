package io.cobre.solver.train;

import io.cobre.solver.lp.StageLp;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * A price that 1 hm3 more or less in any reservoir can never exceed, by stage: all deficits, excesses and violations
 * that it can cause at all plants together, in this stage and again in each later one. It is a Lipschitz constant of
 * the cost after the stage, large, but enough to bound that cost away from states whose cost is known.
 */
final class WaterPrices
{
    private static final double HM3_PER_M3S_HOUR = 0.0036;

    private WaterPrices()
    {
    }

    /**
     * Prices.
     *
     * @param study  the case.
     * @param factor laid on all.
     * @return k$ per hm3 at the end of each stage; 0 at the last.
     */
    static double[] of(final Study study, final double factor)
    {
        final double[] prices = new double[study.stageCount()];
        for (int stage = prices.length - 2; stage >= 0; stage--)
        {
            final Stage next = study.stages().get(stage + 1);
            prices[stage] = factor * inOneStage(study.data().get(stage + 1), next) / StageLp.COST_SCALE +
                next.discountFactor() * prices[stage + 1];
        }
        return prices;
    }

    private static double inOneStage(final StageData data, final Stage stage)
    {
        double energy = 0.0;
        for (int bus = 0; bus < data.excessCost().length; bus++)
        {
            double most = 0.0;
            for (final double cost : data.deficitCost()[bus])
            {
                most = Math.max(most, cost);
            }
            energy = Math.max(energy, most + data.excessCost()[bus]);
        }
        double sum = 0.0;
        for (int hydro = 0; hydro < data.maxStorage().length; hydro++)
        {
            sum += flow(data, hydro, energy) / HM3_PER_M3S_HOUR + storage(data, hydro, energy) * stage.hours();
        }
        for (final GenericRow row : data.generic())
        {
            for (final GenericTerm term : row.terms())
            {
                final double cost = Double.isNaN(row.slackCost()) ? energy : row.slackCost();
                sum += cost * Math.abs(term.coefficient()) * (1.0 / HM3_PER_M3S_HOUR + stage.hours());
            }
        }
        return sum;
    }

    /** $ per m3/s and hour. */
    private static double flow(final StageData data, final int hydro, final double energy)
    {
        final HydroDetail detail = data.hydro();
        double productivity = data.productivity()[hydro];
        for (final HeadPlane plane : detail.planes().get(hydro))
        {
            productivity = Math.max(productivity, plane.perTurbined() - plane.perSpilled());
        }
        return productivity * (energy + detail.generationBelowCost()[hydro]) + data.spillageCost()[hydro] +
            data.outflowBelowCost()[hydro] + data.outflowAboveCost()[hydro] + detail.turbinedBelowCost()[hydro] +
            detail.diversionCost()[hydro] + detail.headTurbinedCost()[hydro] +
            detail.withdrawalBelowCost()[hydro] + detail.withdrawalAboveCost()[hydro];
    }

    /** $ per hm3 and hour. */
    private static double storage(final StageData data, final int hydro, final double energy)
    {
        final HydroDetail detail = data.hydro();
        double generation = 0.0;
        for (final HeadPlane plane : detail.planes().get(hydro))
        {
            generation = Math.max(generation, plane.perStorage());
        }
        final double slope = detail.evaporationSlope()[hydro];
        final double evaporation = Double.isNaN(slope) ? 0.0 : Math.abs(slope) *
            (detail.evaporationBelowCost()[hydro] + detail.evaporationAboveCost()[hydro]);
        final double below = data.reservoirs().storageBelowCost()[hydro];
        return generation * (energy + detail.generationBelowCost()[hydro]) + evaporation +
            (Double.isNaN(below) ? 0.0 : below) + data.reservoirs().fillingCost()[hydro];
    }
}
