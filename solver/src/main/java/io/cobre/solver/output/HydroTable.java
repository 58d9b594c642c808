package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;
import static io.cobre.solver.output.OutputColumn.optionalNumber;

import io.cobre.solver.lp.ColumnGroup;
import io.cobre.solver.lp.RowGroup;

/**
 * The table {@code hydros}. What the LP has once for a stage (storage, inflow, evaporation, withdrawal) stands in the
 * rows of all its blocks.
 */
final class HydroTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "hydros",
            "dispatch of a hydro in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("hydro_id", "hydro", (row) -> row.study().hydros().get(row.entity()).id()),
            number("turbined_m3s", "m3/s", "turbined flow", (row) -> row.value(ColumnGroup.TURBINED)),
            number("spillage_m3s", "m3/s", "spilled flow", (row) -> row.value(ColumnGroup.SPILLED)),
            number("outflow_m3s", "m3/s", "turbined and spilled flow", (row) -> outflow(row, row.entity())),
            optionalNumber(
                "evaporation_m3s", "m3/s", "evaporation; missing for hydros without it",
                (row) -> ifAny(row, ColumnGroup.EVAPORATION)),
            optionalNumber(
                "diverted_inflow_m3s", "m3/s", "water diverted to the hydro; missing where none can be",
                HydroTable::divertedInflow),
            optionalNumber(
                "diverted_outflow_m3s", "m3/s", "water diverted from the hydro; missing where none can be",
                (row) -> ifAny(row, ColumnGroup.DIVERTED)),
            number(
                "incremental_inflow_m3s", "m3/s", "natural inflow between the hydro and those upstream",
                (row) -> row.value(ColumnGroup.INFLOW)),
            number(
                "inflow_m3s", "m3/s", "natural inflow, outflow of hydros upstream, diverted and pumped inflow",
                HydroTable::inflow),
            number(
                "storage_initial_hm3", "hm3",
                "storage when the stage begins, or the block where blocks follow each other",
                (row) -> row.solution().value(row.layout().storageBefore(row.entity(), balance(row)))),
            number(
                "storage_final_hm3", "hm3",
                "storage when the stage ends, or the block where blocks follow each other",
                HydroTable::storageFinal),
            number("generation_mw", "MW", "generation", HydroTable::generation),
            number("generation_mwh", "MWh", "energy", (row) -> generation(row) * row.hours()),
            optionalNumber(
                "productivity_mw_per_m3s", "MW/(m3/s)", "constant productivity; missing for hydros with hyperplanes",
                HydroTable::productivity),
            number("spillage_cost", "$", "cost of spilled flow", (row) -> row.cost(ColumnGroup.SPILLED)),
            number(
                "water_value_per_hm3", "$/hm3",
                "change of this and all later costs, seen from the stage, with storage when the stage begins: " +
                "negative when water is worth money",
                (row) -> row.solution().dual(row.layout().row(RowGroup.STORAGE_FIXING, row.entity()))),
            code(
                "storage_binding_code", "whether the final storage is at a limit",
                (row) -> StorageBinding.of(row).code()),
            code(
                "operative_state_code", "saturated when turbines are at their limit",
                (row) -> row.state(ColumnGroup.TURBINED).code()),
            number(
                "turbined_slack_m3s", "m3/s", "turbined flow below its minimum",
                (row) -> row.value(ColumnGroup.TURBINED_BELOW)),
            number(
                "outflow_slack_below_m3s", "m3/s", "outflow below its minimum",
                (row) -> row.value(ColumnGroup.OUTFLOW_BELOW)),
            number(
                "outflow_slack_above_m3s", "m3/s", "outflow above its maximum",
                (row) -> row.value(ColumnGroup.OUTFLOW_ABOVE)),
            number(
                "generation_slack_mw", "MW", "generation below its minimum",
                (row) -> row.value(ColumnGroup.GENERATION_BELOW)),
            number(
                "storage_violation_below_hm3", "hm3", "storage below its minimum",
                (row) -> row.value(ColumnGroup.STORAGE_BELOW)),
            number(
                "filling_target_violation_hm3", "hm3", "water missing to the filling target",
                (row) -> row.value(ColumnGroup.FILLING_BELOW)),
            number(
                "evaporation_violation_pos_m3s", "m3/s", "evaporation above its law",
                (row) -> row.value(ColumnGroup.EVAPORATION_ABOVE)),
            number(
                "evaporation_violation_neg_m3s", "m3/s", "evaporation below its law",
                (row) -> row.value(ColumnGroup.EVAPORATION_BELOW)),
            number(
                "inflow_nonnegativity_slack_m3s", "m3/s", "inflow made from nothing",
                (row) -> row.value(ColumnGroup.INFLOW_SLACK)),
            number(
                "water_withdrawal_violation_pos_m3s", "m3/s", "withdrawal exceeded",
                (row) -> row.value(ColumnGroup.WITHDRAWAL_ABOVE)),
            number(
                "water_withdrawal_violation_neg_m3s", "m3/s", "withdrawal not met",
                (row) -> row.value(ColumnGroup.WITHDRAWAL_BELOW))),
        true,
        (study, stage) -> EntityTable.first(study.hydros().size()));

    private HydroTable()
    {
    }

    /** Water that a hydro releases downstream, m3/s. */
    static double outflow(final OutcomeRow row, final int hydro)
    {
        return row.value(ColumnGroup.TURBINED, hydro) + row.value(ColumnGroup.SPILLED, hydro);
    }

    static double storageFinal(final OutcomeRow row)
    {
        return row.solution().value(row.layout().storageAfter(row.entity(), balance(row)));
    }

    private static int balance(final OutcomeRow row)
    {
        return row.stage().chronological() ? row.block() : 0;
    }

    private static double ifAny(final OutcomeRow row, final ColumnGroup group)
    {
        return row.has(group) ? row.value(group) : Double.NaN;
    }

    private static double divertedInflow(final OutcomeRow row)
    {
        return row.network().receives(row) ? row.network().diverted(row) : Double.NaN;
    }

    private static double inflow(final OutcomeRow row)
    {
        return row.value(ColumnGroup.INFLOW) + row.network().received(row) + row.network().pumped(row);
    }

    private static boolean hasPlanes(final OutcomeRow row)
    {
        return row.has(ColumnGroup.HEAD_GENERATION);
    }

    private static double generation(final OutcomeRow row)
    {
        return hasPlanes(row) ? row.value(ColumnGroup.HEAD_GENERATION) :
            row.value(ColumnGroup.TURBINED) * row.data().productivity()[row.entity()];
    }

    private static double productivity(final OutcomeRow row)
    {
        return hasPlanes(row) ? Double.NaN : row.data().productivity()[row.entity()];
    }
}
