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
    private static final int MOST_LOOKS = 100;

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
            for (int i = 0; i < MOST_LOOKS && !"[1]".equals(ranks.get(0).get("waiting_for").toString()); i++)
            {
                ranks = inspect(runDirectory);
            }
            assertEquals("[1]", ranks.get(0).get("waiting_for").toString());
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
            assertEquals(ranks.get(1).get("operations"), dead.get(1).get("operations"));
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
