package io.cobre.solver.study.input;

import java.util.List;
import java.util.Map;

/**
 * Contents of system/hydro_production_models.json.
 *
 * @param models as written.
 */
record ProductionModelsFile(List<Entry> models)
{
    static final String NAME = "system/hydro_production_models.json";

    private static final String COMPUTED = "computed";

    /**
     * Production models of a plant. Ranges of stages and seasons exclude each other.
     *
     * @param hydroId  plant.
     * @param ranges   choices by range of stages; the first match counts.
     * @param seasons  choices by season.
     * @param fallback model of seasons without a choice, or null.
     */
    record Entry(int hydroId, List<StageRange> ranges, List<SeasonChoice> seasons, String fallback)
    {
        /**
         * The choice for a stage.
         *
         * @param stageId  id of the stage.
         * @param seasonId its season, or -1.
         * @return null if nothing is said about it.
         */
        Choice choice(final int stageId, final int seasonId)
        {
            for (final StageRange range : ranges)
            {
                if (range.first <= stageId && stageId <= range.last)
                {
                    return range.choice;
                }
            }
            for (final SeasonChoice season : seasons)
            {
                if (season.seasonId == seasonId)
                {
                    return season.choice;
                }
            }
            return fallback == null ? null : new Choice(fallback, null, Double.NaN);
        }
    }

    /**
     * A model for some stages.
     *
     * @param model        name of the model.
     * @param fitting      settings of fpha, or null.
     * @param productivity MW per m3/s, NaN for that of the plant.
     */
    record Choice(String model, Fitting fitting, double productivity)
    {
    }

    /**
     * A choice for a range of stages.
     *
     * @param first  id.
     * @param last   id, inclusive.
     * @param choice what holds there.
     */
    record StageRange(int first, int last, Choice choice)
    {
    }

    /**
     * A choice for a season.
     *
     * @param seasonId season.
     * @param choice   what holds there.
     */
    record SeasonChoice(int seasonId, Choice choice)
    {
    }

    /**
     * How hyperplanes come about.
     *
     * @param computed       fitted from geometry instead of read.
     * @param volumePoints   grid points of storage.
     * @param turbinePoints  grid points of turbined flow.
     * @param spillagePoints grid points of spilled flow.
     * @param maxPlanes      largest number of planes.
     * @param window         range of storage, or null for that of the geometry.
     */
    record Fitting(
        boolean computed, int volumePoints, int turbinePoints, int spillagePoints, int maxPlanes, Window window)
    {
        static final Fitting PRECOMPUTED = new Fitting(false, 5, 5, 5, 10, null);
    }

    /**
     * Range of storage in which planes are fitted: absolute, or as a share of the range of the reservoir.
     *
     * @param min        hm3, NaN if not given.
     * @param max        hm3, NaN if not given.
     * @param minPercent in [0, 1], NaN if not given.
     * @param maxPercent in [0, 1], NaN if not given.
     */
    record Window(double min, double max, double minPercent, double maxPercent)
    {
    }

    static ProductionModelsFile none()
    {
        return new ProductionModelsFile(List.of());
    }

    static ProductionModelsFile read(final JsonObject file)
    {
        file.text("$schema").ignored();
        return new ProductionModelsFile(file.requiredList(
            "production_models", new ItemLabel("hydro", "hydro_id"), ProductionModelsFile::entry)
            .stream().filter((entry) -> entry != null).toList());
    }

    private static Entry entry(final JsonObject object)
    {
        final int hydroId = object.integer("hydro_id").required();
        return object.variant("selection_mode", Map.of(
            "stage_ranges", (form) -> new Entry(
                hydroId,
                form.requiredList("stage_ranges", ItemLabel.POSITION, (range) -> new StageRange(
                    range.integer("start_stage_id").required(),
                    range.integer("end_stage_id").orElse(Integer.MAX_VALUE),
                    choice(range))),
                List.of(),
                null),
            "seasonal", (form) -> new Entry(
                hydroId,
                List.of(),
                form.requiredList("seasons", new ItemLabel("season", "season_id"), (season) -> new SeasonChoice(
                    season.integer("season_id").required(), choice(season))),
                model(form, "default_model"))));
    }

    private static Choice choice(final JsonObject object)
    {
        return new Choice(
            model(object, "model"),
            object.optionalObject("fpha_config", ProductionModelsFile::fitting),
            object.number("productivity_override", Range.NOT_NEGATIVE).orElse(Double.NaN));
    }

    private static String model(final JsonObject object, final String key)
    {
        return object.word(key, HydrosFile.CONSTANT, HydrosFile.LINEARIZED, HydrosFile.FPHA).required();
    }

    private static Fitting fitting(final JsonObject object)
    {
        final Range points = Range.between(2, 1000);
        return new Fitting(
            COMPUTED.equals(object.word("source", COMPUTED, "precomputed").required()),
            object.integer("volume_discretization_points", points).orElse(5),
            object.integer("turbine_discretization_points", points).orElse(5),
            object.integer("spillage_discretization_points", Range.between(1, 1000)).orElse(5),
            object.integer("max_planes_per_hydro", Range.atLeast(1)).orElse(10),
            object.optionalObject("fitting_window", (window) -> new Window(
                window.number("volume_min_hm3", Range.NOT_NEGATIVE).orElse(Double.NaN),
                window.number("volume_max_hm3", Range.NOT_NEGATIVE).orElse(Double.NaN),
                window.number("volume_min_percentile", Range.FRACTION).orElse(Double.NaN),
                window.number("volume_max_percentile", Range.FRACTION).orElse(Double.NaN))));
    }
}
