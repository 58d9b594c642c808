package io.cobre.solver.lp;

import java.util.Arrays;

import io.cobre.solver.stochastic.InflowModel;
import io.cobre.solver.study.Hydro;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Fills the columns and rows of a stage LP, unscaled, at state zero and noise zero.
 */
final class StageLpBuilder
{
    /** hm3 that one m3/s makes in one hour. */
    static final double M3S_HOUR_TO_HM3 = 3600.0 / 1e6;

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Study study;
    private final Stage stage;
    private final StageData data;
    private final InflowModel inflow;
    private final StageLayout layout;
    private final double[] cost;
    private final double[] lower;
    private final double[] upper;
    private final SparseRows rows;

    StageLpBuilder(final Study study, final Stage stage, final InflowModel inflow, final StageLayout layout)
    {
        this.study = study;
        this.stage = stage;
        this.data = study.data().get(stage.index());
        this.inflow = inflow;
        this.layout = layout;
        this.cost = new double[layout.columns()];
        this.lower = new double[layout.columns()];
        this.upper = new double[layout.columns()];
        this.rows = new SparseRows(layout.columns());
        Arrays.fill(upper, INFINITY);
    }

    LpModel build()
    {
        stateColumns();
        hydroColumns();
        thermalColumns();
        lineColumns();
        busColumns();
        fixingRows();
        inflowRows();
        waterRows();
        loadRows();
        outflowRows();
        if (rows.rows() != layout.rows())
        {
            throw new IllegalStateException("built " + rows.rows() + " rows, laid out " + layout.rows());
        }
        return rows.model(cost, lower, upper);
    }

    private int hydros()
    {
        return study.hydros().size();
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
            column(layout.column(ColumnGroup.STORAGE, hydro), data.minStorage()[hydro], data.maxStorage()[hydro], 0.0);
            column(layout.column(ColumnGroup.INFLOW, hydro), -INFINITY, INFINITY, 0.0);
            column(layout.column(ColumnGroup.INCOMING, hydro), -INFINITY, INFINITY, 0.0);
        }
        for (int lag = 0; lag < hydros() * layout.lags(); lag++)
        {
            column(layout.column(ColumnGroup.LAG, lag), -INFINITY, INFINITY, 0.0);
        }
        cost[layout.column(ColumnGroup.FUTURE_COST, 0)] = stage.discountFactor();
    }

    private void hydroColumns()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                final double hours = stage.blockHours()[block];
                column(layout.column(ColumnGroup.TURBINED, hydro, block), 0.0, turbinedLimit(hydro), 0.0);
                column(
                    layout.column(ColumnGroup.SPILLED, hydro, block),
                    0.0, INFINITY, data.spillageCost()[hydro] * hours);
                column(
                    layout.column(ColumnGroup.OUTFLOW_BELOW, hydro, block),
                    0.0, INFINITY, data.outflowBelowCost()[hydro] * hours);
                column(
                    layout.column(ColumnGroup.OUTFLOW_ABOVE, hydro, block),
                    0.0, INFINITY, data.outflowAboveCost()[hydro] * hours);
            }
        }
    }

    private double turbinedLimit(final int hydro)
    {
        final double productivity = data.productivity()[hydro];
        final double limit = data.maxTurbined()[hydro];
        return productivity > 0.0 ? Math.min(limit, data.maxGeneration()[hydro] / productivity) : limit;
    }

    private void thermalColumns()
    {
        for (int thermal = 0; thermal < study.thermals().size(); thermal++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                column(
                    layout.column(ColumnGroup.THERMAL, thermal, block),
                    data.thermalMin()[thermal],
                    data.thermalMax()[thermal],
                    data.thermalCost()[thermal] * stage.blockHours()[block]);
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

    private void fixingRows()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            rows.put(layout.column(ColumnGroup.INCOMING, hydro), 1.0);
            rows.end(0.0, 0.0);
        }
        for (int lag = 0; lag < hydros() * layout.lags(); lag++)
        {
            rows.put(layout.column(ColumnGroup.LAG, lag), 1.0);
            rows.end(0.0, 0.0);
        }
    }

    private void inflowRows()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            rows.put(layout.column(ColumnGroup.INFLOW, hydro), 1.0);
            lagged(hydro, -1.0);
            final double base = inflow.base(stage.index(), hydro);
            rows.end(base, base);
        }
    }

    private void lagged(final int hydro, final double factor)
    {
        for (int lag = 0; lag < inflow.lags(); lag++)
        {
            rows.put(
                layout.column(ColumnGroup.LAG, lag * hydros() + hydro),
                factor * inflow.psi(stage.index(), hydro, lag));
        }
    }

    private void waterRows()
    {
        final double zeta = M3S_HOUR_TO_HM3 * stage.hours();
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            rows.put(layout.column(ColumnGroup.STORAGE, hydro), 1.0);
            rows.put(layout.column(ColumnGroup.INCOMING, hydro), -1.0);
            release(hydro, 1.0);
            for (int upstream = 0; upstream < hydros(); upstream++)
            {
                final Hydro plant = study.hydros().get(upstream);
                if (plant.downstream() == hydro)
                {
                    release(upstream, -1.0);
                }
            }
            lagged(hydro, -zeta);
            final double rhs = zeta * inflow.base(stage.index(), hydro);
            rows.end(rhs, rhs);
        }
    }

    /** Water that leaves a reservoir towards the next one. */
    private void release(final int hydro, final double sign)
    {
        for (int block = 0; block < stage.blocks(); block++)
        {
            final double tau = sign * M3S_HOUR_TO_HM3 * stage.blockHours()[block];
            rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), tau);
            rows.put(layout.column(ColumnGroup.SPILLED, hydro, block), tau);
        }
    }

    private void loadRows()
    {
        for (int bus = 0; bus < study.buses().size(); bus++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                generation(bus, block);
                exchange(bus, block);
                for (int segment = 0; segment < data.deficitCost()[bus].length; segment++)
                {
                    rows.put(layout.deficit(bus, segment, block), 1.0);
                }
                rows.put(layout.column(ColumnGroup.EXCESS, bus, block), -1.0);
                final double load = data.loadMean()[bus] * data.loadFactor()[bus][block];
                rows.end(load, load);
            }
        }
    }

    private void generation(final int bus, final int block)
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            if (study.hydros().get(hydro).bus() == bus)
            {
                rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), data.productivity()[hydro]);
            }
        }
        for (int thermal = 0; thermal < study.thermals().size(); thermal++)
        {
            if (study.thermals().get(thermal).bus() == bus)
            {
                rows.put(layout.column(ColumnGroup.THERMAL, thermal, block), 1.0);
            }
        }
    }

    private void exchange(final int bus, final int block)
    {
        for (int index = 0; index < study.lines().size(); index++)
        {
            final Line line = study.lines().get(index);
            final double into = (line.target() == bus ? 1.0 : 0.0) - (line.source() == bus ? 1.0 : 0.0);
            if (0.0 != into)
            {
                rows.put(layout.column(ColumnGroup.LINE_DIRECT, index, block), into);
                rows.put(layout.column(ColumnGroup.LINE_REVERSE, index, block), -into);
            }
        }
    }

    private void outflowRows()
    {
        outflowRows(RowGroup.MIN_OUTFLOW, ColumnGroup.OUTFLOW_BELOW, 1.0);
        outflowRows(RowGroup.MAX_OUTFLOW, ColumnGroup.OUTFLOW_ABOVE, -1.0);
    }

    private void outflowRows(final RowGroup group, final ColumnGroup slack, final double sign)
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                if (StageLayout.NONE != layout.row(group, hydro, block))
                {
                    rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), 1.0);
                    rows.put(layout.column(ColumnGroup.SPILLED, hydro, block), 1.0);
                    rows.put(layout.column(slack, hydro, block), sign);
                    rows.end(
                        sign > 0.0 ? data.minOutflow()[hydro] : -INFINITY,
                        sign > 0.0 ? INFINITY : data.maxOutflow()[hydro]);
                }
            }
        }
    }
}
