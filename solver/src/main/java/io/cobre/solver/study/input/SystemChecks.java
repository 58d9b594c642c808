package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * References between the entities of the system, the cascade, limits, and what the reservoirs hold at the start.
 */
final class SystemChecks extends Checker
{
    SystemChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        if (index.buses().size() == 0)
        {
            problems.error(
                SolverErrorKind.COVERAGE_MISMATCH,
                Place.file(BusesFile.NAME).field("buses"),
                null,
                "has no bus",
                "add a bus");
        }
        index.lines().sorted().forEach(this::checkLine);
        index.thermals().sorted().forEach(this::checkThermal);
        index.hydros().sorted().forEach(this::checkHydro);
        index.sources().sorted().forEach(this::checkSource);
        checkCascade();
        checkStorage(files.initial().storage());
    }

    private void checkLine(final LinesFile.Entry line)
    {
        final Place place = Place.file(LinesFile.NAME).entity("line " + line.id());
        index.buses().resolve(line.sourceId(), place.field("source_bus_id"), problems);
        index.buses().resolve(line.targetId(), place.field("target_bus_id"), problems);
        if (line.sourceId() == line.targetId())
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("target_bus_id"),
                line.targetId(),
                "= " + line.targetId() + " is the source bus too",
                "connect two buses");
        }
    }

    private void checkThermal(final ThermalsFile.Entry thermal)
    {
        final Place place = Place.file(ThermalsFile.NAME).entity("thermal " + thermal.id());
        index.buses().resolve(thermal.busId(), place.field("bus_id"), problems);
        checkOrder(place, "generation.min_mw", thermal.min(), "generation.max_mw", thermal.max());
    }

    private void checkHydro(final HydrosFile.Entry hydro)
    {
        final Place place = place(hydro);
        final HydrosFile.Generation generation = hydro.generation();
        index.buses().resolve(hydro.busId(), place.field("bus_id"), problems);
        checkOrder(
            place, "reservoir.min_storage_hm3", hydro.minStorage(), "reservoir.max_storage_hm3", hydro.maxStorage());
        checkOrder(
            place, "outflow.min_outflow_m3s", hydro.minOutflow(), "outflow.max_outflow_m3s", hydro.maxOutflow());
        checkOrder(
            place,
            "generation.min_turbined_m3s",
            generation.minTurbined(),
            "generation.max_turbined_m3s",
            generation.maxTurbined());
        checkOrder(
            place,
            "generation.min_generation_mw",
            generation.minGeneration(),
            "generation.max_generation_mw",
            generation.maxGeneration());
        if (hydro.diversion() != null)
        {
            checkDiversion(place, hydro);
        }
        if (hydro.downstreamId() != null)
        {
            index.hydros().resolve(hydro.downstreamId(), place.field("downstream_id"), problems);
        }
    }

    private void checkDiversion(final Place place, final HydrosFile.Entry hydro)
    {
        index.hydros().resolve(hydro.diversion().downstreamId(), place.field("diversion.downstream_id"), problems);
        if (hydro.diversion().downstreamId() == hydro.id())
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("diversion.downstream_id"),
                hydro.id(),
                "= " + hydro.id() + " is the plant itself",
                "divert to another plant");
        }
    }

    private void checkSource(final SourcesFile.Entry source)
    {
        final Place place = Place.file(SourcesFile.NAME).entity("non-controllable source " + source.id());
        index.buses().resolve(source.busId(), place.field("bus_id"), problems);
        if (source.entryStageId() != null && source.exitStageId() != null &&
            source.entryStageId() >= source.exitStageId())
        {
            problems.error(
                SolverErrorKind.STAGE_MISMATCH,
                place.field("exit_stage_id"),
                source.exitStageId(),
                "= " + source.exitStageId() + " must be after entry_stage_id = " + source.entryStageId(),
                "exchange or correct them");
        }
    }

    private void checkCascade()
    {
        final List<HydrosFile.Entry> hydros = index.hydros().sorted();
        final Set<Integer> reported = new HashSet<>();
        for (int start = 0; start < hydros.size(); start++)
        {
            final Set<Integer> path = new HashSet<>();
            int plant = start;
            while (plant >= 0 && path.add(plant))
            {
                plant = downstream(hydros.get(plant));
            }
            if (plant == start && reported.add(plant))
            {
                problems.error(
                    SolverErrorKind.PHYSICAL_CONSTRAINT,
                    place(hydros.get(plant)).field("downstream_id"),
                    hydros.get(plant).downstreamId(),
                    "closes a cycle: the water of hydro " + hydros.get(plant).id() + " returns to it",
                    "the cascade must end in a plant without downstream_id");
            }
        }
    }

    private int downstream(final HydrosFile.Entry hydro)
    {
        return hydro.downstreamId() == null ? -1 : index.hydros().index(hydro.downstreamId());
    }

    private void checkStorage(final List<InitialConditionsFile.Storage> storage)
    {
        final Set<Integer> seen = new HashSet<>();
        for (final InitialConditionsFile.Storage entry : storage)
        {
            final Place place = Place.file(InitialConditionsFile.NAME).entity("hydro " + entry.hydroId());
            final int hydro = index.hydros().resolve(entry.hydroId(), place.field("hydro_id"), problems);
            if (!seen.add(entry.hydroId()))
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("hydro_id"),
                    entry.hydroId(),
                    "= " + entry.hydroId() + " occurs twice in storage",
                    "keep one of them");
            }
            if (hydro >= 0)
            {
                checkStorage(place, entry.value(), index.hydros().sorted().get(hydro));
            }
        }
        for (final HydrosFile.Entry hydro : index.hydros().sorted())
        {
            if (!seen.contains(hydro.id()))
            {
                problems.warning(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    Place.file(InitialConditionsFile.NAME).entity("hydro " + hydro.id()),
                    null,
                    "has no initial storage; 0 hm3 is taken",
                    "add it to storage");
            }
        }
    }

    private void checkStorage(final Place place, final double value, final HydrosFile.Entry hydro)
    {
        if (value < hydro.minStorage() || value > hydro.maxStorage())
        {
            problems.warning(
                SolverErrorKind.CAPACITY_VIOLATION,
                place.field("value_hm3"),
                value,
                "= " + value + " is outside of the storage limits " + hydro.minStorage() + " to " +
                    hydro.maxStorage(),
                "check the unit: hm3");
        }
    }

    private static Place place(final HydrosFile.Entry hydro)
    {
        return Place.file(HydrosFile.NAME).entity("hydro " + hydro.id());
    }
}
