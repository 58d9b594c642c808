package io.cobre.solver.lp;

import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.SourceDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;

/**
 * The least that everything after a stage can cost: below zero only where contracts earn money, or where generation of
 * non-controllable sources is rewarded.
 */
final class FutureCostFloor
{
    private FutureCostFloor()
    {
    }

    /**
     * Least cost after a stage.
     *
     * @param study the case.
     * @param stage index of the stage.
     * @param end   least cost after the last stage of a finite horizon, $; not positive.
     * @return $, discounted to the stage after it; not positive.
     */
    static double of(final Study study, final int stage, final double end)
    {
        return from(study, stage + 1, afterLast(study, end));
    }

    private static double from(final Study study, final int first, final double afterLast)
    {
        double floor = afterLast;
        for (int stage = study.stageCount() - 1; stage >= first; stage--)
        {
            floor = study.stages().get(stage).discountFactor() * floor + leastCost(study, stage);
        }
        return floor;
    }

    /** What all that sources can ever generate would be worth. */
    private static double rewards(final Study study, final int index)
    {
        final Stage stage = study.stages().get(index);
        final SourceDetail sources = study.data().get(index).sources();
        double sum = 0.0;
        for (int source = 0; source < sources.active().length; source++)
        {
            final double most = Math.max(sources.available()[source], study.sources().get(source).maxGeneration());
            for (int block = 0; block < stage.blocks() && sources.active()[source]; block++)
            {
                sum += sources.curtailmentCost()[source] * most * sources.factor()[source][block] *
                    stage.blockHours()[block];
            }
        }
        return sum;
    }

    /** In a cyclic graph one round after the other: a geometric series. */
    private static double afterLast(final Study study, final double end)
    {
        final Calendar calendar = study.scenarios().calendar();
        return calendar.isCyclic() ? from(study, calendar.next(), 0.0) / (1.0 - study.cycleDiscount()) : end;
    }

    private static double leastCost(final Study study, final int index)
    {
        final Stage stage = study.stages().get(index);
        final ContractDetail contracts = study.data().get(index).contracts();
        double sum = 0.0;
        for (int contract = 0; contract < contracts.price().length; contract++)
        {
            sum += Math.min(0.0, contracts.price()[contract]) * contracts.max()[contract] * stage.hours();
        }
        return sum - rewards(study, index);
    }
}
