package io.cobre.solver.output;

import static io.cobre.solver.output.OutputColumn.code;
import static io.cobre.solver.output.OutputColumn.id;
import static io.cobre.solver.output.OutputColumn.number;
import static io.cobre.solver.output.OutputColumn.optionalId;

import io.cobre.solver.study.HydroDetail;
import io.cobre.solver.study.Stage;
import io.cobre.solver.study.StageData;
import io.cobre.solver.study.Study;
import java.util.Arrays;

/**
 * The table {@code training/dictionaries/bounds.parquet}: limits of the entities by stage. Limits that differ by block
 * have a row for each block; infinite ones have none.
 */
final class BoundsTable
{
    private static final int ALL_BLOCKS = -1;

    static final OutputTable<Limit> TABLE = OutputTable.of(
        "bounds",
        "limit of an entity in a stage",
        code("entity_type_code", "kind of entity", (row) -> row.entity.code()),
        id("entity_id", "entity", Limit::id),
        id("stage_id", "stage", Limit::stage),
        optionalId("block_id", "block from 0; missing for all blocks", Limit::block),
        code("bound_type_code", "kind of limit", (row) -> row.type.ordinal()),
        number("bound_value", "m3/s, hm3 or MW", "limit", Limit::value));

    private final OutputSheet<Limit> sheet = new OutputSheet<>(TABLE);
    private final Study study;

    private BoundsTable(final Study study)
    {
        this.study = study;
    }

    /** A row. */
    record Limit(EntityType entity, int id, int stage, int block, BoundType type, double value)
    {
    }

    static OutputSheet<Limit> sheet(final Study study)
    {
        final BoundsTable table = new BoundsTable(study);
        table.hydros();
        table.thermals();
        table.lines();
        table.trade();
        return table.sheet;
    }

    private void add(
        final EntityType entity,
        final int id,
        final Stage stage,
        final int block,
        final BoundType type,
        final double value)
    {
        if (Double.isFinite(value))
        {
            sheet.add(new Limit(entity, id, stage.id(), block, type, value));
        }
    }

    private void hydros()
    {
        for (int index = 0; index < study.hydros().size(); index++)
        {
            final int id = study.hydros().get(index).id();
            for (final Stage stage : study.stages())
            {
                final StageData data = study.data().get(stage.index());
                final HydroDetail detail = data.hydro();
                hydro(id, stage, BoundType.STORAGE_MIN, data.minStorage()[index]);
                hydro(id, stage, BoundType.STORAGE_MAX, data.maxStorage()[index]);
                hydro(id, stage, BoundType.TURBINED_MIN, detail.minTurbined()[index]);
                hydro(id, stage, BoundType.TURBINED_MAX, data.maxTurbined()[index]);
                hydro(id, stage, BoundType.OUTFLOW_MIN, data.minOutflow()[index]);
                hydro(id, stage, BoundType.OUTFLOW_MAX, data.maxOutflow()[index]);
                hydro(id, stage, BoundType.GENERATION_MIN, detail.minGeneration()[index]);
                hydro(id, stage, BoundType.GENERATION_MAX, data.maxGeneration()[index]);
            }
        }
    }

    private void hydro(final int id, final Stage stage, final BoundType type, final double value)
    {
        add(EntityType.HYDRO, id, stage, type, value);
    }

    private void thermals()
    {
        for (int index = 0; index < study.thermals().size(); index++)
        {
            final int id = study.thermals().get(index).id();
            for (final Stage stage : study.stages())
            {
                final StageData data = study.data().get(stage.index());
                blocks(EntityType.THERMAL, id, stage, BoundType.GENERATION_MIN, 1.0, data.thermalMin()[index]);
                blocks(EntityType.THERMAL, id, stage, BoundType.GENERATION_MAX, 1.0, data.thermalMax()[index]);
            }
        }
    }

    /** Flow against the direction of the line is negative. */
    private void lines()
    {
        for (int index = 0; index < study.lines().size(); index++)
        {
            final int id = study.lines().get(index).id();
            for (final Stage stage : study.stages())
            {
                final StageData data = study.data().get(stage.index());
                blocks(EntityType.LINE, id, stage, BoundType.FLOW_MIN, -1.0, data.lineReverse()[index]);
                blocks(EntityType.LINE, id, stage, BoundType.FLOW_MAX, 1.0, data.lineDirect()[index]);
            }
        }
    }

    private void trade()
    {
        for (final Stage stage : study.stages())
        {
            final StageData data = study.data().get(stage.index());
            for (int pump = 0; pump < study.pumps().size(); pump++)
            {
                final int id = study.pumps().get(pump).id();
                add(EntityType.PUMPING_STATION, id, stage, BoundType.FLOW_MIN, data.pumping().min()[pump]);
                add(EntityType.PUMPING_STATION, id, stage, BoundType.FLOW_MAX, data.pumping().max()[pump]);
            }
            for (int contract = 0; contract < study.contracts().size(); contract++)
            {
                final int id = study.contracts().get(contract).id();
                add(EntityType.CONTRACT, id, stage, BoundType.FLOW_MIN, data.contracts().min()[contract]);
                add(EntityType.CONTRACT, id, stage, BoundType.FLOW_MAX, data.contracts().max()[contract]);
            }
        }
    }

    private void add(
        final EntityType entity, final int id, final Stage stage, final BoundType type, final double value)
    {
        add(entity, id, stage, ALL_BLOCKS, type, value);
    }

    private void blocks(
        final EntityType entity,
        final int id,
        final Stage stage,
        final BoundType type,
        final double sign,
        final double[] values)
    {
        final boolean same = Arrays.stream(values).allMatch((value) -> value == values[0]);
        for (int block = 0; block < (same ? 1 : stage.blocks()); block++)
        {
            add(entity, id, stage, same ? ALL_BLOCKS : block, type, sign * values[block]);
        }
    }
}
