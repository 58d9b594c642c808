package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.lp.ColumnGroup;

/**
 * The table {@code exchanges}.
 */
final class ExchangeTable
{
    static final EntityTable TABLE = new EntityTable(
        OutputTable.of(
            "exchanges",
            "flow on a line in a block",
            id("stage_id", "stage", (row) -> row.stage().id()),
            optionalId("block_id", "block from 0", OutcomeRow::block),
            id("line_id", "line", (row) -> row.study().lines().get(row.entity()).id()),
            number(
                "direct_flow_mw", "MW", "flow that leaves the source", (row) -> row.value(ColumnGroup.LINE_DIRECT)),
            number(
                "reverse_flow_mw", "MW", "flow that leaves the target", (row) -> row.value(ColumnGroup.LINE_REVERSE)),
            number("net_flow_mw", "MW", "net flow from source to target", ExchangeTable::net),
            number("net_flow_mwh", "MWh", "energy of the net flow", (row) -> net(row) * row.hours()),
            number("losses_mw", "MW", "power lost on the line", ExchangeTable::losses),
            number("losses_mwh", "MWh", "energy lost on the line", (row) -> losses(row) * row.hours()),
            number(
                "exchange_cost", "$", "cost of the flow in both directions",
                (row) -> row.cost(ColumnGroup.LINE_DIRECT) + row.cost(ColumnGroup.LINE_REVERSE)),
            code("operative_state_code", "saturated when flow is at its limit", (row) -> state(row).code())),
        true,
        (study, stage) -> EntityTable.first(study.lines().size()));

    private ExchangeTable()
    {
    }

    private static double net(final OutcomeRow row)
    {
        return row.value(ColumnGroup.LINE_DIRECT) - row.value(ColumnGroup.LINE_REVERSE);
    }

    private static double losses(final OutcomeRow row)
    {
        return row.study().lines().get(row.entity()).loss() *
            (row.value(ColumnGroup.LINE_DIRECT) + row.value(ColumnGroup.LINE_REVERSE));
    }

    private static OperativeState state(final OutcomeRow row)
    {
        return row.state(net(row) >= 0.0 ? ColumnGroup.LINE_DIRECT : ColumnGroup.LINE_REVERSE);
    }
}
