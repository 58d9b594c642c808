package io.cobre.solver.lp;

import java.util.function.IntConsumer;

import io.cobre.solver.stochastic.InflowModel;
import io.cobre.solver.study.Contract;
import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.GenericTerm;
import io.cobre.solver.study.HeadPlane;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Line;
import io.cobre.solver.study.PumpingStation;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Template rows of a stage LP, in the order of {@link RowGroup}.
 */
final class StageRows
{
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Study study;
    private final Stage stage;
    private final StageData data;
    private final HydroDetail detail;
    private final InflowModel inflow;
    private final StageLayout layout;
    private final SparseRows rows;
    private final WaterRows water;

    StageRows(final Study study, final Stage stage, final InflowModel inflow, final StageLayout layout)
    {
        this.study = study;
        this.stage = stage;
        this.data = study.data().get(stage.index());
        this.detail = data.hydro();
        this.inflow = inflow;
        this.layout = layout;
        this.rows = new SparseRows(layout.columns());
        this.water = new WaterRows(study, stage, inflow, layout, rows);
    }

    SparseRows build()
    {
        fixingRows();
        inflowRows();
        water.balances();
        loadRows();
        planeRows();
        evaporationRows();
        limitRows();
        genericRows();
        storageRows();
        futureCostRows();
        return rows;
    }

    private int hydros()
    {
        return layout.hydros();
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
            water.lagged(hydro, -1.0);
            final double base = inflow.base(stage.index(), hydro);
            rows.end(base, base);
        }
    }

    private void futureCostRows()
    {
        final FutureParts parts = layout.parts();
        if (parts.openings() > 0)
        {
            rows.put(layout.column(ColumnGroup.FUTURE_COST, 0), 1.0);
            rows.put(layout.column(ColumnGroup.TAIL_LEVEL, 0), -parts.risk().lambda());
            for (int opening = 0; opening < parts.openings(); opening++)
            {
                rows.put(layout.column(ColumnGroup.FUTURE_COST_PART, opening), -parts.weight());
                rows.put(layout.column(ColumnGroup.TAIL_EXCESS, opening), -parts.tailWeight());
            }
            rows.end(0.0, INFINITY);
        }
        for (int opening = 0; opening < parts.openings() && parts.isAverse(); opening++)
        {
            rows.put(layout.column(ColumnGroup.TAIL_EXCESS, opening), 1.0);
            rows.put(layout.column(ColumnGroup.TAIL_LEVEL, 0), 1.0);
            rows.put(layout.column(ColumnGroup.FUTURE_COST_PART, opening), -1.0);
            rows.end(0.0, INFINITY);
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
                trade(bus, block);
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
                hydroGeneration(hydro, block, 1.0);
            }
        }
        for (int source = 0; source < study.sources().size(); source++)
        {
            if (study.sources().get(source).bus() == bus)
            {
                rows.put(layout.column(ColumnGroup.NON_CONTROLLABLE, source, block), 1.0);
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

    private void hydroGeneration(final int hydro, final int block, final double factor)
    {
        final int head = layout.column(ColumnGroup.HEAD_GENERATION, hydro, block);
        if (StageLayout.NONE != head)
        {
            rows.put(head, factor);
        }
        else
        {
            rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), factor * data.productivity()[hydro]);
        }
    }

    private void exchange(final int bus, final int block)
    {
        for (int index = 0; index < study.lines().size(); index++)
        {
            final Line line = study.lines().get(index);
            final double arrives = 1.0 - line.loss();
            if (line.target() == bus)
            {
                rows.put(layout.column(ColumnGroup.LINE_DIRECT, index, block), arrives);
                rows.put(layout.column(ColumnGroup.LINE_REVERSE, index, block), -1.0);
            }
            if (line.source() == bus)
            {
                rows.put(layout.column(ColumnGroup.LINE_DIRECT, index, block), -1.0);
                rows.put(layout.column(ColumnGroup.LINE_REVERSE, index, block), arrives);
            }
        }
    }

    private void trade(final int bus, final int block)
    {
        for (int index = 0; index < study.contracts().size(); index++)
        {
            final Contract contract = study.contracts().get(index);
            if (contract.bus() == bus)
            {
                rows.put(layout.column(ColumnGroup.CONTRACT, index, block), contract.export() ? -1.0 : 1.0);
            }
        }
        for (int index = 0; index < study.pumps().size(); index++)
        {
            final PumpingStation pump = study.pumps().get(index);
            if (pump.bus() == bus)
            {
                rows.put(layout.column(ColumnGroup.PUMPED, index, block), -pump.consumption());
            }
        }
    }

    private void planeRows()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (final HeadPlane plane : detail.planes().get(hydro))
            {
                for (int block = 0; block < stage.blocks(); block++)
                {
                    rows.put(layout.column(ColumnGroup.HEAD_GENERATION, hydro, block), 1.0);
                    final int balance = stage.chronological() ? block : 0;
                    rows.put(layout.storageAfter(hydro, balance), -plane.perStorage() / 2.0);
                    rows.put(layout.storageBefore(hydro, balance), -plane.perStorage() / 2.0);
                    rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), -plane.perTurbined());
                    rows.put(layout.column(ColumnGroup.SPILLED, hydro, block), -plane.perSpilled());
                    rows.end(-INFINITY, plane.constant());
                }
            }
        }
    }

    private void evaporationRows()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            if (StageLayout.NONE != layout.row(RowGroup.EVAPORATION, hydro))
            {
                final double slope = detail.evaporationSlope()[hydro];
                rows.put(layout.column(ColumnGroup.EVAPORATION, hydro), 1.0);
                rows.put(layout.column(ColumnGroup.STORAGE, hydro), -slope / 2.0);
                rows.put(layout.column(ColumnGroup.INCOMING, hydro), -slope / 2.0);
                rows.put(layout.column(ColumnGroup.EVAPORATION_BELOW, hydro), 1.0);
                rows.put(layout.column(ColumnGroup.EVAPORATION_ABOVE, hydro), -1.0);
                final double constant = detail.evaporationConstant()[hydro];
                rows.end(constant, constant);
            }
        }
    }

    private void outflow(final int hydro, final int block, final double factor)
    {
        rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), factor);
        rows.put(layout.column(ColumnGroup.SPILLED, hydro, block), factor);
    }

    private void totalOutflow(final int hydro, final int block, final double factor)
    {
        outflow(hydro, block, factor);
        rows.put(layout.column(ColumnGroup.DIVERTED, hydro, block), factor);
    }

    /** Left-hand side of a limit of a hydro in a block. */
    private interface Side
    {
        void put(int hydro, int block, double factor);
    }

    private void atLeast(final RowGroup group, final ColumnGroup slack, final double[] limit, final Side side)
    {
        limit(group, slack, 1.0, side, hydro -> rows.end(limit[hydro], INFINITY));
    }

    private void limit(
        final RowGroup group, final ColumnGroup slack, final double sign, final Side side, final IntConsumer end)
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int block = 0; block < stage.blocks(); block++)
            {
                if (StageLayout.NONE != layout.row(group, hydro, block))
                {
                    side.put(hydro, block, 1.0);
                    rows.put(layout.column(slack, hydro, block), sign);
                    end.accept(hydro);
                }
            }
        }
    }

    private void limitRows()
    {
        atLeast(RowGroup.MIN_OUTFLOW, ColumnGroup.OUTFLOW_BELOW, data.minOutflow(), this::totalOutflow);
        limit(
            RowGroup.MAX_OUTFLOW, ColumnGroup.OUTFLOW_ABOVE, -1.0, this::totalOutflow,
            hydro -> rows.end(-INFINITY, data.maxOutflow()[hydro]));
        atLeast(
            RowGroup.MIN_TURBINED, ColumnGroup.TURBINED_BELOW, detail.minTurbined(),
            (hydro, block, factor) -> rows.put(layout.column(ColumnGroup.TURBINED, hydro, block), factor));
        atLeast(
            RowGroup.MIN_GENERATION, ColumnGroup.GENERATION_BELOW, detail.minGeneration(), this::hydroGeneration);
    }

    private void genericRows()
    {
        for (int index = 0; index < data.generic().size(); index++)
        {
            final GenericRow row = data.generic().get(index);
            row.terms().forEach(this::generic);
            rows.put(layout.column(ColumnGroup.GENERIC_PLUS, index), 1.0);
            rows.put(layout.column(ColumnGroup.GENERIC_MINUS, index), -1.0);
            final double bound = row.bound() - GenericOffset.of(row, data, data.sources().available());
            rows.end(GenericOffset.lower(row, bound), GenericOffset.upper(row, bound));
        }
    }

    private void storageRows()
    {
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            for (int balance = 0; balance < layout.balances(); balance++)
            {
                final int slack = layout.column(ColumnGroup.STORAGE_BELOW, hydro, balance);
                if (StageLayout.NONE != slack)
                {
                    rows.put(layout.storageAfter(hydro, balance), 1.0);
                    rows.put(slack, 1.0);
                    rows.end(data.minStorage()[hydro], INFINITY);
                }
            }
        }
        for (int hydro = 0; hydro < hydros(); hydro++)
        {
            final int slack = layout.column(ColumnGroup.FILLING_BELOW, hydro);
            if (StageLayout.NONE != slack)
            {
                rows.put(layout.column(ColumnGroup.STORAGE, hydro), 1.0);
                rows.put(slack, 1.0);
                rows.end(data.reservoirs().fillingTarget()[hydro], INFINITY);
            }
        }
    }

    private void generic(final GenericTerm term)
    {
        final double factor = term.coefficient();
        final int entity = term.entity();
        final int block = term.block();
        switch (term.variable())
        {
            case HYDRO_STORAGE -> rows.put(layout.column(ColumnGroup.STORAGE, entity), factor);
            case HYDRO_TURBINED -> rows.put(layout.column(ColumnGroup.TURBINED, entity, block), factor);
            case HYDRO_SPILLAGE -> rows.put(layout.column(ColumnGroup.SPILLED, entity, block), factor);
            case HYDRO_DIVERSION -> rows.put(layout.column(ColumnGroup.DIVERTED, entity, block), factor);
            case HYDRO_OUTFLOW -> outflow(entity, block, factor);
            case HYDRO_GENERATION -> hydroGeneration(entity, block, factor);
            case HYDRO_EVAPORATION -> rows.put(layout.column(ColumnGroup.EVAPORATION, entity), factor);
            case HYDRO_WITHDRAWAL ->
            {
                rows.put(layout.column(ColumnGroup.WITHDRAWAL_BELOW, entity), -factor);
                rows.put(layout.column(ColumnGroup.WITHDRAWAL_ABOVE, entity), factor);
            }
            case THERMAL_GENERATION -> rows.put(layout.column(ColumnGroup.THERMAL, entity, block), factor);
            case LINE_DIRECT -> rows.put(layout.column(ColumnGroup.LINE_DIRECT, entity, block), factor);
            case LINE_REVERSE -> rows.put(layout.column(ColumnGroup.LINE_REVERSE, entity, block), factor);
            case LINE_EXCHANGE ->
            {
                rows.put(layout.column(ColumnGroup.LINE_DIRECT, entity, block), factor);
                rows.put(layout.column(ColumnGroup.LINE_REVERSE, entity, block), -factor);
            }
            case BUS_DEFICIT ->
            {
                for (int segment = 0; segment < data.deficitCost()[entity].length; segment++)
                {
                    rows.put(layout.deficit(entity, segment, block), factor);
                }
            }
            case BUS_EXCESS -> rows.put(layout.column(ColumnGroup.EXCESS, entity, block), factor);
            case PUMPING_FLOW -> rows.put(layout.column(ColumnGroup.PUMPED, entity, block), factor);
            case PUMPING_POWER -> rows.put(
                layout.column(ColumnGroup.PUMPED, entity, block), factor * study.pumps().get(entity).consumption());
            case CONTRACT_IMPORT, CONTRACT_EXPORT ->
                rows.put(layout.column(ColumnGroup.CONTRACT, entity, block), factor);
            case NON_CONTROLLABLE_GENERATION ->
                rows.put(layout.column(ColumnGroup.NON_CONTROLLABLE, entity, block), factor);
            case NON_CONTROLLABLE_CURTAILMENT ->
                rows.put(layout.column(ColumnGroup.NON_CONTROLLABLE, entity, block), -factor);
        }
    }
}
