package io.cobre.solver.lp;

import io.cobre.solver.study.ContractDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;

/**
 * The least that everything after a stage can cost: below zero only where contracts earn money.
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
     * @return $, discounted to the stage after it; not positive.
     */
    static double of(final Study study, final int stage)
    {
        double floor = 0.0;
        for (int later = study.stageCount() - 1; later > stage; later--)
        {
            floor = study.stages().get(later).discountFactor() * floor + leastCost(study, later);
        }
        return floor;
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
        return sum;
    }
}
