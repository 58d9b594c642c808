package io.cobre.solver.output;

import io.cobre.solver.study.Stage;
import io.cobre.solver.study.Study;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of a simulation: one row for each stage, entity and, in tables by block, block.
 *
 * @param table    its columns.
 * @param byBlock  whether there is a row for each block.
 * @param entities that have rows in a stage.
 */
record EntityTable(OutputTable<OutcomeRow> table, boolean byBlock, Entities entities)
{
    /**
     * What has rows in a table.
     */
    @FunctionalInterface
    interface Entities
    {
        /**
         * Entities that have rows in a stage.
         *
         * @param study the case.
         * @param stage of the case.
         * @return indices, ascending.
         */
        int[] of(Study study, Stage stage);
    }

    /**
     * All tables of a simulation.
     *
     * @param lags of the inflow model.
     */
    static List<EntityTable> all(final int lags)
    {
        return List.of(
            CostTable.TABLE,
            HydroTable.TABLE,
            ThermalTable.TABLE,
            ExchangeTable.TABLE,
            BusTable.TABLE,
            SourceTable.TABLE,
            PumpingTable.TABLE,
            ContractTable.TABLE,
            InflowLagTable.of(lags),
            GenericViolationTable.TABLE);
    }

    /** Indices of entities that all have rows. */
    static int[] first(final int count)
    {
        return IntStream.range(0, count).toArray();
    }

    /**
     * Rows of one scenario.
     *
     * @param study the case.
     * @return 0 if the case has nothing for this table.
     */
    long rows(final Study study)
    {
        return study.stages().stream()
            .mapToLong((stage) -> (long) entities.of(study, stage).length * (byBlock ? stage.blocks() : 1))
            .sum();
    }
}
