package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.List;
import java.util.Map;

/**
 * Contents of system/hydros.json.
 *
 * @param hydros as written.
 */
record HydrosFile(List<Entry> hydros)
{
    static final String NAME = "system/hydros.json";
    static final String CONSTANT = "constant_productivity";
    static final String LINEARIZED = "linearized_head";
    static final String FPHA = "fpha";

    /**
     * A hydro plant.
     *
     * @param id           identity.
     * @param name         for people.
     * @param busId        bus.
     * @param downstreamId plant that receives its water, or null.
     * @param minStorage   hm3.
     * @param maxStorage   hm3.
     * @param minOutflow   m3/s.
     * @param maxOutflow   m3/s, infinite if there is no limit.
     * @param generation   conversion of water to power.
     * @param penalties    own costs, or null.
     */
    record Entry(
        int id,
        String name,
        int busId,
        Integer downstreamId,
        double minStorage,
        double maxStorage,
        double minOutflow,
        double maxOutflow,
        Generation generation,
        HydroPenalties penalties) implements Identified
    {
    }

    /**
     * Conversion of water to power.
     *
     * @param model         name of the model.
     * @param productivity  MW per m3/s, NaN for fpha.
     * @param minTurbined   m3/s.
     * @param maxTurbined   m3/s.
     * @param minGeneration MW.
     * @param maxGeneration MW.
     */
    record Generation(
        String model,
        double productivity,
        double minTurbined,
        double maxTurbined,
        double minGeneration,
        double maxGeneration)
    {
    }

    static HydrosFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new HydrosFile(file.requiredList("hydros", ItemLabel.of("hydro"), HydrosFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
        object.integer("entry_stage_id").notBuilt("entry stages of hydros");
        object.integer("exit_stage_id").notBuilt("exit stages of hydros");
        object.any("evaporation").notBuilt("evaporation");
        object.any("diversion").notBuilt("water diversion");
        object.any("filling").notBuilt("filling of reservoirs");
        readHead(object);
        final double[] storage = object.requiredObject("reservoir", (limits) -> new double[]{
            limits.number("min_storage_hm3", Range.NOT_NEGATIVE).required(),
            limits.number("max_storage_hm3", Range.NOT_NEGATIVE).required()});
        final double[] outflow = object.requiredObject("outflow", (limits) -> new double[]{
            limits.number("min_outflow_m3s", Range.NOT_NEGATIVE).required(),
            limits.number("max_outflow_m3s", Range.NOT_NEGATIVE).orElse(Double.POSITIVE_INFINITY)});
        return new Entry(
            object.integer("id").required(),
            object.text("name").required(),
            object.integer("bus_id").required(),
            object.integer("downstream_id").orElse(null),
            storage[0],
            storage[1],
            outflow[0],
            outflow[1],
            object.requiredObject("generation", HydrosFile::generation),
            object.optionalObject("penalties", HydroPenalties::readEntity));
    }

    private static Generation generation(final JsonObject object)
    {
        final String model = object.word("model", CONSTANT, LINEARIZED, FPHA).required();
        final Generation generation = new Generation(
            model,
            object.number("productivity_mw_per_m3s", Range.NOT_NEGATIVE).orElse(Double.NaN),
            object.number("min_turbined_m3s", Range.NOT_NEGATIVE).required(),
            object.number("max_turbined_m3s", Range.NOT_NEGATIVE).required(),
            object.number("min_generation_mw", Range.NOT_NEGATIVE).required(),
            object.number("max_generation_mw", Range.NOT_NEGATIVE).required());
        if (FPHA.equals(model))
        {
            object.problems().notBuilt(object.place("model"), model, "head-dependent production (fpha)");
        }
        else if (!object.given("productivity_mw_per_m3s"))
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "productivity_mw_per_m3s",
                "is missing: the model " + model + " needs it",
                "add \"productivity_mw_per_m3s\"");
        }
        if (generation.minTurbined > 0)
        {
            object.problems().notBuilt(
                object.place("min_turbined_m3s"), generation.minTurbined, "a minimum turbined flow");
        }
        if (generation.minGeneration > 0)
        {
            object.problems().notBuilt(
                object.place("min_generation_mw"), generation.minGeneration, "a minimum generation of hydros");
        }
        return generation;
    }

    /**
     * Tailrace, losses and efficiency matter to the fitting of a head-dependent model only.
     */
    private static void readHead(final JsonObject object)
    {
        object.optionalObject("tailrace", (tailrace) -> tailrace.variant("type", Map.of(
            "polynomial", (form) -> form.numbers("coefficients", Range.ANY).required(),
            "piecewise", (form) -> form.requiredList("points", ItemLabel.POSITION, (point) -> new double[]{
                point.number("outflow_m3s", Range.NOT_NEGATIVE).required(),
                point.number("height_m").required()}))));
        object.optionalObject("hydraulic_losses", (losses) -> losses.variant("type", Map.of(
            "factor", (form) -> form.number("value", Range.FRACTION).required(),
            "constant", (form) -> form.number("value_m", Range.NOT_NEGATIVE).required())));
        object.optionalObject("efficiency", (efficiency) -> efficiency.variant("type", Map.of(
            "constant", (form) -> form.number("value", new Range(0, true, 1, false)).required())));
    }
}
