package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.time.LocalDate;
import java.util.List;

/**
 * Contents of initial_conditions.json.
 *
 * @param storage as written.
 * @param filling storage of the reservoirs that fill, as written.
 * @param past    inflows before the study as written.
 * @param recent  inflows within the period of the first stage as written.
 */
record InitialConditionsFile(List<Storage> storage, List<Storage> filling, List<Past> past, List<Recent> recent)
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

    /**
     * Inflows before the study.
     *
     * @param hydroId   plant.
     * @param values    m3/s, most recent first.
     * @param seasonIds season of each value, or null.
     */
    record Past(int hydroId, double[] values, int[] seasonIds)
    {
    }

    /**
     * An observed inflow.
     *
     * @param hydroId   plant.
     * @param startDate first day.
     * @param endDate   day after the last one.
     * @param value     m3/s.
     */
    record Recent(int hydroId, LocalDate startDate, LocalDate endDate, double value)
    {
    }

    static InitialConditionsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        final ItemLabel label = new ItemLabel("hydro", "hydro_id");
        return new InitialConditionsFile(
            file.requiredList("storage", label, InitialConditionsFile::storage),
            file.requiredList("filling_storage", label, InitialConditionsFile::storage),
            file.optionalList("past_inflows", label, InitialConditionsFile::past),
            file.optionalList("recent_observations", label, (object) -> new Recent(
                object.integer("hydro_id").required(),
                object.date("start_date").required(),
                object.date("end_date").required(),
                object.number("value_m3s", Range.NOT_NEGATIVE).required())));
    }

    private static Past past(final JsonObject object)
    {
        final Past past = new Past(
            object.integer("hydro_id").required(),
            object.numbers("values_m3s", Range.NOT_NEGATIVE).required(),
            object.integers("season_ids").orElse(null));
        if (past.seasonIds != null && past.seasonIds.length != past.values.length)
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "season_ids",
                "has " + past.seasonIds.length + " values for " + past.values.length + " inflows",
                "give one season for each value");
        }
        return past;
    }

    private static Storage storage(final JsonObject object)
    {
        return new Storage(
            object.integer("hydro_id").required(), object.number("value_hm3", Range.NOT_NEGATIVE).required());
    }
}
