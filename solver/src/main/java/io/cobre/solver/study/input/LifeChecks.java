package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When entities come and go, what reservoirs hold at the start and how they fill, contracts and pumping stations.
 */
final class LifeChecks extends Checker
{
    LifeChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        checkLives(ThermalsFile.NAME, "thermal", index.thermals(), ThermalsFile.Entry::life);
        checkLives(LinesFile.NAME, "line", index.lines(), LinesFile.Entry::life);
        checkLives(HydrosFile.NAME, "hydro", index.hydros(), HydrosFile.Entry::life);
        checkLives(SourcesFile.NAME, "non-controllable source", index.sources(), SourcesFile.Entry::life);
        checkLives(ContractsFile.NAME, "contract", index.contracts(), ContractsFile.Entry::life);
        checkLives(PumpingFile.NAME, "pumping station", index.pumps(), PumpingFile.Entry::life);
        index.contracts().sorted().forEach(this::checkContract);
        index.pumps().sorted().forEach(this::checkPump);
        index.hydros().sorted().stream().filter((hydro) -> hydro.filling() != null).forEach(this::checkFilling);
        checkStorage();
    }

    private <E extends Identified> void checkLives(
        final String file, final String kind, final Ids<E> entities, final Function<E, Life> life)
    {
        for (final E entity : entities.sorted())
        {
            final Life stages = life.apply(entity);
            if (stages.entryStageId() != null && stages.exitStageId() != null &&
                stages.entryStageId() >= stages.exitStageId())
            {
                problems.error(
                    SolverErrorKind.STAGE_MISMATCH,
                    Place.file(file).entity(kind + " " + entity.id()).field(Life.EXIT),
                    stages.exitStageId(),
                    "= " + stages.exitStageId() + " must be after " + Life.ENTRY + " = " + stages.entryStageId(),
                    "exchange or correct them");
            }
        }
    }

    private void checkContract(final ContractsFile.Entry contract)
    {
        final Place place = Place.file(ContractsFile.NAME).entity("contract " + contract.id());
        index.buses().resolve(contract.busId(), place.field("bus_id"), problems);
        checkOrder(place, "limits.min_mw", contract.min(), "limits.max_mw", contract.max());
        if (contract.export() ? contract.price() > 0.0 : contract.price() < 0.0)
        {
            problems.warning(
                SolverErrorKind.PENALTY_CONSISTENCY,
                place.field("price_per_mwh"),
                contract.price(),
                contract.export() ?
                    "= " + contract.price() + " is positive: exports are paid for" :
                    "= " + contract.price() + " is negative: imports earn money",
                "imports cost a positive price, exports earn a negative one");
        }
    }

    private void checkPump(final PumpingFile.Entry pump)
    {
        final Place place = Place.file(PumpingFile.NAME).entity("pumping station " + pump.id());
        index.buses().resolve(pump.busId(), place.field("bus_id"), problems);
        index.hydros().resolve(pump.sourceId(), place.field("source_hydro_id"), problems);
        index.hydros().resolve(pump.destinationId(), place.field("destination_hydro_id"), problems);
        checkOrder(place, "flow.min_m3s", pump.min(), "flow.max_m3s", pump.max());
        if (pump.sourceId() == pump.destinationId())
        {
            problems.error(
                SolverErrorKind.PHYSICAL_CONSTRAINT,
                place.field("destination_hydro_id"),
                pump.destinationId(),
                "= " + pump.destinationId() + " is the source too",
                "pump to another reservoir");
        }
    }

    private void checkFilling(final HydrosFile.Entry hydro)
    {
        final Place place = Place.file(HydrosFile.NAME).entity("hydro " + hydro.id()).field("filling");
        final Integer entry = hydro.life().entryStageId();
        if (entry == null)
        {
            problems.error(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                place,
                null,
                "needs the entry_stage_id of the plant: the first stage after filling",
                "add entry_stage_id");
        }
        else if (files.stages().cyclic())
        {
            problems.notBuilt(place, null, "filling of reservoirs in a cyclic horizon");
        }
        else if (hydro.filling().startStageId() >= entry)
        {
            problems.error(
                SolverErrorKind.STAGE_MISMATCH,
                place.field("start_stage_id"),
                hydro.filling().startStageId(),
                "= " + hydro.filling().startStageId() + " must be before entry_stage_id = " + entry,
                "exchange or correct them");
        }
    }

    private void checkStorage()
    {
        final Map<Integer, String> seen = new HashMap<>();
        checkStorage(seen, "storage", files.initial().storage());
        checkStorage(seen, "filling_storage", files.initial().filling());
        for (final HydrosFile.Entry hydro : index.hydros().sorted())
        {
            if (!seen.containsKey(hydro.id()))
            {
                problems.warning(
                    SolverErrorKind.COVERAGE_MISMATCH,
                    initial(hydro.id()),
                    null,
                    "has no initial storage; 0 hm3 is taken",
                    "add it to " + (hydro.filling() == null ? "storage" : "filling_storage"));
            }
        }
    }

    private void checkStorage(
        final Map<Integer, String> seen, final String list, final List<InitialConditionsFile.Storage> storage)
    {
        for (final InitialConditionsFile.Storage entry : storage)
        {
            final Place place = initial(entry.hydroId());
            final int hydro = index.hydros().resolve(entry.hydroId(), place.field("hydro_id"), problems);
            final String before = seen.put(entry.hydroId(), list);
            if (before != null)
            {
                problems.error(
                    SolverErrorKind.DUPLICATE_ID,
                    place.field("hydro_id"),
                    entry.hydroId(),
                    "= " + entry.hydroId() +
                        (before.equals(list) ? " occurs twice in " + list : " occurs in " + before + " and " + list),
                    "keep one of them");
            }
            if (hydro >= 0)
            {
                final HydrosFile.Entry plant = index.hydros().sorted().get(hydro);
                final boolean fills = "filling_storage".equals(list);
                if (fills && plant.filling() == null)
                {
                    problems.error(
                        SolverErrorKind.INCOMPATIBLE_SETTINGS,
                        place.field("hydro_id"),
                        entry.hydroId(),
                        "= " + entry.hydroId() + " is in filling_storage, but the plant has no filling",
                        "move it to storage, or add filling to " + HydrosFile.NAME);
                }
                checkStorage(
                    place,
                    entry.value(),
                    fills ? 0.0 : plant.minStorage(),
                    fills ? plant.minStorage() : plant.maxStorage());
            }
        }
    }

    private void checkStorage(final Place place, final double value, final double least, final double most)
    {
        if (value < least || value > most)
        {
            problems.warning(
                SolverErrorKind.CAPACITY_VIOLATION,
                place.field("value_hm3"),
                value,
                "= " + value + " is outside of the storage limits " + least + " to " + most,
                "check the unit: hm3");
        }
    }

    private static Place initial(final int hydroId)
    {
        return Place.file(InitialConditionsFile.NAME).entity("hydro " + hydroId);
    }
}
