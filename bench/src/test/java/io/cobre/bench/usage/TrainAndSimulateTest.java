package io.cobre.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.solver.SimulationResult;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAndSimulateTest
{
    private static final Path CASE = Path.of(System.getProperty("cobre.root"), "examples", "two-reservoirs");

    @TempDir
    private Path output;

    @Test
    void shouldGiveTheSameOnOneProcessAndOnTwo()
    {
        final SimulationResult alone = TrainAndSimulate.run(CASE, output.resolve("1"), 1);
        final SimulationResult together = TrainAndSimulate.run(CASE, output.resolve("2"), 2);
        assertEquals(alone.digest(), together.digest());
        assertEquals(Optional.empty(), alone.workers());
        assertEquals(2, together.workers().orElseThrow().size());
    }
}
