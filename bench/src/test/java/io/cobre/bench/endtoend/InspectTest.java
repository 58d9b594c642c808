package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be seen of a run from outside, while it lives and after it has failed.
 */
class InspectTest
{
    private static final String CASE = Path.of(System.getProperty("cobre.root"), "examples/four-regions").toString();

    @TempDir
    private Path output;

    @Test
    void shouldTellWhomEveryRankWaitsForAndWhatItHasDone() throws Exception
    {
        try (CobreProcess cobre = CobreProcess.start(
            "train", CASE, "--num-workers", "2", "--iterations", "100000", "--output", "" + output,
            "--format", "json-lines"))
        {
            final List<ProcessHandle> workers = cobre.workers(2);
            cobre.await(() -> cobre.hasPrinted("\"progress\""));
            final Path runDirectory = CobreProcess.runDirectory(workers.get(1));
            new ProcessBuilder("kill", "-STOP", "" + workers.get(1).pid()).start().waitFor();
            JsonNode ranks = inspect(runDirectory);
            while (!"[1]".equals(ranks.get(0).get("waiting_for").toString()))
            {
                ranks = inspect(runDirectory);
            }
            assertTrue(ranks.get(0).get("alive").asBoolean());
            assertTrue(ranks.get(0).get("since_ms").asLong() >= 0);
            final String last = ranks.get(0).get("last_operation").asText();
            assertTrue(last.endsWith(" #" + ranks.get(0).get("sequence").asLong()), last);
            assertEquals(2, ranks.size());
            checkCounts(ranks.get(0));
            checkCounts(ranks.get(1));

            workers.get(1).destroyForcibly();
            assertEquals(5, cobre.exitCode(), cobre.err());
            final JsonNode dead = inspect(diagnostics());
            assertFalse(dead.get(1).get("alive").asBoolean());
            // a rank that could still close has taken its counters with it
            checkCounts(dead.get(1));
        }
    }

    private static void checkCounts(final JsonNode rank)
    {
        long counted = 0;
        for (final JsonNode count : rank.get("operations"))
        {
            counted += count.asLong();
        }
        assertTrue(counted > 0, rank.toString());
        assertTrue(counted <= rank.get("sequence").asLong(), rank.toString());
    }

    private Path diagnostics() throws Exception
    {
        try (Stream<Path> runs = Files.list(output.resolve("diagnostics")))
        {
            return runs.findFirst().orElseThrow();
        }
    }

    private static JsonNode inspect(final Path folder) throws Exception
    {
        try (CobreProcess inspect = CobreProcess.start("inspect", folder.toString(), "--format", "json"))
        {
            return inspect.json().get("data").get("ranks");
        }
    }
}
