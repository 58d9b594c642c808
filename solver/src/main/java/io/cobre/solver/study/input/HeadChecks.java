package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.hydro.PlaneFit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reservoir shapes, production models and evaporation.
 */
final class HeadChecks extends Checker
{
    private static final int MONTHS = 12;

    /** Share of the greatest generation by which fitted hyperplanes may miss it without a warning. */
    private static final double GOOD_FIT = 0.05;

    private final Map<Integer, ProductionModelsFile.Entry> models = new HashMap<>();
    private final Set<Fitted> fitted = new HashSet<>();

    /** A fit that several stages share. */
    private record Fitted(int hydroId, ProductionModelsFile.Fitting fitting)
    {
    }

    HeadChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        files.system().head().geometry().forEach(this::checkGeometry);
        files.system().head().planes().forEach(this::checkPlane);
        files.system().production().models().forEach(this::checkModel);
        for (final HydrosFile.Entry hydro : index.hydros().sorted())
        {
            for (final StagesFile.Entry stage : index.stages().sorted())
            {
                checkProduction(hydro, stage);
            }
            if (hydro.evaporation() != null)
            {
                checkEvaporation(hydro);
            }
        }
    }

    private void checkGeometry(final int hydroId, final List<HeadTables.Point> points)
    {
        final Place file = Place.file(HeadTables.GEOMETRY);
        index.hydros().resolve(
            hydroId, file.entity("row " + points.get(0).row()).field("hydro_id"), problems);
        for (int i = 1; i < points.size(); i++)
        {
            final HeadTables.Point before = points.get(i - 1);
            final HeadTables.Point point = points.get(i);
            final Place place = file.entity("row " + point.row());
            if (point.volume() <= before.volume())
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("volume_hm3"),
                    point.volume(),
                    "= " + point.volume() + " occurs twice for hydro " + hydroId,
                    "give every volume once");
            }
            checkOrder(place, "height_m of the volume before", before.height(), "height_m", point.height());
            checkOrder(place, "area_km2 of the volume before", before.area(), "area_km2", point.area());
        }
    }

    private void checkPlane(final HeadTables.Plane plane)
    {
        final Place place = Place.file(HeadTables.PLANES).entity("row " + plane.row());
        index.hydros().resolve(plane.hydroId(), place.field("hydro_id"), problems);
        if (plane.stageId() != HeadTables.ALL_STAGES)
        {
            checkStage(place, plane.stageId());
        }
    }

    private void checkModel(final ProductionModelsFile.Entry entry)
    {
        final Place place = Place.file(ProductionModelsFile.NAME).entity("hydro " + entry.hydroId());
        index.hydros().resolve(entry.hydroId(), place.field("hydro_id"), problems);
        if (models.put(entry.hydroId(), entry) != null)
        {
            problems.error(
                SolverErrorKind.DUPLICATE_ID,
                place.field("hydro_id"),
                entry.hydroId(),
                "= " + entry.hydroId() + " occurs twice",
                "keep one of them");
        }
        for (final ProductionModelsFile.StageRange range : entry.ranges())
        {
            checkOrder(place, "start_stage_id", range.first(), "end_stage_id", range.last());
        }
        final Set<List<Integer>> seen = new HashSet<>();
        for (final ProductionModelsFile.SeasonChoice season : entry.seasons())
        {
            checkOnce(seen, place, "season_id", season.seasonId());
        }
    }

    private void checkProduction(final HydrosFile.Entry hydro, final StagesFile.Entry stage)
    {
        final ProductionModelsFile.Entry entry = models.get(hydro.id());
        final ProductionModelsFile.Choice choice =
            entry == null ? null : entry.choice(stage.id(), stage.seasonId());
        final Place place = Place.file(HydrosFile.NAME).entity("hydro " + hydro.id());
        if (!HydroAssembler.isFpha(choice))
        {
            final double productivity = choice == null ? Double.NaN : choice.productivity();
            if (Double.isNaN(StudyAssembler.or(productivity, hydro.generation().productivity())))
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    place.field("generation.model"),
                    hydro.generation().model(),
                    "has no production model in stage " + stage.id(),
                    "cover the stage in " + ProductionModelsFile.NAME + ", or give productivity_mw_per_m3s");
            }
        }
        else if (choice.fitting() != null && choice.fitting().computed())
        {
            checkFitting(place, hydro, choice.fitting());
        }
        else
        {
            checkGiven(hydro, stage);
        }
    }

    private void checkFitting(
        final Place place, final HydrosFile.Entry hydro, final ProductionModelsFile.Fitting fitting)
    {
        if (!hasGeometry(hydro.id()))
        {
            missingGeometry(place.field("generation.model"), hydro.id(), "fpha computed");
            return;
        }
        if (hydro.generation().maxTurbined() <= 0)
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("generation.max_turbined_m3s"),
                hydro.generation().maxTurbined(),
                "must be greater than 0 to fit hyperplanes",
                Range.POSITIVE.remedy());
            return;
        }
        if (!fitted.add(new Fitted(hydro.id(), fitting)) || !checkWindow(hydro, fitting))
        {
            return;
        }
        final PlaneFit.Result result = fitter(hydro).result(fitting);
        if (result.planes().isEmpty())
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("generation.model"),
                hydro.generation().model(),
                "has no head anywhere: no hyperplane can be fitted",
                "check tailrace, losses and " + HeadTables.GEOMETRY);
        }
        else if (result.error() > GOOD_FIT * result.greatest())
        {
            problems.warning(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("generation.model"),
                hydro.generation().model(),
                "has hyperplanes that miss the generation by up to " + (float) result.error() + " MW, of at most " +
                    (float) result.greatest() + " MW",
                "narrow fitting_window, or give hyperplanes in " + HeadTables.PLANES);
        }
    }

    private boolean checkWindow(final HydrosFile.Entry hydro, final ProductionModelsFile.Fitting fitting)
    {
        final ProductionModelsFile.Window window = fitting.window();
        if (window == null)
        {
            return true;
        }
        final Place place = Place.file(ProductionModelsFile.NAME).entity("hydro " + hydro.id()).field("fitting_window");
        if (!(Double.isNaN(window.min()) || Double.isNaN(window.minPercent())) ||
            !(Double.isNaN(window.max()) || Double.isNaN(window.maxPercent())))
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                place,
                null,
                "has an end both as a volume and as a percentile",
                "keep one of them");
            return false;
        }
        final double[] volumes = fitter(hydro).volumes(fitting);
        if (volumes[0] >= volumes[1])
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place,
                null,
                "is empty: from " + volumes[0] + " to " + volumes[1] + " hm3",
                "exchange or correct its ends");
            return false;
        }
        return true;
    }

    private PlaneFitter fitter(final HydrosFile.Entry hydro)
    {
        return new PlaneFitter(hydro, files.system().head().geometry().get(hydro.id()));
    }

    private void checkGiven(final HydrosFile.Entry hydro, final StagesFile.Entry stage)
    {
        final boolean found = files.system().head().planes().stream().anyMatch((plane) ->
            plane.hydroId() == hydro.id() &&
                (plane.stageId() == stage.id() || plane.stageId() == HeadTables.ALL_STAGES));
        if (!found)
        {
            problems.error(
                SolverErrorKind.COVERAGE_MISMATCH,
                Place.file(HeadTables.PLANES).field("hydro_id"),
                hydro.id(),
                "has no plane for hydro " + hydro.id() + " in stage " + stage.id(),
                "add planes, with stage_id null for all stages");
        }
    }

    private void checkEvaporation(final HydrosFile.Entry hydro)
    {
        final Place place = Place.file(HydrosFile.NAME).entity("hydro " + hydro.id());
        if (!hasGeometry(hydro.id()))
        {
            missingGeometry(place.field("evaporation"), hydro.id(), "evaporation");
        }
        final double[] volumes = hydro.evaporation().referenceVolumes();
        for (int month = 0; volumes != null && month < volumes.length; month++)
        {
            if (volumes[month] < hydro.minStorage() || volumes[month] > hydro.maxStorage())
            {
                problems.error(
                    SolverErrorKind.CAPACITY_VIOLATION,
                    place.field("evaporation.reference_volumes_hm3[" + month + "]"),
                    volumes[month],
                    "= " + volumes[month] + " is outside of the storage limits " + hydro.minStorage() + " to " +
                        hydro.maxStorage(),
                    "use a volume within the limits");
            }
        }
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            if (stage.seasonId() < 0 || stage.seasonId() >= MONTHS)
            {
                problems.error(
                    SolverErrorKind.STAGE_MISMATCH,
                    Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("season_id"),
                    stage.seasonId() < 0 ? null : stage.seasonId(),
                    "must be the month, 0 to 11: hydro " + hydro.id() + " evaporates",
                    "set season_id of every stage to its month, 0 for January");
            }
        }
    }

    private boolean hasGeometry(final int hydroId)
    {
        return files.system().head().geometry().getOrDefault(hydroId, List.of()).size() >= 2;
    }

    private void missingGeometry(final Place place, final int hydroId, final String feature)
    {
        problems.error(
            SolverErrorKind.COVERAGE_MISMATCH,
            place,
            null,
            "needs at least two rows for hydro " + hydroId + " in " + HeadTables.GEOMETRY + " (" + feature + ")",
            "add the shape of the reservoir");
    }
}
