package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.Season;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a case has and nothing uses, and settings that work less well than they could.
 */
final class UsageChecks extends Checker
{
    private static final int SEASON_TOLERANCE_DAYS = 7;

    UsageChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        checkBuses();
        checkLives(ThermalsFile.NAME, "thermal", index.thermals(), ThermalsFile.Entry::life);
        checkLives(LinesFile.NAME, "line", index.lines(), LinesFile.Entry::life);
        checkLives(SourcesFile.NAME, "non-controllable source", index.sources(), SourcesFile.Entry::life);
        checkLives(ContractsFile.NAME, "contract", index.contracts(), ContractsFile.Entry::life);
        checkLives(PumpingFile.NAME, "pumping station", index.pumps(), PumpingFile.Entry::life);
        checkConstraints();
        checkProfiles();
        checkSeasons();
        index.stages().sorted().forEach(this::checkOpenings);
        checkCertainModels();
        index.hydros().sorted().stream().filter((hydro) -> hydro.filling() != null).forEach(this::checkFilling);
        index.hydros().sorted().forEach(this::checkHead);
    }

    private void unused(final Place place, final Object value, final String message, final String remedy)
    {
        problems.warning(SolverErrorKind.COVERAGE_MISMATCH, place, value, message, remedy);
    }

    private void checkBuses()
    {
        final Set<Integer> used = new HashSet<>();
        index.lines().sorted().forEach((line) -> used.addAll(List.of(line.sourceId(), line.targetId())));
        index.thermals().sorted().forEach((thermal) -> used.add(thermal.busId()));
        index.hydros().sorted().forEach((hydro) -> used.add(hydro.busId()));
        index.sources().sorted().forEach((source) -> used.add(source.busId()));
        index.contracts().sorted().forEach((contract) -> used.add(contract.busId()));
        index.pumps().sorted().forEach((pump) -> used.add(pump.busId()));
        final StageStatistics load = files.scenarios().load();
        for (int row = 0; row < load.rows(); row++)
        {
            if (load.mean()[row] != 0.0 || load.std()[row] != 0.0)
            {
                used.add(load.entityId()[row]);
            }
        }
        for (final BusesFile.Entry bus : index.buses().sorted())
        {
            if (!used.contains(bus.id()))
            {
                unused(
                    Place.file(BusesFile.NAME).entity("bus " + bus.id()), null,
                    "has no load, plant, contract or line", "remove it");
            }
        }
    }

    private <E extends Identified> void checkLives(
        final String file, final String kind, final Ids<E> entities, final Function<E, Life> life)
    {
        for (final E entity : entities.sorted())
        {
            if (index.stages().sorted().stream().noneMatch((stage) -> life.apply(entity).contains(stage.id())))
            {
                unused(
                    Place.file(file).entity(kind + " " + entity.id()).field(Life.ENTRY),
                    life.apply(entity).entryStageId(),
                    "and " + Life.EXIT + " leave no stage of the study",
                    "remove it, or correct the stages");
            }
        }
    }

    private void checkConstraints()
    {
        final Set<Integer> active = new HashSet<>();
        files.constraints().genericBounds().forEach((bound) -> active.add(bound.constraintId()));
        for (final GenericConstraintsFile.Entry constraint : files.constraints().generic().constraints())
        {
            if (!active.contains(constraint.id()))
            {
                unused(
                    Place.file(GenericConstraintsFile.NAME).entity("constraint " + constraint.id()), null,
                    "has no bound in any stage and constrains nothing",
                    "give it rows in " + GenericConstraintsFile.BOUNDS);
            }
        }
    }

    private void checkProfiles()
    {
        final CorrelationFile file = files.scenarios().correlation();
        final Set<String> scheduled = new HashSet<>();
        file.schedule().forEach((entry) -> scheduled.add(entry.profile()));
        for (final String profile : file.profiles().keySet())
        {
            if (file.profiles().size() > 1 && !"default".equals(profile) && !scheduled.contains(profile))
            {
                unused(
                    Place.file(CorrelationFile.NAME).field("profiles." + profile), null,
                    "is the profile of no stage", "schedule or remove it");
            }
        }
    }

    private void checkSeasons()
    {
        final Map<Integer, Long> days = new HashMap<>();
        for (final StagesFile.PreStudy stage : files.stages().preStudy())
        {
            days.putIfAbsent(stage.seasonId(), days(stage.startDate(), stage.endDate()));
        }
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            final long length = days(stage.startDate(), stage.endDate());
            final long first = days.computeIfAbsent(stage.seasonId(), (season) -> length);
            if (stage.seasonId() >= 0 && !files.stages().seasons().isEmpty() &&
                Math.abs(length - first) > SEASON_TOLERANCE_DAYS)
            {
                problems.warning(
                    SolverErrorKind.STAGE_MISMATCH,
                    Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("season_id"),
                    stage.seasonId(),
                    "= " + stage.seasonId() + " belongs to a stage of " + length + " days and to one of " + first +
                        ": one inflow model cannot fit both",
                    "give stages of different lengths seasons of their own");
            }
        }
        final List<Integer> rest = files.stages().seasons().stream()
            .map(Season::id).filter((season) -> !days.containsKey(season)).sorted().toList();
        if (!rest.isEmpty() && files.scenarios().models().history().isEmpty())
        {
            unused(
                Place.file(StagesFile.NAME).field("season_definitions.seasons"), rest.toString(),
                "has seasons of no stage: " + rest, "remove them");
        }
    }

    private static long days(final LocalDate start, final LocalDate end)
    {
        return ChronoUnit.DAYS.between(start, end);
    }

    private void checkOpenings(final StagesFile.Entry stage)
    {
        if (SamplingMethod.QMC_SOBOL == stage.sampling() && Integer.bitCount(stage.openings()) != 1)
        {
            problems.warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                Place.file(StagesFile.NAME).entity("stage " + stage.id()).field("num_scenarios"),
                stage.openings(),
                "= " + stage.openings() + " is no power of 2, so that Sobol points do not spread evenly",
                "take " + Integer.highestOneBit(stage.openings()) + " or " +
                    2 * Integer.highestOneBit(stage.openings()));
        }
    }

    /** Coefficients are standardised: without a deviation they say nothing. */
    private void checkCertainModels()
    {
        final Set<List<Integer>> certain = new HashSet<>();
        final StageStatistics statistics = files.scenarios().inflow();
        for (int row = 0; row < statistics.rows(); row++)
        {
            if (statistics.std()[row] == 0.0)
            {
                certain.add(List.of(statistics.entityId()[row], statistics.stageId()[row]));
            }
        }
        for (final InflowTables.Coefficient row : files.scenarios().models().coefficients())
        {
            if (row.lag() == 1 && certain.contains(List.of(row.hydroId(), row.stageId())))
            {
                unused(
                    Place.file(InflowTables.COEFFICIENTS).entity("row " + row.row()).field("stage_id"),
                    row.stageId(),
                    "= " + row.stageId() + " has the deviation 0 for hydro " + row.hydroId() +
                        ": the coefficients have no effect",
                    "give a deviation, or remove the coefficients");
            }
        }
    }

    /** Water that is to stay, without any that happens to. */
    private void checkFilling(final HydrosFile.Entry hydro)
    {
        double volume = files.initial().filling().stream()
            .filter((entry) -> entry.hydroId() == hydro.id())
            .mapToDouble(InitialConditionsFile.Storage::value).sum();
        boolean scheduled = false;
        for (final StagesFile.Entry stage : index.stages().sorted())
        {
            final double inflow = new Phases(files, index).retained(hydro, stage);
            scheduled |= inflow > 0.0;
            volume += inflow;
        }
        final Integer entry = hydro.life().entryStageId();
        final boolean ends = entry != null &&
            index.stages().sorted().stream().anyMatch((stage) -> stage.id() >= entry);
        if (scheduled && ends && volume < hydro.minStorage())
        {
            problems.warning(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                Place.file(HydrosFile.NAME).entity("hydro " + hydro.id()).field("filling.filling_inflow_m3s"),
                hydro.filling().inflow(),
                "= " + hydro.filling().inflow() + " fills to " + volume + " hm3 before the plant enters, not to " +
                    hydro.minStorage(),
                "start earlier or keep more water");
        }
    }

    private void checkHead(final HydrosFile.Entry hydro)
    {
        if (HydrosFile.LINEARIZED.equals(hydro.generation().model()))
        {
            problems.warning(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                Place.file(HydrosFile.NAME).entity("hydro " + hydro.id()).field("generation.model"),
                HydrosFile.LINEARIZED,
                "= " + HydrosFile.LINEARIZED + " counts as " + HydrosFile.CONSTANT,
                "use " + HydrosFile.FPHA + " for a production that depends on the head");
        }
    }
}
