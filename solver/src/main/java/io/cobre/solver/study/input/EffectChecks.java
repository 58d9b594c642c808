package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.SamplingScheme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a case says and something else in the case overrules.
 */
final class EffectChecks extends Checker
{
    /** Variables of generic constraints that have one value in a stage. */
    private static final Set<String> BY_STAGE = Set.of("hydro_storage", "hydro_evaporation", "hydro_withdrawal");

    private static final double TOLERANCE = 1e-9;

    EffectChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        checkAvailability();
        checkHistory();
        for (final EntityClass entityClass : EntityClass.values())
        {
            checkScenarios(entityClass);
        }
        checkExternalInflows();
        checkOpenings();
        checkSourceNoise();
        files.system().production().models().forEach(this::checkRanges);
        checkPlanes();
        files.constraints().generic().constraints().forEach(this::checkExpression);
    }

    private void idle(final Place place, final Object value, final String message, final String remedy)
    {
        problems.warning(SolverErrorKind.INCOMPATIBLE_SETTINGS, place, value, message, remedy);
    }

    private void checkAvailability()
    {
        final StageTable bounds = files.constraints().sources();
        final Set<Integer> uncertain = new HashSet<>();
        final StageStatistics statistics = files.scenarios().sources();
        for (int row = 0; row < statistics.rows(); row++)
        {
            uncertain.add(statistics.entityId()[row]);
        }
        for (int row = 0; row < bounds.rows(); row++)
        {
            if (uncertain.contains(bounds.entityId()[row]))
            {
                idle(
                    bounds.place().entity("row " + row).field(StageTable.AVAILABLE),
                    bounds.values().get(StageTable.AVAILABLE)[row],
                    "has no effect: source " + bounds.entityId()[row] + " has statistics, which are shares of its " +
                        "max_generation_mw",
                    "remove it, or the source from " + StageStatistics.SOURCE);
            }
        }
    }

    private void checkHistory()
    {
        final InflowTables tables = files.scenarios().models();
        final boolean modelled = files.scenarios().inflow().rows() > 0 &&
            !(tables.coefficients().isEmpty() && tables.annual().isEmpty());
        final boolean sampled = anySource(EntityClass.INFLOW, SamplingScheme.HISTORICAL) ||
            index.stages().sorted().stream().anyMatch((stage) ->
                stage.sampling() == SamplingMethod.HISTORICAL_RESIDUALS);
        if (!tables.history().isEmpty() && modelled && !sampled)
        {
            idle(
                Place.file(InflowTables.HISTORY), null,
                "has no effect: statistics and coefficients of the inflows are given, and nothing is drawn from it",
                "remove it, or the files that should be estimated");
        }
    }

    private void checkScenarios(final EntityClass entityClass)
    {
        if (!files.scenarios().outside().values().get(entityClass).isEmpty() &&
            !anySource(entityClass, SamplingScheme.EXTERNAL))
        {
            idle(
                Place.file(OutsideScenarios.file(entityClass)), null,
                "has no effect: no scenario_source has the scheme external for it",
                "remove it, or set the scheme in config.json");
        }
    }

    /** Noise explains an inflow by a deviation; where there is none, the mean is taken. */
    private void checkExternalInflows()
    {
        if (!anySource(EntityClass.INFLOW, SamplingScheme.EXTERNAL))
        {
            return;
        }
        final Map<List<Integer>, Double> certain = new HashMap<>();
        final StageStatistics statistics = files.scenarios().inflow();
        for (int row = 0; row < statistics.rows(); row++)
        {
            if (statistics.std()[row] == 0.0)
            {
                certain.put(
                    List.of(statistics.entityId()[row], statistics.stageId()[row]), statistics.mean()[row]);
            }
        }
        for (final OutsideScenarios.Value row : files.scenarios().outside().values().get(EntityClass.INFLOW))
        {
            final Double mean = certain.get(List.of(row.entityId(), row.stageId()));
            if (mean != null && Math.abs(row.value() - mean) > TOLERANCE * Math.max(1.0, Math.abs(mean)))
            {
                idle(
                    Place.file(OutsideScenarios.file(EntityClass.INFLOW)).entity("row " + row.row())
                        .field("value_m3s"),
                    row.value(),
                    "= " + row.value() + " is not taken: hydro " + row.entityId() + " has the deviation 0 in stage " +
                        row.stageId() + ", so that its inflow is always the mean of " + mean,
                    "give a deviation in " + StageStatistics.INFLOW);
            }
        }
    }

    private void checkOpenings()
    {
        final Map<Integer, Integer> given = new HashMap<>();
        files.scenarios().outside().openings().forEach((row) ->
            given.merge(row.stageId(), row.opening() + 1, Math::max));
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            final int count = given.getOrDefault(stage.id(), stage.openings());
            if (count != stage.openings())
            {
                idle(
                    Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("num_scenarios"),
                    stage.openings(),
                    "= " + stage.openings() + " has no effect: " + OutsideScenarios.OPENINGS + " has " + count +
                        " openings",
                    "write " + count + ", or remove the file");
            }
        }
    }

    /** Openings of a file have places for hydros and loads alone. */
    private void checkSourceNoise()
    {
        final StageStatistics sources = files.scenarios().sources();
        if (!files.scenarios().outside().openings().isEmpty() &&
            Arrays.stream(sources.std()).anyMatch((deviation) -> deviation > 0.0))
        {
            idle(
                sources.place().field("std"), null,
                "has no effect on the openings: " + OutsideScenarios.OPENINGS + " has no noise of non-controllable " +
                    "sources, so that their mean is available",
                "remove that file to have openings drawn");
        }
    }

    private void checkRanges(final ProductionModelsFile.Entry entry)
    {
        final Place place = Place.file(ProductionModelsFile.NAME).entity("hydro " + entry.hydroId());
        for (int i = 1; i < entry.ranges().size(); i++)
        {
            final ProductionModelsFile.StageRange range = entry.ranges().get(i);
            if (entry.ranges().subList(0, i).stream().anyMatch((earlier) ->
                earlier.first() <= range.last() && range.first() <= earlier.last()))
            {
                idle(
                    place.field("stage_ranges[" + i + "].start_stage_id"),
                    range.first(),
                    "= " + range.first() + " belongs to a range that shares stages with an earlier one, which " +
                        "holds there",
                    "let ranges follow each other");
            }
        }
        for (int i = 0; i < entry.ranges().size(); i++)
        {
            checkChoice(place.field("stage_ranges[" + i + "]"), entry.ranges().get(i).choice());
        }
        for (int i = 0; i < entry.seasons().size(); i++)
        {
            checkChoice(place.field("seasons[" + i + "]"), entry.seasons().get(i).choice());
            final int season = entry.seasons().get(i).seasonId();
            if (index.stages().sorted().stream().noneMatch((stage) -> stage.seasonId() == season))
            {
                idle(
                    place.field("seasons[" + i + "].season_id"),
                    season,
                    "= " + season + " has no effect: no stage has this season",
                    "use the season_id of a stage, or remove it");
            }
        }
    }

    private void checkChoice(final Place place, final ProductionModelsFile.Choice choice)
    {
        if (HydroAssembler.isFpha(choice) && !Double.isNaN(choice.productivity()))
        {
            idle(
                place.field("productivity_override"), choice.productivity(),
                "has no effect on the model " + choice.model(), "remove it, or take another model");
        }
        if (!HydroAssembler.isFpha(choice) && choice.fitting() != null)
        {
            idle(
                place.field("fpha_config"), null,
                "has no effect on the model " + choice.model(), "remove it, or take the model " + HydrosFile.FPHA);
        }
    }

    private void checkPlanes()
    {
        final Set<Integer> given = new HashSet<>();
        files.system().head().planes().forEach((plane) -> given.add(plane.hydroId()));
        final Set<Integer> used = new HashSet<>();
        for (final ProductionModelsFile.Entry entry : files.system().production().models())
        {
            for (final StagesFile.Entry stage : index.stages().sorted())
            {
                final ProductionModelsFile.Choice choice = entry.choice(stage.id(), stage.seasonId());
                if (HydroAssembler.isFpha(choice) && (choice.fitting() == null || !choice.fitting().computed()))
                {
                    used.add(entry.hydroId());
                }
            }
        }
        given.removeAll(used);
        for (final int hydro : given)
        {
            idle(
                Place.file(HeadTables.PLANES).field("hydro_id"), hydro,
                "= " + hydro + " has planes that no stage uses",
                "remove them, or give the hydro the model fpha with source precomputed in " +
                    ProductionModelsFile.NAME);
        }
    }

    private void checkExpression(final GenericConstraintsFile.Entry constraint)
    {
        final Place place =
            Place.file(GenericConstraintsFile.NAME).entity("constraint " + constraint.id()).field("expression");
        if (constraint.expression().terms().isEmpty())
        {
            idle(place, null, "names no variable: it limits nothing", "name a variable, or remove the constraint");
        }
        for (final Expression.Term term : constraint.expression().terms())
        {
            if (term.block() != Expression.OWN_BLOCK && BY_STAGE.contains(term.variable()))
            {
                idle(
                    place,
                    term.block(),
                    "names block " + term.block() + " of " + term.variable() + "(" + term.entityId() +
                        "), which has one value in a stage",
                    "leave out the block");
            }
        }
    }
}
