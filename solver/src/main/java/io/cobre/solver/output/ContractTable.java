package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;

/**
 * The table {@code contracts}.
 */
final class ContractTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "contracts",
            "use of an energy contract in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("contract_id", "contract", (row) -> row.study().contracts().get(row.entity()).id()),
            number(
                "power_mw", "MW", "power that is bought or, in export contracts, sold",
                (row) -> row.value(ColumnGroup.CONTRACT)),
            number("energy_mwh", "MWh", "energy", (row) -> row.value(ColumnGroup.CONTRACT) * row.hours()),
            number(
                "price_per_mwh", "$/MWh", "price; negative if energy earns money",
                (row) -> row.data().contracts().price()[row.entity()]),
            number("total_cost", "$", "cost of the energy", (row) -> row.cost(ColumnGroup.CONTRACT)),
            code(
                "operative_state_code", "saturated at full power",
                (row) -> row.state(ColumnGroup.CONTRACT).code())),
        true,
        (study, stage) -> EntityTable.first(study.contracts().size()));

    private ContractTable()
    {
    }
}
