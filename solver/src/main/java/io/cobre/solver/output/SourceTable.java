package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;

/**
 * The table {@code non_controllables}.
 */
final class SourceTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "non_controllables",
            "generation of a non-controllable source in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("non_controllable_id", "source", (row) -> row.study().sources().get(row.entity()).id()),
            number("generation_mw", "MW", "generation", (row) -> row.value(ColumnGroup.NON_CONTROLLABLE)),
            number(
                "generation_mwh", "MWh", "energy",
                (row) -> row.value(ColumnGroup.NON_CONTROLLABLE) * row.hours()),
            number(
                "available_mw", "MW", "what could be generated, noise and block factor included",
                (row) -> row.limit(ColumnGroup.NON_CONTROLLABLE)),
            number("curtailment_mw", "MW", "available power that is not generated", SourceTable::curtailment),
            number(
                "curtailment_mwh", "MWh", "available energy that is not generated",
                (row) -> curtailment(row) * row.hours()),
            number(
                "curtailment_cost", "$", "value of the available energy that is not generated",
                (row) -> curtailment(row) * row.data().sources().curtailmentCost()[row.entity()] * row.hours()),
            code(
                "operative_state_code", "saturated when all that is available is generated",
                (row) -> row.state(ColumnGroup.NON_CONTROLLABLE).code())),
        true,
        (study, stage) -> EntityTable.first(study.sources().size()));

    private SourceTable()
    {
    }

    private static double curtailment(final OutcomeRow row)
    {
        return row.limit(ColumnGroup.NON_CONTROLLABLE) - row.value(ColumnGroup.NON_CONTROLLABLE);
    }
}
