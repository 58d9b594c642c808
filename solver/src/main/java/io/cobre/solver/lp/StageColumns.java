package io.cobre.solver.lp;

import java.util.Arrays;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Bounds and costs of the columns of a stage LP; costs come in $ and are kept in k$.
 */
final class StageColumns
{
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Study study;
    private final Stage stage;
    private final StageData data;
    private final HydroDetail detail;
    private final StageLayout layout;
    private final double[] cost;
    private final double[] lower;
    private final double[] upper;

    StageColumns(final Study study, final Stage stage, final StageLayout layout, final double floor)
    {
        this.study = study;
        this.stage = stage;
        this.data = study.data().get(stage.index());
        this.detail = data.hydro();
        this.layout = layout;
        this.cost = new double[layout.columns()];
        this.lower = new double[layout.columns()];
        this.upper = new double[layout.columns()];
        Arrays.fill(upper, INFINITY);
        stateColumns();
        futureCostColumns(floor / StageLp.COST_SCALE);
        hydroColumns();
        thermalColumns();
        lineColumns();
        busColumns();
        sourceColumns();
        genericColumns();
        reservoirColumns();
        tradeColumns();
    }

    double[] cost()
    {
        return cost;
    }

    double[] lower()
    {
        return lower;
    }

    double[] upper()
    {
        return upper;
    }

    private int hydros()
    {
        return layout.hydros();
    }

    private void column(final int column, final double low, final double high, final double dollars)
    {
        if (StageLayout.NONE != column)
        {
            lower[column] = low;
            upper[column] = high;
            cost[column] = dollars / StageLp.COST_SCALE;
        }
    }

    private void stateColumns()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int balance = 0; balance < layout.balances(); balance++)
            {
                column(
                    layout.storageAfter(hydro, balance), StageLp.leastStorage(layout, data, hydro),
                    data.maxStorage()[hydro], 0.0);
            }
            column(layout.column(ColumnGroup.INFLOW, hydro), -INFINITY, INFINITY, 0.0);
            column(layout.column(ColumnGroup.INCOMING, hydro), -INFINITY, INFINITY, 0.0);
        }
        for (int lag = 0; lag < hydros() * layout.lags(); lag++)
        {
            column(layout.column(ColumnGroup.LAG, lag), -INFINITY, INFINITY, 0.0);
        }
    }

    /**
     * The least cost after a stage is the least after each of its openings, and the level of the tail, one of the
     * costs, is not below it either.
     */
    private void futureCostColumns(final double floor)
    {
        cost[layout.column(ColumnGroup.FUTURE_COST, 0)] = stage.discountFactor();
        lower[layout.column(ColumnGroup.FUTURE_COST, 0)] = floor;
        for (int opening = 0; opening < layout.parts().openings(); opening++)
        {
            column(layout.column(ColumnGroup.FUTURE_COST_PART, opening), floor, INFINITY, 0.0);
            column(layout.column(ColumnGroup.TAIL_EXCESS, opening), 0.0, INFINITY, 0.0);
        }
        column(layout.column(ColumnGroup.TAIL_LEVEL, 0), floor, INFINITY, 0.0);
    }

    private void hydroColumns()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                final double hours = stage.blockHours()[block];
                column(
                    layout.column(ColumnGroup.TURBINED, hydro, block),
                    0.0, turbinedLimit(hydro), hasPlanes(hydro) ? detail.headTurbinedCost()[hydro] * hours : 0.0);
                column(
                    layout.column(ColumnGroup.SPILLED, hydro, block),
                    0.0, INFINITY, data.spillageCost()[hydro] * hours);
                column(
                    layout.column(ColumnGroup.OUTFLOW_BELOW, hydro, block),
                    0.0, INFINITY, data.outflowBelowCost()[hydro] * hours);
                column(
                    layout.column(ColumnGroup.OUTFLOW_ABOVE, hydro, block),
                    0.0, INFINITY, data.outflowAboveCost()[hydro] * hours);
                detailColumns(hydro, block, hours);
            }
            stageColumns(hydro);
        }
    }

    private void detailColumns(final int hydro, final int block, final double hours)
    {
        column(
            layout.column(ColumnGroup.DIVERTED, hydro, block),
            0.0, detail.maxDiversion()[hydro], detail.diversionCost()[hydro] * hours);
        column(
            layout.column(ColumnGroup.HEAD_GENERATION, hydro, block), 0.0, data.maxGeneration()[hydro], 0.0);
        column(
            layout.column(ColumnGroup.TURBINED_BELOW, hydro, block),
            0.0, INFINITY, detail.turbinedBelowCost()[hydro] * hours);
        column(
            layout.column(ColumnGroup.GENERATION_BELOW, hydro, block),
            0.0, INFINITY, detail.generationBelowCost()[hydro] * hours);
    }

    private void stageColumns(final int hydro)
    {
        final double hours = stage.hours();
        column(
            layout.column(ColumnGroup.INFLOW_SLACK, hydro), 0.0, INFINITY, detail.inflowSlackCost()[hydro] * hours);
        final double most =
            detail.evaporationConstant()[hydro] + detail.evaporationSlope()[hydro] * data.maxStorage()[hydro];
        column(layout.column(ColumnGroup.EVAPORATION, hydro), 0.0, 2.0 * Math.max(0.0, most), 0.0);
        column(
            layout.column(ColumnGroup.EVAPORATION_BELOW, hydro),
            0.0, INFINITY, detail.evaporationBelowCost()[hydro] * hours);
        column(
            layout.column(ColumnGroup.EVAPORATION_ABOVE, hydro),
            0.0, INFINITY, detail.evaporationAboveCost()[hydro] * hours);
        column(
            layout.column(ColumnGroup.WITHDRAWAL_BELOW, hydro),
            0.0, INFINITY, detail.withdrawalBelowCost()[hydro] * hours);
        column(
            layout.column(ColumnGroup.WITHDRAWAL_ABOVE, hydro),
            0.0, INFINITY, detail.withdrawalAboveCost()[hydro] * hours);
    }

    private double turbinedLimit(final int hydro)
    {
        final double productivity = data.productivity()[hydro];
        final double limit = data.maxTurbined()[hydro];
        return productivity > 0.0 && !hasPlanes(hydro) ?
            Math.min(limit, data.maxGeneration()[hydro] / productivity) : limit;
    }

    private boolean hasPlanes(final int hydro)
    {
        return !detail.planes().get(hydro).isEmpty();
    }

    private void thermalColumns()
    {
        for (int thermal = 0; thermal < study.thermals().size(); thermal++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                column(
                    layout.column(ColumnGroup.THERMAL, thermal, block),
                    data.thermalMin()[thermal][block],
                    data.thermalMax()[thermal][block],
                    data.thermalCost()[thermal][block] * stage.blockHours()[block]);
            }
        }
    }

    private void lineColumns()
    {
        for (int line = 0; line < study.lines().size(); line++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                final double dollars = data.lineCost()[line] * stage.blockHours()[block];
                column(
                    layout.column(ColumnGroup.LINE_DIRECT, line, block),
                    0.0, data.lineDirect()[line][block], dollars);
                column(
                    layout.column(ColumnGroup.LINE_REVERSE, line, block),
                    0.0, data.lineReverse()[line][block], dollars);
            }
        }
    }

    private void busColumns()
    {
        for (int bus = 0; bus < study.buses().size(); bus++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                final double hours = stage.blockHours()[block];
                for (int segment = 0; segment < data.deficitCost()[bus].length; segment++)
                {
                    column(
                        layout.deficit(bus, segment, block),
                        0.0, data.deficitDepth()[bus][segment], data.deficitCost()[bus][segment] * hours);
                }
                column(
                    layout.column(ColumnGroup.EXCESS, bus, block), 0.0, INFINITY, data.excessCost()[bus] * hours);
            }
        }
    }

    private void sourceColumns()
    {
        for (int source = 0; source < study.sources().size(); source++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                column(
                    layout.column(ColumnGroup.NON_CONTROLLABLE, source, block),
                    0.0,
                    data.sources().available()[source] * data.sources().factor()[source][block],
                    -data.sources().curtailmentCost()[source] * stage.blockHours()[block]);
            }
        }
    }

    private void genericColumns()
    {
        for (int index = 0; index < data.generic().size(); index++)
        {
            final GenericRow row = data.generic().get(index);
            final double dollars = row.slackCost() * stage.blockHours()[row.block()];
            column(layout.column(ColumnGroup.GENERIC_PLUS, index), 0.0, INFINITY, dollars);
            column(layout.column(ColumnGroup.GENERIC_MINUS, index), 0.0, INFINITY, dollars);
        }
    }

    private void reservoirColumns()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int balance = 0; balance < layout.balances(); balance++)
            {
                final double hours = stage.chronological() ? stage.blockHours()[balance] : stage.hours();
                column(
                    layout.column(ColumnGroup.STORAGE_BELOW, hydro, balance),
                    0.0, INFINITY, data.reservoirs().storageBelowCost()[hydro] * hours);
            }
            column(
                layout.column(ColumnGroup.FILLING_BELOW, hydro),
                0.0, INFINITY, data.reservoirs().fillingCost()[hydro] * stage.hours());
        }
    }

    private void tradeColumns()
    {
        for (int block = 0; block < stage.blocks(); block++)
        {
            for (int contract = 0; contract < study.contracts().size(); contract++)
            {
                column(
                    layout.column(ColumnGroup.CONTRACT, contract, block),
                    data.contracts().min()[contract],
                    data.contracts().max()[contract],
                    data.contracts().price()[contract] * stage.blockHours()[block]);
            }
            for (int pump = 0; pump < study.pumps().size(); pump++)
            {
                column(
                    layout.column(ColumnGroup.PUMPED, pump, block),
                    data.pumping().min()[pump], data.pumping().max()[pump], 0.0);
            }
        }
    }
}
