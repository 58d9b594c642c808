package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.SamplingScheme;
import io.cobre.solver.study.ScenarioSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Autoregressive models, what they remember, and where paths come from.
 */
final class InflowChecks extends Checker
{
    private final InflowTables tables;

    InflowChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
        tables = files.scenarios().models();
    }

    @Override
    void run()
    {
        checkCoefficients();
        checkAnnual();
        checkHistory();
        checkPast(orders());
        checkRecent();
        checkSource(files.config().training(), "training.scenario_source");
        checkSource(files.config().simulation(), "simulation.scenario_source");
        checkResiduals();
    }

    private void checkCoefficients()
    {
        final Map<List<Integer>, TreeSet<Integer>> lags = new HashMap<>();
        final Map<List<Integer>, Double> ratios = new HashMap<>();
        for (final InflowTables.Coefficient row : tables.coefficients())
        {
            final Place place = Place.file(InflowTables.COEFFICIENTS).entity("row " + row.row());
            index.hydros().resolve(row.hydroId(), place.field("hydro_id"), problems);
            checkModelStage(place, row.hydroId(), row.stageId());
            final List<Integer> key = List.of(row.hydroId(), row.stageId());
            if (!lags.computeIfAbsent(key, (model) -> new TreeSet<>()).add(row.lag()))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("lag"),
                    row.lag(),
                    "= " + row.lag() + " occurs twice for hydro " + row.hydroId() + ", stage " + row.stageId(),
                    "keep one row");
            }
            if (row.ratio() != ratios.computeIfAbsent(key, (model) -> row.ratio()))
            {
                problems.error(
                    SolverErrorKind.INCOMPATIBLE_SETTINGS,
                    place.field("residual_std_ratio"),
                    row.ratio(),
                    "= " + row.ratio() + " differs between the lags of hydro " + row.hydroId() + ", stage " +
                        row.stageId(),
                    "repeat the same value for all lags");
            }
        }
        lags.forEach(this::checkLags);
    }

    private void checkLags(final List<Integer> key, final TreeSet<Integer> lags)
    {
        if (lags.first() != 1 || lags.last() != lags.size())
        {
            problems.error(
                SolverErrorKind.COVERAGE_MISMATCH,
                Place.file(InflowTables.COEFFICIENTS).field("lag"),
                lags.toString(),
                "must be 1, 2, 3, ... without gaps; hydro " + key.get(0) + ", stage " + key.get(1) + " has " + lags,
                "add the missing lags, with coefficient 0");
        }
    }

    /**
     * A model needs mean and deviation of the same stage, unless they are estimated.
     */
    private void checkModelStage(final Place place, final int hydroId, final int stageId)
    {
        final StageStatistics statistics = files.scenarios().inflow();
        if (statistics.rows() == 0 && !tables.history().isEmpty())
        {
            return;
        }
        for (int row = 0; row < statistics.rows(); row++)
        {
            if (statistics.entityId()[row] == hydroId && statistics.stageId()[row] == stageId)
            {
                return;
            }
        }
        problems.error(
            SolverErrorKind.COVERAGE_MISMATCH,
            place.field("stage_id"),
            stageId,
            "= " + stageId + " has no row for hydro " + hydroId + " in " + StageStatistics.INFLOW,
            "add mean and deviation");
    }

    private void checkAnnual()
    {
        final Set<List<Integer>> seen = new HashSet<>();
        for (final InflowTables.Annual row : tables.annual())
        {
            final Place place = Place.file(InflowTables.ANNUAL).entity("row " + row.row());
            index.hydros().resolve(row.hydroId(), place.field("hydro_id"), problems);
            checkModelStage(place, row.hydroId(), row.stageId());
            checkOnce(seen, place, "hydro_id", row.hydroId(), row.stageId());
        }
    }

    private void checkHistory()
    {
        final Set<List<Integer>> seen = new HashSet<>();
        final Set<Integer> hydros = new HashSet<>();
        for (final InflowTables.Observation row : tables.history())
        {
            final Place place = Place.file(InflowTables.HISTORY).entity("row " + row.row());
            index.hydros().resolve(row.hydroId(), place.field("hydro_id"), problems);
            hydros.add(row.hydroId());
            if (!seen.add(List.of(row.hydroId(), (int) row.date().toEpochDay())))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("date"),
                    row.date(),
                    "= " + row.date() + " occurs twice for hydro " + row.hydroId(),
                    "keep one row");
            }
        }
        for (final HydrosFile.Entry hydro : index.hydros().sorted())
        {
            if (!hydros.isEmpty() && !hydros.contains(hydro.id()))
            {
                problems.error(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    Place.file(InflowTables.HISTORY).field("hydro_id"),
                    hydro.id(),
                    "has no row for hydro " + hydro.id(),
                    "add its history");
            }
        }
    }

    private Map<Integer, Integer> orders()
    {
        final Map<Integer, Integer> orders = new HashMap<>();
        tables.coefficients().forEach((row) -> orders.merge(row.hydroId(), row.lag(), Math::max));
        return orders;
    }

    private void checkPast(final Map<Integer, Integer> orders)
    {
        final Set<List<Integer>> seen = new HashSet<>();
        final Map<Integer, Integer> lengths = new HashMap<>();
        for (final InitialConditionsFile.Past past : files.initial().past())
        {
            final Place place = initial(past.hydroId());
            index.hydros().resolve(past.hydroId(), place.field("hydro_id"), problems);
            checkOnce(seen, place, "hydro_id", past.hydroId());
            lengths.put(past.hydroId(), past.values().length);
            for (int i = 0; past.seasonIds() != null && i < past.seasonIds().length; i++)
            {
                checkSeason(place.field("season_ids[" + i + "]"), past.seasonIds()[i]);
            }
        }
        orders.forEach((hydroId, order) ->
        {
            if (lengths.getOrDefault(hydroId, 0) < order && index.hydros().contains(hydroId))
            {
                final Place place = initial(hydroId).field("past_inflows");
                final int length = lengths.getOrDefault(hydroId, 0);
                final String message = "has " + length + " values for an inflow model of order " + order;
                final String remedy = "give the last " + order + " inflows, most recent first";
                if (index.stages().sorted().stream().anyMatch(StagesFile.Entry::inflowLags))
                {
                    problems.error(SolverErrorKind.COVERAGE_MISMATCH, place, length, message, remedy);
                }
                else
                {
                    problems.warning(
                        SolverErrorKind.COVERAGE_MISMATCH, place, length, message + "; missing ones are 0", remedy);
                }
            }
        });
    }

    private void checkSeason(final Place place, final int seasonId)
    {
        if (!files.stages().seasons().isEmpty() &&
            files.stages().seasons().stream().noneMatch((season) -> season.id() == seasonId))
        {
            problems.error(
                SolverErrorKind.MISSING_REFERENCE,
                place,
                seasonId,
                "= " + seasonId + " is no season of season_definitions",
                "use a defined one");
        }
    }

    private void checkRecent()
    {
        final List<InitialConditionsFile.Recent> sorted = files.initial().recent().stream()
            .sorted(Comparator.comparingInt(InitialConditionsFile.Recent::hydroId)
                .thenComparing(InitialConditionsFile.Recent::startDate))
            .toList();
        for (int i = 0; i < sorted.size(); i++)
        {
            final InitialConditionsFile.Recent row = sorted.get(i);
            final Place place = initial(row.hydroId()).field("recent_observations");
            index.hydros().resolve(row.hydroId(), place.field("hydro_id"), problems);
            if (!row.startDate().isBefore(row.endDate()))
            {
                problems.error(
                    SolverErrorKind.STAGE_MISMATCH,
                    place.field("end_date"),
                    row.endDate(),
                    "= " + row.endDate() + " must be after start_date = " + row.startDate(),
                    "the end date is the day after the last one");
            }
            if (i > 0 && sorted.get(i - 1).hydroId() == row.hydroId() &&
                row.startDate().isBefore(sorted.get(i - 1).endDate()))
            {
                problems.error(
                    SolverErrorKind.INCOMPATIBLE_SETTINGS,
                    place.field("start_date"),
                    row.startDate(),
                    "= " + row.startDate() + " is within the observation before",
                    "observations of a hydro must not overlap");
            }
        }
    }

    private void checkSource(final ScenarioSource source, final String key)
    {
        final Place place = Place.file(ConfigFile.NAME).field(key);
        checkScheme(place.field("inflow.scheme"), source.inflow(), EntityClass.INFLOW);
        checkScheme(place.field("load.scheme"), source.load(), EntityClass.LOAD);
        checkScheme(place.field("ncs.scheme"), source.ncs(), EntityClass.NCS);
        if (source.inflow() == SamplingScheme.HISTORICAL && tables.history().isEmpty())
        {
            missing(place.field("inflow.scheme"), "historical", InflowTables.HISTORY);
        }
    }

    private void checkScheme(final Place place, final SamplingScheme scheme, final EntityClass entityClass)
    {
        if (scheme == SamplingScheme.EXTERNAL &&
            files.scenarios().outside().values().get(entityClass).isEmpty())
        {
            missing(place, "external", OutsideScenarios.file(entityClass));
        }
    }

    private void checkResiduals()
    {
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            if (stage.sampling() == SamplingMethod.HISTORICAL_RESIDUALS && tables.history().isEmpty())
            {
                missing(
                    Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("sampling_method"),
                    "historical_residuals",
                    InflowTables.HISTORY);
            }
        }
    }

    private void missing(final Place place, final String value, final String file)
    {
        problems.error(
            SolverErrorKind.COVERAGE_MISMATCH, place, value, "= '" + value + "' needs rows in " + file, "add the file");
    }

    private static Place initial(final int hydroId)
    {
        return Place.file(InitialConditionsFile.NAME).entity("hydro " + hydroId);
    }
}
