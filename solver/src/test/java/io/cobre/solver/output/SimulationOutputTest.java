package io.cobre.solver.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.simulate.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationOutputTest
{
    private static final int SCENARIOS = 3;
    private static Simulated simulated;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train()
    {
        simulated = new Simulated(DetailedStudy.of(1));
    }

    private SimulationResult write(final Function<Path, SimulationResult> simulate)
    {
        return SimulationOutput.write(
            OutputFolder.prepare(folder, folder), simulated.study(), simulate, Function.identity(),
            (result) -> new RunFacts(Instant.EPOCH, Instant.EPOCH, "local", 1));
    }

    private List<String> names(final Path parent) throws IOException
    {
        try (Stream<Path> paths = Files.list(parent))
        {
            return paths.map((path) -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldTellTheRowsThatTheTablesHave() throws IOException
    {
        write((tables) -> simulated.into(tables, SCENARIOS));
        final Path root = folder.resolve("simulation");
        assertEquals(
            List.of(
                "_SUCCESS", "buses", "contracts", "costs", "exchanges", "hydros", "metadata.json",
                "non_controllables", "pumping_stations", "thermals", "violations"),
            names(root));
        final JsonNode tables = new ObjectMapper().readTree(root.resolve("metadata.json").toFile()).path("tables");
        assertEquals(9, tables.size());
        for (final var table : tables.properties())
        {
            long rows = 0;
            for (int scenario = 0; scenario < SCENARIOS; scenario++)
            {
                final ParquetTable data = ParquetTable.read(
                    root.resolve(table.getKey() + "/scenario_id=000" + scenario + "/data.parquet"));
                rows += data.rows();
                assertEquals(data.types().size(), table.getValue().path("columns").asInt());
            }
            assertEquals(rows, table.getValue().path("rows").asLong(), table.getKey());
            assertTrue(rows > 0);
        }
    }

    /** A process that was killed had no time to clear up. */
    @Test
    void shouldClearWhatASimulationThatWasKilledHasLeft() throws IOException
    {
        for (final String name : List.of(".simulation.new", ".simulation.old"))
        {
            Files.createDirectories(folder.resolve(name).resolve("costs/scenario_id=0099"));
            Files.writeString(folder.resolve(name).resolve("costs/scenario_id=0099/data.parquet"), "half");
        }
        write((tables) -> simulated.into(tables, SCENARIOS));
        assertEquals(List.of("simulation"), names(folder));
        assertEquals(SCENARIOS, names(folder.resolve("simulation/costs")).size());
    }

    @Test
    void shouldKeepTheOldResultsWhenASimulationFails() throws IOException
    {
        write((tables) -> simulated.into(tables, SCENARIOS));
        final byte[] before = Files.readAllBytes(folder.resolve("simulation/metadata.json"));
        assertThrows(IllegalStateException.class, () -> write((tables) ->
        {
            simulated.into(tables, 1);
            throw new IllegalStateException("interrupted");
        }));
        assertEquals(List.of("simulation"), names(folder));
        assertEquals(SCENARIOS, names(folder.resolve("simulation/costs")).size());
        assertEquals(
            new String(before), new String(Files.readAllBytes(folder.resolve("simulation/metadata.json"))));
    }
}
