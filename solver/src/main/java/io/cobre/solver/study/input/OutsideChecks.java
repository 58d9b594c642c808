package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SamplingScheme;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * External scenarios, openings from a file, spatial correlation.
 */
final class OutsideChecks extends Checker
{
    private static final double DEFINITE = 1e-6;

    OutsideChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        checkScenarios(EntityClass.INFLOW, index.hydros());
        checkScenarios(EntityClass.LOAD, index.buses());
        checkScenarios(EntityClass.NCS, index.sources());
        checkOpenings();
        checkCorrelation();
    }

    private void checkScenarios(final EntityClass entityClass, final Ids<?> ids)
    {
        final Place file = Place.file(OutsideScenarios.file(entityClass));
        final String idColumn = OutsideScenarios.idColumn(entityClass);
        final Map<Integer, Set<Integer>> scenarios = new HashMap<>();
        final Map<Integer, Set<List<Integer>>> rows = new HashMap<>();
        final Set<Integer> entities = new TreeSet<>();
        for (final OutsideScenarios.Value row : files.scenarios().outside().values().get(entityClass))
        {
            final Place place = file.entity("row " + row.row());
            ids.resolve(row.entityId(), place.field(idColumn), problems);
            checkStage(place, row.stageId());
            if (row.scenarioId() < 0)
            {
                problems.error(
                    SolverErrorKind.OUT_OF_RANGE,
                    place.field("scenario_id"),
                    row.scenarioId(),
                    "= " + row.scenarioId() + " must be at least 0",
                    Range.NOT_NEGATIVE.remedy());
            }
            entities.add(row.entityId());
            scenarios.computeIfAbsent(row.stageId(), (stage) -> new TreeSet<>()).add(row.scenarioId());
            if (!rows.computeIfAbsent(row.stageId(), (stage) -> new HashSet<>())
                .add(List.of(row.scenarioId(), row.entityId())))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("scenario_id"),
                    row.scenarioId(),
                    "= " + row.scenarioId() + " occurs twice for " + idColumn + " " + row.entityId() +
                        ", stage_id " + row.stageId(),
                    "keep one row");
            }
        }
        rows.forEach((stage, seen) ->
        {
            if (seen.size() != scenarios.get(stage).size() * entities.size())
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    file.field("stage_id"),
                    stage,
                    "= " + stage + " does not have every entity in every scenario",
                    "give " + entities.size() + " rows for each of its " + scenarios.get(stage).size() + " scenarios");
            }
        });
        if (!rows.isEmpty())
        {
            checkStages(file, rows.keySet());
            if (anySource(entityClass, SamplingScheme.EXTERNAL))
            {
                checkEntities(file.field(idColumn), entityClass, ids, entities);
            }
        }
    }

    /** Scenarios are for all entities with noise, and for no others. */
    private void checkEntities(
        final Place place, final EntityClass entityClass, final Ids<?> ids, final Set<Integer> given)
    {
        for (final Identified entity : ids.sorted())
        {
            final boolean random = uncertain(new CorrelationFile.Member(entityClass, entity.id()));
            if (random && !given.contains(entity.id()))
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    place,
                    entity.id(),
                    "has no row for " + entity.id(),
                    "give every scenario a value for it");
            }
            if (!random && given.contains(entity.id()))
            {
                problems.error(
                    SolverErrorKind.INCOMPATIBLE_SETTINGS,
                    place,
                    entity.id(),
                    "= " + entity.id() + " has no noise by its statistics, so that scenarios cannot be told apart",
                    "give it statistics with a deviation, or remove its rows");
            }
        }
    }

    private void checkStages(final Place file, final Set<Integer> given)
    {
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            if (!given.contains(stage.id()))
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    file.field("stage_id"),
                    stage.id(),
                    "has no row for stage_id " + stage.id(),
                    "cover all stages");
            }
        }
    }

    private void checkOpenings()
    {
        final List<OutsideScenarios.Noise> rows = files.scenarios().outside().openings();
        if (rows.isEmpty())
        {
            return;
        }
        final Place file = Place.file(OutsideScenarios.OPENINGS);
        final Map<Integer, Set<Long>> seen = new HashMap<>();
        final Map<Integer, Integer> openings = new HashMap<>();
        final int dimension = dimension();
        for (final OutsideScenarios.Noise row : rows)
        {
            final Place place = file.entity("row " + row.row());
            checkStage(place, row.stageId());
            if (row.entity() < 0 || row.entity() >= dimension || row.opening() < 0)
            {
                problems.error(
                    SolverErrorKind.OUT_OF_RANGE,
                    place.field("entity_index"),
                    row.entity(),
                    "= " + row.entity() + " must be below " + dimension + ": hydros, then buses with uncertain load",
                    "number the places from 0");
                continue;
            }
            openings.merge(row.stageId(), row.opening() + 1, Math::max);
            if (!seen.computeIfAbsent(row.stageId(), (stage) -> new HashSet<>())
                .add((long) row.opening() * dimension + row.entity()))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("opening_index"),
                    row.opening(),
                    "= " + row.opening() + " occurs twice for entity_index " + row.entity(),
                    "keep one row");
            }
        }
        checkStages(file, seen.keySet());
        openings.forEach((stage, count) ->
        {
            if (seen.get(stage).size() != (long) count * dimension)
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    file.field("stage_id"),
                    stage,
                    "= " + stage + " has " + seen.get(stage).size() + " rows, not " + count + " openings of " +
                        dimension,
                    "give every opening a value for every entity");
            }
        });
    }

    private int dimension()
    {
        return index.hydros().size() + uncertainBuses().size();
    }

    private Set<Integer> uncertainBuses()
    {
        final StageStatistics load = files.scenarios().load();
        final Set<Integer> buses = new HashSet<>();
        for (int row = 0; row < load.rows(); row++)
        {
            if (load.std()[row] > 0.0)
            {
                buses.add(load.entityId()[row]);
            }
        }
        return buses;
    }

    private boolean uncertain(final CorrelationFile.Member member)
    {
        return switch (member.entityClass())
        {
            case INFLOW -> true;
            case LOAD -> uncertainBuses().contains(member.id());
            case NCS -> Arrays.stream(files.scenarios().sources().entityId()).anyMatch((id) -> id == member.id());
        };
    }

    private void checkCorrelation()
    {
        final CorrelationFile file = files.scenarios().correlation();
        final Place place = Place.file(CorrelationFile.NAME);
        if (file.profiles().size() > 1 && !file.profiles().containsKey(Correlation.DEFAULT_PROFILE))
        {
            problems.error(
                SolverErrorKind.COVERAGE_MISMATCH,
                place.field("profiles"),
                null,
                "has several profiles but none that is called default",
                "call one of them default");
        }
        file.profiles().forEach((name, groups) -> checkGroups(place.field("profiles").field(name), groups));
        final Set<List<Integer>> seen = new HashSet<>();
        for (final CorrelationFile.Scheduled entry : file.schedule())
        {
            checkStage(place.field("schedule"), entry.stageId());
            checkOnce(seen, place.field("schedule"), "stage_id", entry.stageId());
            if (!file.profiles().containsKey(entry.profile()))
            {
                problems.error(
                    SolverErrorKind.MISSING_REFERENCE,
                    place.field("schedule.profile_name"),
                    entry.profile(),
                    "= '" + entry.profile() + "' is no profile",
                    Names.suggestion(entry.profile(), file.profiles().keySet()));
            }
        }
    }

    private void checkGroups(final Place place, final List<CorrelationFile.Group> groups)
    {
        final Set<CorrelationFile.Member> seen = new HashSet<>();
        for (final CorrelationFile.Group group : groups)
        {
            final Place where = place.field(group.name());
            if (group.entities().isEmpty())
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH, where.field("entities"), null, "has no entity", "remove it");
            }
            for (final CorrelationFile.Member member : group.entities())
            {
                index.of(member.entityClass()).resolve(member.id(), where.field("entities"), problems);
                if (!seen.add(member))
                {
                    problems.error(
                        SolverErrorKind.DUPLICATE_ID,
                        where.field("entities"),
                        member.id(),
                        "= " + member.id() + " is in two groups, or twice in one",
                        "groups of a profile must not overlap");
                }
            }
            checkUse(where, group);
        }
    }

    private void checkUse(final Place where, final CorrelationFile.Group group)
    {
        final CorrelationFile.Member certain =
            group.entities().stream().filter((member) -> !uncertain(member)).findFirst().orElse(null);
        if (certain != null)
        {
            problems.warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                where.field("entities"),
                certain.id(),
                "= " + certain.id() + " has no noise, and the whole group is left out",
                "remove it from the group, or give it a deviation");
        }
        if (!isPossible(group.matrix()))
        {
            problems.warning(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                where.field("matrix"),
                null,
                "is not positive semidefinite: no random numbers are correlated so, and those that are drawn have " +
                    "other correlations and deviations",
                "make the pairs agree, for example by a smaller correlation");
        }
    }

    /** Whether the matrix, with its diagonal raised a little, has a triangular root. */
    private static boolean isPossible(final double[][] matrix)
    {
        final double[][] root = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i][j] + (i == j ? DEFINITE : 0.0);
                for (int k = 0; k < j; k++)
                {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && rest <= 0.0)
                {
                    return false;
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return true;
    }
}
