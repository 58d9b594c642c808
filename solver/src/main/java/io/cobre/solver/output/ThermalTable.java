package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.flag;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;
import static io.cobre.solver.output.OutputColumn.optionalNumber;

import io.cobre.solver.lp.ColumnGroup;

/**
 * The table {@code thermals}.
 */
final class ThermalTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "thermals",
            "dispatch of a thermal in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("thermal_id", "thermal", (row) -> row.study().thermals().get(row.entity()).id()),
            number("generation_mw", "MW", "generation", (row) -> row.value(ColumnGroup.THERMAL)),
            number("generation_mwh", "MWh", "energy", (row) -> row.value(ColumnGroup.THERMAL) * row.hours()),
            number("generation_cost", "$", "cost of generation", (row) -> row.cost(ColumnGroup.THERMAL)),
            flag("is_gnl", "whether dispatch is decided in advance: never", (row) -> false),
            optionalNumber("gnl_committed_mw", "MW", "generation decided in advance", (row) -> Double.NaN),
            optionalNumber("gnl_decision_mw", "MW", "generation decided for later", (row) -> Double.NaN),
            code(
                "operative_state_code", "saturated at full generation",
                (row) -> row.state(ColumnGroup.THERMAL).code())),
        true,
        (study, stage) -> EntityTable.first(study.thermals().size()));

    private ThermalTable()
    {
    }
}
