package io.cobre.solver.study.input;

import io.cobre.solver.error.SolverErrorKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of the costs, each level dearer than the next: filling a reservoir, minimum storage, deficit, limits of
 * hydros, fuel, and small costs that only guide the solution. One warning for each pair of levels names the worst case.
 */
final class PenaltyChecks extends Checker
{
    private static final String[] GUIDES = {
        HydroPenalties.SPILLAGE, HydroPenalties.FPHA_TURBINED, HydroPenalties.DIVERSION};

    /** Costs of a plant, as a rule or in one stage. */
    private record Costs(String name, HydrosFile.Entry hydro, HydroPenalties penalties)
    {
    }

    /** The worst pair of costs in the wrong order, and how many there are. */
    private final class Order
    {
        private final String field;
        private final String higherName;
        private final String lowerName;
        private int count;
        private double worst = Double.NEGATIVE_INFINITY;
        private double higher;
        private double lower;
        private String where;

        Order(final String field, final String higherName, final String lowerName)
        {
            this.field = field;
            this.higherName = higherName;
            this.lowerName = lowerName;
        }

        void compare(final String place, final double high, final double low)
        {
            if (high > low)
            {
                return;
            }
            count++;
            if (low - high > worst)
            {
                worst = low - high;
                higher = high;
                lower = low;
                where = place;
            }
        }

        void report()
        {
            if (count > 0)
            {
                problems.warning(
                    SolverErrorKind.PENALTY_CONSISTENCY,
                    Place.file(PenaltiesFile.NAME).entity(where).field(field),
                    higher,
                    "= " + higher + " (" + higherName + ") should be above " + lower + " (" + lowerName + ")" +
                        (count > 1 ? "; " + count + " such cases, this is the worst" : ""),
                    "raise the one or lower the other");
            }
        }
    }

    PenaltyChecks(final CaseFiles files, final CaseIndex index, final Problems problems)
    {
        super(files, index, problems);
    }

    @Override
    void run()
    {
        final List<Costs> costs = costs();
        final Order filling = new Order(
            "hydro." + HydroPenalties.FILLING_TARGET, "filling", "minimum storage");
        final Order storage = new Order("hydro." + HydroPenalties.STORAGE_BELOW, "minimum storage", "deficit");
        final Order deficit = new Order("bus.deficit_segments", "deficit", "limits of a hydro");
        final Order limits = new Order("hydro", "limits of a hydro", "generation of a thermal at its bus");
        final Order spills = new Order("hydro." + HydroPenalties.FPHA_TURBINED, "turbined water", "spilled water");
        for (final Costs plant : costs)
        {
            final double below = plant.penalties.cost(HydroPenalties.STORAGE_BELOW);
            final double shortage = deficit(plant.hydro.busId());
            if (plant.hydro.filling() != null)
            {
                filling.compare(plant.name, plant.penalties.cost(HydroPenalties.FILLING_TARGET), below);
            }
            if (plant.hydro.minStorage() > 0.0)
            {
                storage.compare(plant.name, below, shortage);
            }
            for (final String limit : limits(plant.hydro))
            {
                deficit.compare(plant.name, shortage, plant.penalties.cost(limit));
                limits.compare(plant.name, plant.penalties.cost(limit), dearest(plant.hydro.busId()));
            }
            if (HydrosFile.FPHA.equals(plant.hydro.generation().model()))
            {
                spills.compare(
                    plant.name,
                    plant.penalties.cost(HydroPenalties.FPHA_TURBINED),
                    plant.penalties.cost(HydroPenalties.SPILLAGE));
            }
        }
        Stream.of(filling, storage, deficit, limits, spills).forEach(Order::report);
        checkGuides(costs);
    }

    private List<Costs> costs()
    {
        final List<Costs> costs = new ArrayList<>();
        final HydroPenalties all = files.penalties().hydro();
        for (final HydrosFile.Entry hydro : index.hydros().sorted())
        {
            costs.add(new Costs("hydro " + hydro.id(), hydro, all.overriddenBy(hydro.penalties())));
        }
        final StageTable table = files.constraints().hydroCosts();
        for (int row = 0; row < table.rows(); row++)
        {
            final int hydro = index.hydros().index(table.entityId()[row]);
            if (hydro >= 0)
            {
                final HydrosFile.Entry entry = index.hydros().sorted().get(hydro);
                costs.add(new Costs(
                    "hydro " + entry.id() + ", stage " + table.stageId()[row],
                    entry,
                    all.overriddenBy(entry.penalties()).overriddenBy(HydroPenalties.of(table, row))));
            }
        }
        return costs;
    }

    /** Costs of the limits that a plant has, as a rule or in some stage. */
    private List<String> limits(final HydrosFile.Entry hydro)
    {
        final HydrosFile.Generation generation = hydro.generation();
        final List<String> limits = new ArrayList<>();
        addIf(limits, HydroPenalties.TURBINED_BELOW, generation.minTurbined() > 0.0, hydro, StageTable.MIN_TURBINED);
        addIf(limits, HydroPenalties.OUTFLOW_BELOW, hydro.minOutflow() > 0.0, hydro, StageTable.MIN_OUTFLOW);
        addIf(
            limits, HydroPenalties.OUTFLOW_ABOVE, Double.isFinite(hydro.maxOutflow()), hydro, StageTable.MAX_OUTFLOW);
        addIf(
            limits, HydroPenalties.GENERATION_BELOW, generation.minGeneration() > 0.0, hydro,
            StageTable.MIN_GENERATION);
        addIf(limits, HydroPenalties.WITHDRAWAL, false, hydro, StageTable.WITHDRAWAL);
        if (hydro.evaporation() != null)
        {
            limits.add(HydroPenalties.EVAPORATION);
        }
        return limits;
    }

    private void addIf(
        final List<String> limits,
        final String cost,
        final boolean always,
        final HydrosFile.Entry hydro,
        final String column)
    {
        final StageTable table = files.constraints().hydros();
        final boolean sometimes = IntStream.range(0, table.rows())
            .anyMatch((row) -> table.entityId()[row] == hydro.id() && table.values().get(column)[row] > 0.0);
        if (always || sometimes)
        {
            limits.add(cost);
        }
    }

    private double deficit(final int busId)
    {
        final int bus = index.buses().index(busId);
        final List<DeficitSegment> own = bus < 0 ? List.of() : index.buses().sorted().get(bus).deficit();
        return (own.isEmpty() ? files.penalties().deficit() : own).stream()
            .mapToDouble(DeficitSegment::cost).max().orElse(Double.POSITIVE_INFINITY);
    }

    private double dearest(final int busId)
    {
        return index.thermals().sorted().stream()
            .filter((thermal) -> thermal.busId() == busId)
            .mapToDouble(ThermalsFile.Entry::cost).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Costs that only guide the solution stay below what fuel costs, or deficit where there is no fuel. */
    private void checkGuides(final List<Costs> costs)
    {
        final Map<String, Double> guides = new TreeMap<>();
        costs.forEach((plant) -> Arrays.stream(GUIDES)
            .filter((name) -> !HydroPenalties.DIVERSION.equals(name) || plant.hydro.diversion() != null)
            .forEach((name) -> guides.merge("hydro." + name, plant.penalties.cost(name), Math::max)));
        index.lines().sorted().forEach((line) -> guides.merge(
            "line.exchange_cost", StudyAssembler.or(line.exchangeCost(), files.penalties().exchangeCost()), Math::max));
        index.sources().sorted().forEach((source) -> guides.merge(
            "non_controllable_source.curtailment_cost",
            StudyAssembler.or(source.curtailmentCost(), files.penalties().curtailmentCost()),
            Math::max));
        final DoubleStream fuel = index.thermals().sorted().stream()
            .mapToDouble(ThermalsFile.Entry::cost).filter((cost) -> cost > 0.0);
        final DoubleStream shortage = files.penalties().deficit().stream().mapToDouble(DeficitSegment::cost);
        final double least = DoubleStream.concat(fuel, shortage).min().orElse(Double.POSITIVE_INFINITY);
        guides.forEach((field, cost) ->
        {
            if (cost >= least)
            {
                problems.warning(
                    SolverErrorKind.PENALTY_CONSISTENCY,
                    Place.file(PenaltiesFile.NAME).field(field),
                    cost,
                    "= " + cost + " should only guide the solution, but is not below the cheapest fuel or deficit, " +
                        least,
                    "lower it");
            }
        });
    }
}
