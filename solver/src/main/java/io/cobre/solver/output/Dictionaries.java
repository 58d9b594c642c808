package io.cobre.solver.output;

import io.cobre.solver.files.JsonText;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes {@code training/dictionaries}, which says what the tables mean: codes, entities, columns with their units,
 * limits of the entities, and the order of the state variables in cuts.
 */
final class Dictionaries
{
    private static final String FOLDER = "training/dictionaries/";
    private static final String VERSION = "1.0";

    private Dictionaries()
    {
    }

    static void write(final OutputFolder folder, final Study study)
    {
        folder.text(FOLDER + "codes.json", JsonText.page(codes()));
        folder.text(FOLDER + "entities.csv", entities(study));
        folder.text(FOLDER + "variables.csv", variables(study));
        folder.text(
            FOLDER + "state_dictionary.json", JsonText.page(states(study, StochasticModel.of(study))));
        folder.add(FOLDER + BoundsTable.TABLE.name() + ".parquet", BoundsTable.sheet(study)::write);
    }

    private static Map<String, Object> codes()
    {
        final Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("version", VERSION);
        final Map<String, Object> states = new LinkedHashMap<>();
        for (final OperativeState state : OperativeState.values())
        {
            states.put(Integer.toString(state.code()), word(state));
        }
        codes.put("operative_state", states);
        final Map<String, Object> bindings = new LinkedHashMap<>();
        for (final StorageBinding binding : StorageBinding.values())
        {
            bindings.put(Integer.toString(binding.code()), word(binding));
        }
        codes.put("storage_binding", bindings);
        final Map<String, Object> types = new LinkedHashMap<>();
        for (final EntityType type : EntityType.values())
        {
            types.put(Integer.toString(type.code()), word(type));
        }
        codes.put("entity_type", types);
        final Map<String, Object> bounds = new LinkedHashMap<>();
        for (final BoundType type : BoundType.values())
        {
            bounds.put(Integer.toString(type.ordinal()), word(type));
        }
        codes.put("bound_type", bounds);
        return codes;
    }

    private static String word(final Enum<?> constant)
    {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String entities(final Study study)
    {
        final StringBuilder text = new StringBuilder("entity_type_code,entity_id,name,bus_id,system_id\n");
        study.hydros().forEach((hydro) ->
            entity(text, EntityType.HYDRO, hydro.id(), hydro.name(), study.buses().get(hydro.bus()).id()));
        study.thermals().forEach((thermal) ->
            entity(text, EntityType.THERMAL, thermal.id(), thermal.name(), study.buses().get(thermal.bus()).id()));
        study.buses().forEach((bus) -> entity(text, EntityType.BUS, bus.id(), bus.name(), bus.id()));
        study.lines().forEach((line) -> entity(text, EntityType.LINE, line.id(), line.name(), -1));
        study.pumps().forEach((pump) -> entity(
            text, EntityType.PUMPING_STATION, pump.id(), pump.name(), study.buses().get(pump.bus()).id()));
        study.contracts().forEach((contract) -> entity(
            text, EntityType.CONTRACT, contract.id(), contract.name(), study.buses().get(contract.bus()).id()));
        study.sources().forEach((source) -> entity(
            text, EntityType.NON_CONTROLLABLE, source.id(), source.name(), study.buses().get(source.bus()).id()));
        return text.toString();
    }

    private static void entity(
        final StringBuilder text, final EntityType type, final int id, final String name, final int bus)
    {
        text.append(type.code()).append(',').append(id).append(',').append(quoted(name)).append(',')
            .append(bus).append(",0\n");
    }

    private static String variables(final Study study)
    {
        final StringBuilder text = new StringBuilder("file,column,type,unit,description,nullable\n");
        EntityTable.all(1).forEach((table) -> variables(text, "simulation/", table.table()));
        TrainingOutput.tables(study).forEach((table) -> variables(text, "training/", table));
        variables(text, FOLDER, BoundsTable.TABLE);
        return text.toString();
    }

    private static void variables(final StringBuilder text, final String folder, final OutputTable<?> table)
    {
        for (final OutputColumn<?> column : table.columns())
        {
            text.append(folder).append(table.name()).append(',').append(column.name()).append(',')
                .append(type(column)).append(',').append(quoted(column.unit())).append(',')
                .append(quoted(column.meaning())).append(',').append(column.nullable()).append('\n');
        }
    }

    private static String type(final OutputColumn<?> column)
    {
        return switch (column.type())
        {
            case INT8 -> "i8";
            case INT32 -> "i32";
            case UINT32 -> "u32";
            case INT64 -> "i64";
            case DOUBLE -> "f64";
            case BOOLEAN -> "bool";
            case STRING -> "str";
            default -> throw new IllegalStateException(column.name() + " has the type " + column.type());
        };
    }

    private static String quoted(final String text)
    {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 ? text :
            '"' + text.replace("\"", "\"\"") + '"';
    }

    /** State variables in the order of the coefficients of cuts. */
    private static Map<String, Object> states(final Study study, final StochasticModel stochastic)
    {
        final List<Map<String, Object>> variables = new ArrayList<>();
        study.hydros().forEach((hydro) -> variables.add(state("storage", hydro.id(), -1, "hm3")));
        for (int slot = 0; slot < stochastic.lags().slots(); slot++)
        {
            final boolean lag = slot < stochastic.inflow().lags();
            for (final var hydro : study.hydros())
            {
                variables.add(state(lag ? "inflow_lag" : "inflow_sum", hydro.id(), slot, "m3/s"));
            }
        }
        final Map<String, Object> dictionary = new LinkedHashMap<>();
        dictionary.put("version", VERSION);
        dictionary.put("state_variables", variables);
        return dictionary;
    }

    private static Map<String, Object> state(
        final String type, final int hydro, final int index, final String unit)
    {
        final Map<String, Object> state = new LinkedHashMap<>();
        state.put("type", type);
        state.put("entity_type", "hydro");
        state.put("entity_id", hydro);
        if (index >= 0)
        {
            state.put("lag_index", index);
        }
        state.put("unit", unit);
        return state;
    }
}
