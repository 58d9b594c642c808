package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;

/**
 * The table {@code pumping_stations}.
 */
final class PumpingTable
{
    private static final double M3S_HOUR_TO_HM3 = 3600.0 / 1e6;

    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "pumping_stations",
            "what a pumping station lifts in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("pumping_station_id", "station", (row) -> row.study().pumps().get(row.entity()).id()),
            number("pumped_flow_m3s", "m3/s", "pumped flow", (row) -> row.value(ColumnGroup.PUMPED)),
            number(
                "pumped_volume_hm3", "hm3", "pumped volume",
                (row) -> row.value(ColumnGroup.PUMPED) * row.hours() * M3S_HOUR_TO_HM3),
            number("power_consumption_mw", "MW", "power of the pumps", PumpingTable::power),
            number("energy_consumption_mwh", "MWh", "energy of the pumps", (row) -> power(row) * row.hours()),
            number("pumping_cost", "$", "cost beside that of the energy", (row) -> row.cost(ColumnGroup.PUMPED)),
            code(
                "operative_state_code", "saturated when flow is at its limit",
                (row) -> row.state(ColumnGroup.PUMPED).code())),
        true,
        (study, stage) -> EntityTable.first(study.pumps().size()));

    private PumpingTable()
    {
    }

    private static double power(final OutcomeRow row)
    {
        return row.value(ColumnGroup.PUMPED) * row.study().pumps().get(row.entity()).consumption();
    }
}
