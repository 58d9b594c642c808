package io.cobre.solver.lp;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import io.cobre.solver.study.GenericRow;
import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.ReservoirDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;

/**
 * Where the variables and constraints of one stage stand in its LP. Entities without a feature have no place there,
 * which reads as {@link #NONE}.
 */
public final class StageLayout
{
    /** Place of what the LP of this stage does not have. */
    public static final int NONE = GroupMap.NONE;

    private final GroupMap<ColumnGroup> columns = new GroupMap<>(ColumnGroup.class);
    private final GroupMap<RowGroup> rows = new GroupMap<>(RowGroup.class);
    private final int hydros;
    private final int lags;
    private final int blocks;
    private final int balances;
    private final int[] firstSegment;
    private final int[] firstPlane;
    private final FutureParts parts;

    StageLayout(final Study study, final Stage stage, final int lags, final FutureParts parts)
    {
        this.parts = parts;
        final StageData data = study.data().get(stage.index());
        this.hydros = study.hydros().size();
        this.lags = lags;
        this.blocks = stage.blocks();
        this.balances = stage.chronological() ? blocks : 1;
        this.firstSegment = starts(data.deficitCost().length, bus -> data.deficitCost()[bus].length);
        this.firstPlane = starts(hydros, hydro -> data.hydro().planes().get(hydro).size());
        placeColumns(study, data);
        placeRows(study, data);
    }

    private void placeColumns(final Study study, final StageData data)
    {
        final int buses = study.buses().size();
        final HydroDetail hydro = data.hydro();
        final ReservoirDetail reservoirs = data.reservoirs();
        final boolean slack = study.scenarios().nonNegativity().slack();
        columns.add(ColumnGroup.STORAGE, hydros, 1);
        columns.add(ColumnGroup.LAG, hydros * lags, 1);
        columns.add(ColumnGroup.INFLOW, hydros, 1);
        columns.add(ColumnGroup.INCOMING, hydros, 1);
        columns.add(ColumnGroup.FUTURE_COST, 1, 1);
        columns.add(ColumnGroup.TURBINED, hydros, blocks, reservoirs::operates);
        columns.add(ColumnGroup.SPILLED, hydros, blocks, reservoirs::present);
        columns.add(ColumnGroup.DIVERTED, hydros, blocks, h -> hydro.maxDiversion()[h] > 0.0);
        columns.add(ColumnGroup.THERMAL, study.thermals().size(), blocks);
        columns.add(ColumnGroup.LINE_DIRECT, study.lines().size(), blocks);
        columns.add(ColumnGroup.LINE_REVERSE, study.lines().size(), blocks);
        columns.add(ColumnGroup.DEFICIT, firstSegment[buses], blocks);
        columns.add(ColumnGroup.EXCESS, buses, blocks);
        columns.add(ColumnGroup.INFLOW_SLACK, hydros, 1, h -> slack && reservoirs.present(h));
        columns.add(ColumnGroup.HEAD_GENERATION, hydros, blocks, h -> planes(h) > 0);
        columns.add(ColumnGroup.EVAPORATION, hydros, 1, evaporates(hydro));
        columns.add(ColumnGroup.EVAPORATION_BELOW, hydros, 1, evaporates(hydro));
        columns.add(ColumnGroup.EVAPORATION_ABOVE, hydros, 1, evaporates(hydro));
        columns.add(ColumnGroup.WITHDRAWAL_BELOW, hydros, 1, h -> hydro.withdrawal()[h] > 0.0);
        columns.add(ColumnGroup.WITHDRAWAL_ABOVE, hydros, 1, h -> hydro.withdrawal()[h] > 0.0);
        columns.add(ColumnGroup.OUTFLOW_BELOW, hydros, blocks, h -> data.minOutflow()[h] > 0.0);
        columns.add(ColumnGroup.OUTFLOW_ABOVE, hydros, blocks, h -> Double.isFinite(data.maxOutflow()[h]));
        columns.add(ColumnGroup.TURBINED_BELOW, hydros, blocks, h -> hydro.minTurbined()[h] > 0.0);
        columns.add(ColumnGroup.GENERATION_BELOW, hydros, blocks, h -> hydro.minGeneration()[h] > 0.0);
        columns.add(ColumnGroup.NON_CONTROLLABLE, study.sources().size(), blocks, n -> data.sources().active()[n]);
        columns.add(
            ColumnGroup.GENERIC_PLUS, data.generic().size(), 1,
            row -> slack(data.generic().get(row), GenericRow.Sense.AT_MOST));
        columns.add(
            ColumnGroup.GENERIC_MINUS, data.generic().size(), 1,
            row -> slack(data.generic().get(row), GenericRow.Sense.AT_LEAST));
        columns.add(ColumnGroup.BLOCK_STORAGE, hydros, balances - 1, h -> balances > 1);
        columns.add(ColumnGroup.STORAGE_BELOW, hydros, balances, softMinimum(data));
        columns.add(ColumnGroup.FILLING_BELOW, hydros, 1, h -> reservoirs.fillingTarget()[h] > 0.0);
        columns.add(ColumnGroup.CONTRACT, study.contracts().size(), blocks, c -> data.contracts().max()[c] > 0.0);
        columns.add(ColumnGroup.PUMPED, study.pumps().size(), blocks, p -> data.pumping().max()[p] > 0.0);
        columns.add(ColumnGroup.FUTURE_COST_PART, parts.openings(), 1);
        columns.add(ColumnGroup.TAIL_LEVEL, 1, 1, level -> parts.isAverse());
        columns.add(ColumnGroup.TAIL_EXCESS, parts.openings(), 1, opening -> parts.isAverse());
    }

    private void placeRows(final Study study, final StageData data)
    {
        final HydroDetail hydro = data.hydro();
        rows.add(RowGroup.STORAGE_FIXING, hydros, 1);
        rows.add(RowGroup.LAG_FIXING, hydros * lags, 1);
        rows.add(RowGroup.INFLOW, hydros, 1);
        rows.add(RowGroup.WATER_BALANCE, hydros, balances);
        rows.add(RowGroup.LOAD_BALANCE, study.buses().size(), blocks);
        rows.add(RowGroup.HEAD_PLANE, firstPlane[hydros], blocks);
        rows.add(RowGroup.EVAPORATION, hydros, 1, evaporates(hydro));
        rows.add(RowGroup.MIN_OUTFLOW, hydros, blocks, h -> data.minOutflow()[h] > 0.0);
        rows.add(RowGroup.MAX_OUTFLOW, hydros, blocks, h -> Double.isFinite(data.maxOutflow()[h]));
        rows.add(RowGroup.MIN_TURBINED, hydros, blocks, h -> hydro.minTurbined()[h] > 0.0);
        rows.add(RowGroup.MIN_GENERATION, hydros, blocks, h -> hydro.minGeneration()[h] > 0.0);
        rows.add(RowGroup.GENERIC, data.generic().size(), 1);
        rows.add(RowGroup.MIN_STORAGE, hydros, balances, softMinimum(data));
        rows.add(RowGroup.FILLING_TARGET, hydros, 1, h -> data.reservoirs().fillingTarget()[h] > 0.0);
        rows.add(RowGroup.FUTURE_COST, 1, 1, whole -> parts.openings() > 0);
        rows.add(RowGroup.TAIL_EXCESS, parts.openings(), 1, opening -> parts.isAverse());
    }

    private int planes(final int hydro)
    {
        return firstPlane[hydro + 1] - firstPlane[hydro];
    }

    private static IntPredicate evaporates(final HydroDetail hydro)
    {
        return h -> !Double.isNaN(hydro.evaporationConstant()[h]);
    }

    private static IntPredicate softMinimum(final StageData data)
    {
        return h -> data.minStorage()[h] > 0.0 && !Double.isNaN(data.reservoirs().storageBelowCost()[h]);
    }

    /** A slack on one side, unless the sense of the row has no use for it. */
    private static boolean slack(final GenericRow row, final GenericRow.Sense without)
    {
        return !Double.isNaN(row.slackCost()) && row.sense() != without;
    }

    private static int[] starts(final int entities, final IntUnaryOperator count)
    {
        final int[] first = new int[entities + 1];
        for (int entity = 0; entity < entities; entity++)
        {
            first[entity + 1] = first[entity] + count.applyAsInt(entity);
        }
        return first;
    }

    /**
     * Number of columns.
     *
     * @return at least 1.
     */
    public int columns()
    {
        return columns.size();
    }

    /**
     * Number of template rows.
     *
     * @return rows before the first cut.
     */
    public int rows()
    {
        return rows.size();
    }

    /**
     * Load blocks of the stage.
     *
     * @return at least 1.
     */
    public int blocks()
    {
        return blocks;
    }

    /**
     * Water balances of a hydro: one by block where blocks follow each other, else one.
     *
     * @return at least 1.
     */
    public int balances()
    {
        return balances;
    }

    /**
     * Column of the storage with which a balance of the water begins.
     *
     * @param hydro   index.
     * @param balance from 0.
     * @return incoming storage or that at the end of the block before.
     */
    public int storageBefore(final int hydro, final int balance)
    {
        return 0 == balance ?
            column(ColumnGroup.INCOMING, hydro) : column(ColumnGroup.BLOCK_STORAGE, hydro, balance - 1);
    }

    /**
     * Column of the storage with which a balance of the water ends.
     *
     * @param hydro   index.
     * @param balance from 0.
     * @return storage at the end of the block or of the stage.
     */
    public int storageAfter(final int hydro, final int balance)
    {
        return balances - 1 == balance ?
            column(ColumnGroup.STORAGE, hydro) : column(ColumnGroup.BLOCK_STORAGE, hydro, balance);
    }

    /**
     * Number of hydros.
     *
     * @return may be 0.
     */
    public int hydros()
    {
        return hydros;
    }

    /**
     * Numbers by hydro in the memory of inflows: the lags first.
     *
     * @return 0 without autoregression.
     */
    public int lags()
    {
        return lags;
    }

    /**
     * Length of the state vector: storages, then the memory of inflows, lag-major.
     *
     * @return hydros times (1 + lags).
     */
    public int stateDimension()
    {
        return hydros * (1 + lags);
    }

    /**
     * What the future cost is put together from.
     *
     * @return its parts.
     */
    public FutureParts parts()
    {
        return parts;
    }

    /**
     * Column that a cut bounds.
     *
     * @param opening of the next stage, or {@link CutRows#WHOLE}.
     * @return the column.
     */
    int futureCost(final int opening)
    {
        return CutRows.WHOLE == opening ?
            column(ColumnGroup.FUTURE_COST, 0) : column(ColumnGroup.FUTURE_COST_PART, opening);
    }

    /** All columns in the unit of the future cost. */
    int[] futureCostColumns()
    {
        return IntStream.concat(
            IntStream.of(column(ColumnGroup.FUTURE_COST, 0)),
            IntStream.range(columns.start(ColumnGroup.FUTURE_COST_PART), columns.end(ColumnGroup.TAIL_EXCESS)))
            .toArray();
    }

    /** All template rows in the unit of the future cost. */
    int[] futureCostRows()
    {
        return IntStream.range(rows.start(RowGroup.FUTURE_COST), rows.end(RowGroup.TAIL_EXCESS)).toArray();
    }

    /**
     * Places of a family of columns.
     *
     * @return which columns belong together; for the LP itself.
     */
    GroupMap<ColumnGroup> columnGroups()
    {
        return columns;
    }

    /**
     * Places of a family of template rows.
     *
     * @return which rows belong together; for the LP itself.
     */
    GroupMap<RowGroup> rowGroups()
    {
        return rows;
    }

    /**
     * Column of a family that has one place by entity.
     *
     * @param group  the family.
     * @param entity index.
     * @return the column or {@link #NONE}.
     */
    public int column(final ColumnGroup group, final int entity)
    {
        return columns.at(group, entity, 0);
    }

    /**
     * Column of a family that has one place by entity and block.
     *
     * @param group  the family.
     * @param entity index.
     * @param block  from 0.
     * @return the column or {@link #NONE}.
     */
    public int column(final ColumnGroup group, final int entity, final int block)
    {
        return columns.at(group, entity, block);
    }

    /**
     * Column of a deficit segment.
     *
     * @param bus     index.
     * @param segment of this bus, from 0.
     * @param block   from 0.
     * @return the column.
     */
    public int deficit(final int bus, final int segment, final int block)
    {
        return columns.at(ColumnGroup.DEFICIT, firstSegment[bus] + segment, block);
    }

    /**
     * Row of a family that has one place by entity.
     *
     * @param group  the family.
     * @param entity index.
     * @return the row or {@link #NONE}.
     */
    public int row(final RowGroup group, final int entity)
    {
        return rows.at(group, entity, 0);
    }

    /**
     * Row of a family that has one place by entity and block.
     *
     * @param group  the family.
     * @param entity index.
     * @param block  from 0.
     * @return the row or {@link #NONE}.
     */
    public int row(final RowGroup group, final int entity, final int block)
    {
        return rows.at(group, entity, block);
    }
}
