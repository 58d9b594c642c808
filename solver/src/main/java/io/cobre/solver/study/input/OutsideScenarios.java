package io.cobre.solver.study.input;

import io.cobre.solver.study.EntityClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Scenarios and openings that come from files.
 *
 * @param values   scenario values by class, in the order of the files.
 * @param openings noise of openings in the order of the file.
 */
record OutsideScenarios(Map<EntityClass, List<Value>> values, List<Noise> openings)
{
    static final String OPENINGS = "scenarios/noise_openings.parquet";

    private static final Map<EntityClass, String> FILES = new EnumMap<>(Map.of(
        EntityClass.INFLOW, "scenarios/external_inflow_scenarios.parquet",
        EntityClass.LOAD, "scenarios/external_load_scenarios.parquet",
        EntityClass.NCS, "scenarios/external_ncs_scenarios.parquet"));
    private static final Map<EntityClass, String> VALUE_COLUMNS = new EnumMap<>(Map.of(
        EntityClass.INFLOW, "value_m3s", EntityClass.LOAD, "value_mw", EntityClass.NCS, "value"));

    /**
     * A value of a scenario.
     *
     * @param row        in the file.
     * @param stageId    stage.
     * @param scenarioId scenario.
     * @param entityId   hydro, bus or non-controllable source.
     * @param value      in the unit of the class.
     */
    record Value(int row, int stageId, int scenarioId, int entityId, double value)
    {
    }

    /**
     * A component of the noise of an opening.
     *
     * @param row     in the file.
     * @param stageId stage.
     * @param opening from 0.
     * @param entity  position in the noise vector.
     * @param value   standard normal.
     */
    record Noise(int row, int stageId, int opening, int entity, double value)
    {
    }

    static String file(final EntityClass entityClass)
    {
        return FILES.get(entityClass);
    }

    static String idColumn(final EntityClass entityClass)
    {
        switch (entityClass)
        {
            case INFLOW:
                return "hydro_id";
            case LOAD:
                return "bus_id";
            default:
                return "ncs_id";
        }
    }

    static OutsideScenarios read(final Problems problems, final Path folder)
    {
        final Map<EntityClass, List<Value>> values = new EnumMap<>(EntityClass.class);
        for (final EntityClass entityClass : EntityClass.values())
        {
            values.put(
                entityClass, values(TableReader.open(problems, folder, FILES.get(entityClass)), entityClass));
        }
        return new OutsideScenarios(values, openings(TableReader.open(problems, folder, OPENINGS)));
    }

    private static List<Value> values(final TableReader table, final EntityClass entityClass)
    {
        final int[] stageId = table.ints("stage_id");
        final int[] scenarioId = table.ints("scenario_id");
        final int[] entityId = table.ints(idColumn(entityClass));
        final double[] value = table.doubles(VALUE_COLUMNS.get(entityClass), Range.ANY);
        table.end();
        final List<Value> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new Value(row, stageId[row], scenarioId[row], entityId[row], value[row]));
        }
        return rows;
    }

    private static List<Noise> openings(final TableReader table)
    {
        final int[] stageId = table.ints("stage_id");
        final int[] opening = table.unsigned("opening_index");
        final int[] entity = table.unsigned("entity_index");
        final double[] value = table.doubles("value", Range.ANY);
        table.end();
        final List<Noise> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++)
        {
            rows.add(new Noise(row, stageId[row], opening[row], entity[row], value[row]));
        }
        return rows;
    }
}
