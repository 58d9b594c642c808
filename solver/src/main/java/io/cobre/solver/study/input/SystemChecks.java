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

    private static Place place(final HydrosFile.Entry hydro)
    {
        return Place.file(HydrosFile.NAME).entity("hydro " + hydro.id());
    }
}
