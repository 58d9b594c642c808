package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTablesTest
{
    private static final double INTERIOR = 1e-3;

    @TempDir
    private Path folder;

    private static void check(final Study study, final Path folder, final SimulationResult result)
    {
        for (int scenario = 0; scenario < result.scenarios(); scenario++)
        {
            final Balances balances = new Balances(study, folder, scenario);
            final double cost = result.costs()[scenario];
            assertEquals(cost, balances.costs(), 1e-9 * Math.max(1.0, Math.abs(cost)));
            balances.costsByEntity();
            balances.energy();
            balances.water();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCloseTheBalancesOfAStudyWithEveryKindOfCost(final boolean chronological)
    {
        final Simulated simulated = new Simulated(DetailedStudy.of(3, chronological));
        final SimulationResult result = simulated.into(folder, 4);
        check(simulated.study(), folder, result);

        for (final String category : List.of(
            "thermal_cost", "contract_cost", "excess_cost", "storage_violation_cost",
            "filling_target_cost", "outflow_violation_below_cost", "outflow_violation_above_cost",
            "turbined_violation_cost", "generation_violation_cost", "evaporation_violation_cost",
            "withdrawal_violation_cost", "generic_violation_cost", "spillage_cost", "fpha_turbined_cost",
            "curtailment_cost", "exchange_cost", "diversion_cost"))
        {
            final double[] costs = new Balances(simulated.study(), folder, 0).read("costs").doubles(category);
            final double most = Arrays.stream(costs).map(Math::abs).max().orElseThrow();
            assertTrue(most > 0.0, category + " never occurs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-reservoirs", "four-regions"})
    void shouldCloseTheBalancesOfTheExamples(final String name)
    {
        final Path root = Path.of(System.getProperty("cobre.root", "..")).resolve("examples").resolve(name);
        checkCase(root, name);
    }

    @Test
    void shouldCloseTheBalancesOfTheReferenceCases() throws IOException
    {
        final Path root = Path.of(System.getProperty("cobre.cases", ""));
        assumeTrue(Files.isDirectory(root.resolve("1dtoy")), "the reference cases are not there: " + root);
        try (Stream<Path> cases = Files.list(root))
        {
            cases.filter((path) -> Files.exists(path.resolve("config.json"))).sorted()
                .forEach((path) -> checkCase(path, path.getFileName().toString()));
        }
    }

    private void checkCase(final Path source, final String name)
    {
        final Simulated simulated = new Simulated(CaseLoader.load(source, Map.of(
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": 2}]",
            "training.forward_passes", "1")));
        final Path target = folder.resolve(name);
        check(simulated.study(), target, simulated.into(target, 2));
    }

    @Test
    void shouldPriceEnergyAtTheCostOfThePlantThatServesTheNextUnit()
    {
        final Simulated simulated = new Simulated(SmallStudies.cascade(2, 8));
        final int scenarios = 20;
        simulated.into(folder, scenarios);
        int marginal = 0;
        for (int scenario = 0; scenario < scenarios; scenario++)
        {
            final Balances tables = new Balances(simulated.study(), folder, scenario);
            final ParquetTable thermals = tables.read("thermals");
            final ParquetTable buses = tables.read("buses");
            for (int row = 0; row < thermals.rows(); row++)
            {
                final int stage = thermals.ints("stage_id")[row];
                final int plant = thermals.ints("thermal_id")[row];
                final double generation = thermals.doubles("generation_mw")[row];
                final double least = simulated.study().data().get(stage).thermalMin()[plant][0];
                final double most = simulated.study().data().get(stage).thermalMax()[plant][0];
                if (generation > least + INTERIOR && generation < most - INTERIOR)
                {
                    final int bus = simulated.study().thermals().get(plant).bus();
                    assertEquals(
                        simulated.study().data().get(stage).thermalCost()[plant][0],
                        price(buses, stage, bus, thermals.ints("block_id")[row]), 1e-6);
                    marginal++;
                }
                assertEquals(generation > most - 1e-7 ? 3 : 2, thermals.ints("operative_state_code")[row]);
            }
        }
        assertTrue(marginal > 10, "only " + marginal + " plants were at the margin");
    }

    private static double price(final ParquetTable buses, final int stage, final int bus, final int block)
    {
        for (int row = 0; row < buses.rows(); row++)
        {
            if (buses.ints("stage_id")[row] == stage && buses.ints("bus_id")[row] == bus &&
                buses.ints("block_id")[row] == block)
            {
                return buses.doubles("spot_price")[row];
            }
        }
        throw new AssertionError("no price");
    }

    /** The last stage turbines its water instead of thermal generation at 50. */
    @Test
    void shouldValueWaterAtTheCostThatItSaves()
    {
        final Simulated simulated = new Simulated(SmallStudies.singleHydro(4));
        simulated.into(folder, 1);
        final ParquetTable hydros = new Balances(simulated.study(), folder, 0).read("hydros");
        assertEquals(-50.0 / 0.0036, hydros.doubles("water_value_per_hm3")[1], 1e-4);
        assertEquals(1, hydros.ints("storage_binding_code")[1]);
        assertEquals(730.0 * hydros.doubles("generation_mw")[0], hydros.doubles("generation_mwh")[0], 1e-6);
    }

    @Test
    void shouldWriteTheSameBytesForAnyNumberOfRanks() throws Exception
    {
        final Simulated simulated = new Simulated(DetailedStudy.of(2));
        final int scenarios = 5;
        simulated.into(folder.resolve("1"), scenarios);
        final Map<String, byte[]> alone = files(folder.resolve("1"));
        assertEquals(9 * scenarios, alone.size());
        for (final int size : new int[]{2, 7})
        {
            final Path target = folder.resolve(Integer.toString(size));
            Ranks.run(size, (communicator) -> simulated.into(target, scenarios, communicator));
            final Map<String, byte[]> together = files(target);
            assertEquals(alone.keySet(), together.keySet());
            alone.forEach((name, bytes) -> assertTrue(Arrays.equals(bytes, together.get(name)), name));
        }
    }

    private static Map<String, byte[]> files(final Path root) throws IOException
    {
        final Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root))
        {
            for (final Path path : paths.filter(Files::isRegularFile).toList())
            {
                files.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void shouldLeaveOutTablesWithoutRowsAndValuesThatDoNotExist()
    {
        final Simulated simulated = new Simulated(SmallStudies.cascade(1, 1));
        simulated.into(folder, 1);
        for (final String table : List.of("non_controllables", "inflow_lags", "violations"))
        {
            assertFalse(Files.exists(folder.resolve(table)), table);
        }
        final ParquetTable hydros = new Balances(simulated.study(), folder, 0).read("hydros");
        assertEquals(5 * 2 * 2, hydros.rows());
        assertTrue(hydros.isNull("evaporation_m3s", 0));
        assertTrue(hydros.isNull("diverted_inflow_m3s", 0));
        assertFalse(hydros.isNull("productivity_mw_per_m3s", 0));
    }

    @Test
    void shouldTellRowsAndMeaningOfEveryColumn()
    {
        final Study study = DetailedStudy.of(1);
        for (final EntityTable table : EntityTable.all(2))
        {
            assertTrue(table.rows(study) > 0, table.table().name());
            assertEquals(
                table.table().columns().size(),
                table.table().columns().stream().map(OutputColumn::name).distinct().count());
            table.table().columns().forEach((column) -> assertFalse(column.meaning().isBlank(), column.name()));
        }
    }
}
