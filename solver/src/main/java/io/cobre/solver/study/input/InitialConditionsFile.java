package io.cobre.solver.study.input;

import java.util.List;

/**
 * Contents of initial_conditions.json.
 *
 * @param storage as written.
 */
record InitialConditionsFile(List<Storage> storage)
{
    static final String NAME = "initial_conditions.json";

    /**
     * Water in a reservoir.
     *
     * @param hydroId plant.
     * @param value   hm3.
     */
    record Storage(int hydroId, double value)
    {
    }

    static InitialConditionsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        final ItemLabel label = new ItemLabel("hydro", "hydro_id");
        final List<Storage> filling = file.requiredList("filling_storage", label, InitialConditionsFile::storage);
        if (!filling.isEmpty())
        {
            file.problems().notBuilt(file.place("filling_storage"), null, "filling of reservoirs");
        }
        notBuiltIfAny(file, "past_inflows", "autoregressive inflows");
        notBuiltIfAny(file, "recent_observations", "autoregressive inflows");
        return new InitialConditionsFile(file.requiredList("storage", label, InitialConditionsFile::storage));
    }

    private static void notBuiltIfAny(final JsonObject file, final String key, final String feature)
    {
        final Object value = file.any(key).orElse(null);
        if (value != null && !List.of().equals(value))
        {
            file.problems().notBuilt(file.place(key), null, feature);
        }
    }

    private static Storage storage(final JsonObject object)
    {
        return new Storage(
            object.integer("hydro_id").required(), object.number("value_hm3", Range.NOT_NEGATIVE).required());
    }
}
