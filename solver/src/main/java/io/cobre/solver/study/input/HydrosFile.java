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

    private static final int MONTHS = 12;

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
     * @param evaporation  loss from the surface, or null.
     * @param diversion    way to another plant, or null.
     * @param head         for the fitting of head-dependent production.
     * @param penalties    own costs, or null.
     * @param life         stages in which the plant works.
     * @param filling      how the reservoir fills before that, or null.
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
        Evaporation evaporation,
        Diversion diversion,
        Head head,
        HydroPenalties penalties,
        Life life,
        Filling filling) implements Identified
    {
    }

    /**
     * The time in which a reservoir fills.
     *
     * @param startStageId first stage of it; the last one is before the plant enters.
     * @param inflow       m3/s that are to stay in the reservoir.
     */
    record Filling(int startStageId, double inflow)
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

    /**
     * Evaporation by month.
     *
     * @param coefficients     mm, January first.
     * @param referenceVolumes hm3, January first; null for the middle of the storage limits.
     */
    record Evaporation(double[] coefficients, double[] referenceVolumes)
    {
    }

    /**
     * A way by which water leaves for another plant.
     *
     * @param downstreamId plant.
     * @param maxFlow      m3/s.
     */
    record Diversion(int downstreamId, double maxFlow)
    {
    }

    /**
     * What makes the net head of the water level, and power of it.
     *
     * @param polynomial     tailrace height by ascending powers of the outflow, or null.
     * @param points         outflow and height of the tailrace, or null.
     * @param lossFactor     share of the gross head.
     * @param lossConstant   m.
     * @param efficiency     in (0, 1].
     */
    record Head(
        double[] polynomial, List<double[]> points, double lossFactor, double lossConstant, double efficiency)
    {
    }

    private record Losses(double factor, double constant)
    {
    }

    private record Tailrace(double[] polynomial, List<double[]> points)
    {
    }

    static HydrosFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new HydrosFile(file.requiredList("hydros", ItemLabel.of("hydro"), HydrosFile::entry));
    }

    private static Entry entry(final JsonObject object)
    {
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
            object.optionalObject("evaporation", HydrosFile::evaporation),
            object.optionalObject("diversion", (way) -> new Diversion(
                way.integer("downstream_id").required(),
                way.number("max_flow_m3s", Range.NOT_NEGATIVE).required())),
            head(object),
            object.optionalObject("penalties", HydroPenalties::readEntity),
            Life.read(object),
            object.optionalObject("filling", (filling) -> new Filling(
                filling.integer("start_stage_id").required(),
                filling.number("filling_inflow_m3s", Range.NOT_NEGATIVE).orElse(0.0))));
    }

    private static Evaporation evaporation(final JsonObject object)
    {
        final Evaporation evaporation = new Evaporation(
            object.numbers("coefficients_mm", Range.ANY).required(),
            object.numbers("reference_volumes_hm3", Range.NOT_NEGATIVE).orElse(null));
        if (object.given("coefficients_mm") && evaporation.coefficients.length != MONTHS)
        {
            object.error(SolverErrorKind.SCHEMA_VIOLATION, "coefficients_mm", "must have 12 values",
                "give one for each month");
        }
        if (evaporation.referenceVolumes != null && evaporation.referenceVolumes.length != MONTHS)
        {
            object.error(SolverErrorKind.SCHEMA_VIOLATION, "reference_volumes_hm3", "must have 12 values",
                "give one for each month");
        }
        return evaporation;
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
        if (!FPHA.equals(model) && !object.given("productivity_mw_per_m3s"))
        {
            object.error(
                SolverErrorKind.SCHEMA_VIOLATION,
                "productivity_mw_per_m3s",
                "is missing: the model " + model + " needs it",
                "add \"productivity_mw_per_m3s\"");
        }
        return generation;
    }

    private static Head head(final JsonObject object)
    {
        final Tailrace tailrace = object.optionalObject("tailrace", (form) -> form.variant("type", Map.of(
            "polynomial", (shape) -> new Tailrace(shape.numbers("coefficients", Range.ANY).required(), null),
            "piecewise", (shape) -> new Tailrace(null, points(shape)))));
        final Losses losses = object.optionalObject("hydraulic_losses", (form) -> form.variant("type", Map.of(
            "factor", (law) -> new Losses(law.number("value", Range.FRACTION).required(), 0.0),
            "constant", (law) -> new Losses(0.0, law.number("value_m", Range.NOT_NEGATIVE).required()))));
        final Double efficiency = object.optionalObject("efficiency", (form) -> form.variant("type", Map.of(
            "constant", (law) -> law.number("value", new Range(0, true, 1, false)).required())));
        return new Head(
            tailrace == null ? null : tailrace.polynomial,
            tailrace == null ? null : tailrace.points,
            losses == null ? 0.0 : losses.factor,
            losses == null ? 0.0 : losses.constant,
            efficiency == null ? 1.0 : efficiency);
    }

    private static List<double[]> points(final JsonObject object)
    {
        final List<double[]> points = object.requiredList("points", ItemLabel.POSITION, (point) -> new double[]{
            point.number("outflow_m3s", Range.NOT_NEGATIVE).required(), point.number("height_m").required()});
        for (int i = 1; i < points.size(); i++)
        {
            if (!(points.get(i)[0] > points.get(i - 1)[0]))
            {
                object.error(
                    SolverErrorKind.PHYSICAL_CONSTRAINT, "points", "must have increasing outflows", "sort the points");
                break;
            }
        }
        object.notEmpty("points", points, "has no point", "add points");
        return points;
    }
}
