package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.solver.parquet.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndTest
{
    private static final Path EXAMPLES = Path.of(System.getProperty("cobre.root"), "examples");
    private static final String SMALL = EXAMPLES.resolve("two-reservoirs").toString();
    private static final String LARGE = EXAMPLES.resolve("four-regions").toString();

    @TempDir
    private Path output;

    @Test
    void shouldTrainWithTheSameBitsOnAnyNumberOfWorkers() throws Exception
    {
        JsonNode first = null;
        for (final int workers : new int[]{1, 2, 3, 5})
        {
            final JsonNode response = run(
                "train", SMALL, "--num-workers", "" + workers, "--output", "" + output, "--format", "json");
            assertTrue(response.get("success").asBoolean(), response.toString());
            final JsonNode data = response.get("data");
            first = first == null ? data : first;
            assertEquals(first.get("policy_digest"), data.get("policy_digest"));
            assertEquals(first.get("bounds_digest"), data.get("bounds_digest"));
            assertTrue(data.get("start_time_ms").asLong() > 0, data.toString());
            assertTrue(data.get("lp_share").get(0).asDouble() > 0.0, data.toString());
            assertEquals(first.get("lower_bound").asDouble(), data.get("lower_bound").asDouble());
            checkWorkers(data.get("workers"), workers);
        }
    }

    @Test
    void shouldWriteWhatItPromises() throws Exception
    {
        final JsonNode response = run("train", SMALL, "--output", "" + output, "--format", "json");
        assertTrue(response.get("data").get("workers").isNull());
        assertEquals("iteration_limit", response.get("data").get("termination_reason").asText());
        final ParquetTable table = ParquetTable.read(output.resolve("training/convergence.parquet"));
        assertEquals(5, table.rows());
        assertEquals(response.get("data").get("lower_bound").asDouble(), table.doubles("lower_bound")[4]);
        final JsonNode metadata = new ObjectMapper().readTree(output.resolve("training/metadata.json").toFile());
        assertEquals(response.get("data").get("policy_digest"), metadata.get("policy_digest"));
        assertEquals("complete", metadata.get("status").asText());
        assertTrue(Files.exists(output.resolve("policy/metadata.json")));
    }

    @Test
    void shouldRunAsTrainAndSimulateDo() throws Exception
    {
        final JsonNode whole = run("run", SMALL, "--output", "" + output, "--format", "json").get("data");
        final JsonNode alone = run(
            "simulate", SMALL, "--policy", output.resolve("policy").toString(), "--num-workers", "2",
            "--output", output.resolve("again").toString(), "--format", "json").get("data");
        assertEquals(whole.get("simulation"), alone.get("simulation"));
        assertEquals(50, whole.get("simulation").get("scenarios").asInt());
        assertTrue(Files.exists(output.resolve("again/simulation/costs/scenario_id=0049/data.parquet")));
        assertEquals(50, list(output.resolve("simulation/costs")).size());
        final JsonNode found = run("simulate", SMALL, "--output", "" + output, "--format", "json").get("data");
        assertEquals(whole.get("simulation"), found.get("simulation"));
    }

    @Test
    void shouldTellEveryIterationOfEveryWorkerInJsonLines() throws Exception
    {
        try (CobreProcess cobre = CobreProcess.start(
            "train", SMALL, "--num-workers", "2", "--output", "" + output, "--format", "json-lines"))
        {
            assertEquals(0, cobre.exitCode(), cobre.err());
            final List<JsonNode> lines = new ArrayList<>();
            for (final String line : cobre.out().lines().toList())
            {
                lines.add(new ObjectMapper().readTree(line));
            }
            assertEquals("started", lines.get(0).get("type").asText());
            assertEquals("result", lines.get(lines.size() - 1).get("type").asText());
            assertEquals("terminated", lines.get(lines.size() - 2).get("type").asText());
            for (int rank = 0; rank < 2; rank++)
            {
                final int worker = rank;
                assertEquals(List.of(1, 2, 3, 4, 5), lines.stream()
                    .filter((line) -> "progress".equals(line.get("type").asText()))
                    .filter((line) -> line.get("worker_id").asInt() == worker)
                    .map((line) -> line.get("done").asInt())
                    .toList());
            }
        }
    }

    @Test
    void shouldNameTheWorkerThatWasKilled() throws Exception
    {
        try (CobreProcess cobre = CobreProcess.start(
            "train", LARGE, "--num-workers", "3", "--iterations", "100000", "--output", "" + output,
            "--format", "json-lines"))
        {
            final List<ProcessHandle> workers = cobre.workers(3);
            cobre.await(() -> cobre.hasPrinted("\"progress\""));
            final Path runDirectory = CobreProcess.runDirectory(workers.get(1));
            assertTrue(Files.exists(runDirectory), runDirectory.toString());
            workers.get(1).destroyForcibly();
            assertEquals(5, cobre.exitCode(), cobre.err());
            final List<String> lines = cobre.out().lines().toList();
            final JsonNode error = new ObjectMapper().readTree(lines.get(lines.size() - 1)).get("errors").get(0);
            assertEquals("WorkerFailed", error.get("kind").asText());
            assertEquals(1, error.get("context").get("rank").asInt());
            assertEquals("SIGKILL", error.get("context").get("signal").asText());
            assertEquals(0, workers.stream().filter(ProcessHandle::isAlive).count());
            assertFalse(Files.exists(runDirectory), runDirectory.toString());
        }
    }

    @Test
    void shouldKeepWhatItHasReachedWhenItIsInterrupted() throws Exception
    {
        for (final int workers : new int[]{1, 2})
        {
            final Path folder = output.resolve("" + workers);
            try (CobreProcess cobre = CobreProcess.start(
                "train", LARGE, "--num-workers", "" + workers, "--iterations", "100000", "--output", "" + folder,
                "--format", "json-lines"))
            {
                cobre.await(() -> cobre.hasPrinted("\"progress\""));
                new ProcessBuilder("kill", "-INT", "" + cobre.process().pid()).start().waitFor();
                assertEquals(130, cobre.exitCode(), cobre.err());
                final List<String> lines = cobre.out().lines().toList();
                final JsonNode result = new ObjectMapper().readTree(lines.get(lines.size() - 1));
                assertEquals("shutdown", result.get("data").get("termination_reason").asText());
                assertEquals("Interrupted", result.get("errors").get(0).get("kind").asText());
                assertTrue(Files.exists(folder.resolve("training/convergence.parquet")));
                assertTrue(Files.exists(folder.resolve("policy/metadata.json")));
            }
        }
    }

    @Test
    void shouldKeepOldResultsWhenANewRunFails() throws Exception
    {
        run("train", SMALL, "--output", "" + output, "--format", "json");
        final String before = Files.readString(output.resolve("training/metadata.json"));
        final JsonNode response = run(
            "train", SMALL, "--override", "training.forward_passes=0", "--output", "" + output, "--format", "json");
        assertNotEquals(0, response.get("exit_code").asInt());
        assertEquals(before, Files.readString(output.resolve("training/metadata.json")));
    }

    @Test
    void shouldGiveOneScreenAndTheRightExitCode() throws Exception
    {
        final Path file = Files.writeString(output.resolve("file"), "in the way");
        check(1, "train", SMALL, "--num-workers", "0");
        check(1, "train", SMALL, "--num-workers", "many");
        check(1, "train", SMALL, "--num-workers", "2", "--backend", "mpi");
        check(1, "train", SMALL, "--iterations", "0");
        check(1, "train", SMALL, "--override", "training.forward_pases=3");
        check(2, "train", output.resolve("nothing").toString());
        check(2, "train", SMALL, "--output", file.resolve("below").toString());
        check(2, "simulate", SMALL, "--policy", output.resolve("nothing").toString(), "--output", "" + output);
        check(2, "summary", "" + output);
    }

    private static void check(final int exitCode, final String... arguments) throws Exception
    {
        try (CobreProcess cobre = CobreProcess.start(arguments))
        {
            assertEquals(exitCode, cobre.exitCode(), () -> List.of(arguments).toString());
            assertEquals("", cobre.out());
            assertTrue(cobre.err().startsWith("error "), cobre.err());
            assertTrue(cobre.err().lines().count() < 12, cobre.err());
            assertFalse(cobre.err().contains("\tat "), cobre.err());
        }
    }

    private static JsonNode run(final String... arguments) throws IOException, InterruptedException
    {
        try (CobreProcess cobre = CobreProcess.start(arguments))
        {
            final JsonNode response = cobre.json();
            assertEquals(response.get("exit_code").asInt(), cobre.exitCode());
            assertEquals(response.get("success").asBoolean(), response.get("errors").isEmpty());
            return response;
        }
    }

    private static void checkWorkers(final JsonNode workers, final int count)
    {
        assertEquals(count == 1, workers.isNull());
        for (int rank = 0; rank < workers.size(); rank++)
        {
            assertEquals(rank, workers.get(rank).get("rank").asInt());
            assertEquals("shm", workers.get(rank).get("backend").asText());
            assertTrue(workers.get(rank).get("pid").asLong() > 0);
        }
        assertEquals(count == 1 ? 0 : count, workers.size());
    }

    private static List<Path> list(final Path folder) throws IOException
    {
        try (Stream<Path> files = Files.list(folder))
        {
            return files.toList();
        }
    }
}
