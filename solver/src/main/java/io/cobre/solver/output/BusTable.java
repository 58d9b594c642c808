package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.lp.RowGroup;

/**
 * The table {@code buses}.
 */
final class BusTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "buses",
            "energy balance of a bus in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("bus_id", "bus", (row) -> row.study().buses().get(row.entity()).id()),
            number("load_mw", "MW", "load, noise and block factor included", BusTable::load),
            number("load_mwh", "MWh", "energy of the load", (row) -> load(row) * row.hours()),
            number("deficit_mw", "MW", "load that is not served", BusTable::deficit),
            number("deficit_mwh", "MWh", "energy that is not served", (row) -> deficit(row) * row.hours()),
            number("excess_mw", "MW", "power beyond the load", (row) -> row.value(ColumnGroup.EXCESS)),
            number(
                "excess_mwh", "MWh", "energy beyond the load", (row) -> row.value(ColumnGroup.EXCESS) * row.hours()),
            number(
                "spot_price", "$/MWh", "cost of one more unit of energy, in money of the stage",
                (row) -> row.solution().dual(balance(row)) / row.hours())),
        true,
        (study, stage) -> EntityTable.first(study.buses().size()));

    private BusTable()
    {
    }

    private static int balance(final OutcomeRow row)
    {
        return row.layout().row(RowGroup.LOAD_BALANCE, row.entity(), row.block());
    }

    private static double load(final OutcomeRow row)
    {
        return row.solution().side(balance(row));
    }

    private static double deficit(final OutcomeRow row)
    {
        double sum = 0.0;
        for (int segment = 0; segment < row.data().deficitCost()[row.entity()].length; segment++)
        {
            sum += row.solution().value(row.layout().deficit(row.entity(), segment, row.block()));
        }
        return sum;
    }
}
