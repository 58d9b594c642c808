package io.cobre.solver.study.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table of values by entity and stage, in some tables also by block, each of which may be missing.
 *
 * @param place    of the file.
 * @param idColumn name of the column of the entities.
 * @param entityId by row.
 * @param stageId  by row.
 * @param blockId  by row; {@link #ALL_BLOCKS} where a row is for all blocks.
 * @param values   by column and row; NaN where missing.
 */
record StageTable(
    Place place, String idColumn, int[] entityId, int[] stageId, int[] blockId, Map<String, double[]> values)
{
    /** Block id of rows that are for all blocks. */
    static final int ALL_BLOCKS = -1;

    static final String THERMAL = "constraints/thermal_bounds.parquet";
    static final String HYDRO = "constraints/hydro_bounds.parquet";
    static final String LINE = "constraints/line_bounds.parquet";
    static final String SOURCE = "constraints/ncs_bounds.parquet";
    static final String CONTRACT = "constraints/contract_bounds.parquet";
    static final String PUMPING = "constraints/pumping_bounds.parquet";
    static final String BUS_COSTS = "constraints/penalty_overrides_bus.parquet";
    static final String LINE_COSTS = "constraints/penalty_overrides_line.parquet";
    static final String HYDRO_COSTS = "constraints/penalty_overrides_hydro.parquet";
    static final String SOURCE_COSTS = "constraints/penalty_overrides_ncs.parquet";

    static final String MIN_GENERATION = "min_generation_mw";
    static final String MAX_GENERATION = "max_generation_mw";
    static final String COST = "cost_per_mwh";
    static final String MIN_TURBINED = "min_turbined_m3s";
    static final String MAX_TURBINED = "max_turbined_m3s";
    static final String MIN_STORAGE = "min_storage_hm3";
    static final String MAX_STORAGE = "max_storage_hm3";
    static final String MIN_OUTFLOW = "min_outflow_m3s";
    static final String MAX_OUTFLOW = "max_outflow_m3s";
    static final String MAX_DIVERSION = "max_diversion_m3s";
    static final String FILLING = "filling_inflow_m3s";
    static final String WITHDRAWAL = "water_withdrawal_m3s";
    static final String DIRECT = "direct_mw";
    static final String REVERSE = "reverse_mw";
    static final String MIN_POWER = "min_mw";
    static final String MAX_POWER = "max_mw";
    static final String PRICE = "price_per_mwh";
    static final String MIN_FLOW = "min_m3s";
    static final String MAX_FLOW = "max_m3s";
    static final String AVAILABLE = "available_generation_mw";
    static final String EXCESS_COST = "excess_cost";
    static final String EXCHANGE_COST = "exchange_cost";
    static final String CURTAILMENT_COST = "curtailment_cost";

    static StageTable thermals(final Problems problems, final Path folder)
    {
        final TableReader table = TableReader.open(problems, folder, THERMAL);
        final int[] blocks = table.intsOr("block_id", ALL_BLOCKS);
        return read(table, blocks, "thermal_id", Range.NOT_NEGATIVE, MIN_GENERATION, MAX_GENERATION, COST);
    }

    static StageTable hydros(final Problems problems, final Path folder)
    {
        return read(
            TableReader.open(problems, folder, HYDRO),
            "hydro_id",
            Range.NOT_NEGATIVE,
            MIN_TURBINED,
            MAX_TURBINED,
            MIN_STORAGE,
            MAX_STORAGE,
            MIN_OUTFLOW,
            MAX_OUTFLOW,
            MIN_GENERATION,
            MAX_GENERATION,
            MAX_DIVERSION,
            FILLING,
            WITHDRAWAL);
    }

    static StageTable lines(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, LINE), "line_id", Range.NOT_NEGATIVE, DIRECT, REVERSE);
    }

    static StageTable sources(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, SOURCE), "ncs_id", Range.NOT_NEGATIVE, AVAILABLE);
    }

    static StageTable contracts(final Problems problems, final Path folder)
    {
        final TableReader table = TableReader.open(problems, folder, CONTRACT);
        final double[] price = table.doublesOrNaN(PRICE, Range.ANY);
        final StageTable limits = read(table, "contract_id", Range.NOT_NEGATIVE, MIN_POWER, MAX_POWER);
        limits.values().put(PRICE, limits.rows() == 0 ? new double[0] : price);
        return limits;
    }

    static StageTable pumping(final Problems problems, final Path folder)
    {
        return read(
            TableReader.open(problems, folder, PUMPING), "station_id", Range.NOT_NEGATIVE, MIN_FLOW, MAX_FLOW);
    }

    static StageTable busCosts(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, BUS_COSTS), "bus_id", Range.POSITIVE, EXCESS_COST);
    }

    static StageTable lineCosts(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, LINE_COSTS), "line_id", Range.POSITIVE, EXCHANGE_COST);
    }

    static StageTable hydroCosts(final Problems problems, final Path folder)
    {
        return read(
            TableReader.open(problems, folder, HYDRO_COSTS), "hydro_id", Range.NOT_NEGATIVE, HydroPenalties.names());
    }

    static StageTable sourceCosts(final Problems problems, final Path folder)
    {
        return read(TableReader.open(problems, folder, SOURCE_COSTS), "source_id", Range.POSITIVE, CURTAILMENT_COST);
    }

    int rows()
    {
        return entityId.length;
    }

    /**
     * Replace values by those of a stage.
     *
     * @param stage  id.
     * @param column name of the column.
     * @param ids    registry of the entities.
     * @param target by entity index.
     */
    void apply(final int stage, final String column, final Ids<?> ids, final double[] target)
    {
        final double[] source = values.get(column);
        for (int row = 0; row < entityId.length; row++)
        {
            if (stageId[row] == stage && !Double.isNaN(source[row]))
            {
                target[ids.index(entityId[row])] = source[row];
            }
        }
    }

    /**
     * Replace values by those of a stage: rows for all blocks first, then rows for one.
     *
     * @param stage  id.
     * @param column name of the column.
     * @param ids    registry of the entities.
     * @param target by entity index and block.
     */
    void applyByBlock(final int stage, final String column, final Ids<?> ids, final double[][] target)
    {
        final double[] source = values.get(column);
        for (int row = 0; row < entityId.length; row++)
        {
            if (stageId[row] == stage && blockId[row] == ALL_BLOCKS && !Double.isNaN(source[row]))
            {
                Arrays.fill(target[ids.index(entityId[row])], source[row]);
            }
        }
        for (int row = 0; row < entityId.length; row++)
        {
            if (stageId[row] == stage && blockId[row] != ALL_BLOCKS && !Double.isNaN(source[row]))
            {
                target[ids.index(entityId[row])][blockId[row]] = source[row];
            }
        }
    }

    /**
     * A value as it holds where a row applies.
     *
     * @param column name of the column.
     * @param row    of the table.
     * @param base   value of the entity.
     * @return the value of the row, else that of the row for all blocks, else the base.
     */
    double effective(final String column, final int row, final double base)
    {
        final double[] source = values.get(column);
        double value = source[row];
        for (int other = 0; other < entityId.length && Double.isNaN(value) && blockId[row] != ALL_BLOCKS; other++)
        {
            if (blockId[other] == ALL_BLOCKS && entityId[other] == entityId[row] && stageId[other] == stageId[row])
            {
                value = source[other];
            }
        }
        return StudyAssembler.or(value, base);
    }

    private static StageTable read(
        final TableReader table, final String idColumn, final Range range, final String... columns)
    {
        final int[] all = new int[table.rows()];
        Arrays.fill(all, ALL_BLOCKS);
        return read(table, all, idColumn, range, columns);
    }

    private static StageTable read(
        final TableReader table,
        final int[] blockId,
        final String idColumn,
        final Range range,
        final String... columns)
    {
        final int[] entityId = table.ints(idColumn);
        final int[] stageId = table.ints("stage_id");
        final Map<String, double[]> values = new LinkedHashMap<>();
        for (final String column : columns)
        {
            values.put(column, table.doublesOrNaN(column, range));
        }
        table.end();
        if (table.rows() == 0)
        {
            values.replaceAll((name, column) -> new double[0]);
            return new StageTable(table.place(), idColumn, new int[0], new int[0], new int[0], values);
        }
        return new StageTable(table.place(), idColumn, entityId, stageId, blockId, values);
    }
}
