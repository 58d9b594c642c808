package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectivesBenchmarkTest
{
    private static final List<String> ROWS = List.of(
        "barrier 0", "allreduce 8", "allreduce 65536", "allreduce 65536 foreign", "allgatherv 8", "allgatherv 65536",
        "allgatherv 65536 foreign");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    @Tag("slow")
    void shouldMeasureEveryRowBetweenProcesses(final String backend) throws Exception
    {
        measure(backend, "2");
    }

    @Test
    void shouldMeasureOneProcess() throws Exception
    {
        measure("local", "1");
    }

    @Test
    void shouldListTheMicroBenchmarksInOneObject() throws Exception
    {
        try (CobreProcess cobre = CobreProcess.start("bench", "jmh", "Kernel", "--list", "--format", "json"))
        {
            final JsonNode benchmarks = cobre.json().get("data").get("benchmarks");
            assertEquals("io.cobre.bench.jmh.KernelBenchmark.fold", benchmarks.get(0).asText(), "" + benchmarks);
        }
    }

    private void measure(final String backend, final String ranks) throws Exception
    {
        final Path csv = folder.resolve("rows.csv");
        final Path histograms = folder.resolve("histograms");
        final JsonNode response;
        try (CobreProcess cobre = CobreProcess.start(
            "bench", "collectives", "--ranks", ranks, "--backend", backend, "--ops", "barrier,allreduce,allgatherv",
            "--sizes", "8,65536", "--seconds", "0.01", "--csv", csv.toString(), "--hdr", histograms.toString(),
            "--format", "json"))
        {
            response = cobre.json();
        }
        assertTrue(response.get("success").asBoolean(), response.toString());
        final List<String> lines = Files.readAllLines(csv);
        assertEquals(
            "lib,ranks,op,bytes_per_rank,iters,p50_ns,p99_ns,mean_ns,probe_before_ns,probe_after_ns", lines.get(0));
        final List<String[]> rows = lines.stream().skip(1).map((line) -> line.split(",")).toList();
        assertEquals(ROWS, rows.stream()
            .map((row) -> row[2] + " " + row[3] + (row[0].endsWith("-foreign") ? " foreign" : "")).toList());
        for (final String[] row : rows)
        {
            assertTrue(row[0].startsWith("cobre-" + backend), row[0]);
            assertTrue(Long.parseLong(row[5]) > 0 && Long.parseLong(row[5]) <= Long.parseLong(row[6]), row[0]);
            assertEquals(Long.parseLong(row[4]), samples(histograms, String.join("-", row[0], row[1], row[2], row[3])));
        }
    }

    private static long samples(final Path folder, final String name) throws FileNotFoundException
    {
        assertTrue(Files.exists(folder.resolve(name + ".hgrm")), name);
        try (HistogramLogReader log = new HistogramLogReader(folder.resolve(name + ".hlog").toFile()))
        {
            return ((Histogram) log.nextIntervalHistogram()).getTotalCount();
        }
    }
}
