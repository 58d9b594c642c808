package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cobre.bench.examples.ManyReservoirs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study with 60 hydros, 60 stages and 20 openings in a heap that would not hold all paths and cuts of many times its
 * size; more scenarios need no more memory, that of the LP library included.
 */
@Tag("slow")
class ManyReservoirsTest
{
    private static final String HEAP = "-Xmx128m";
    private static final long MOST_KILOBYTES = 512L << 10;
    private static final long MORE_KILOBYTES = 64L << 10;

    @TempDir
    private Path folder;

    private record Run(JsonNode data, long peakKilobytes)
    {
    }

    private Run run(final int scenarios) throws IOException, InterruptedException
    {
        final Path study = folder.resolve("case-" + scenarios);
        ManyReservoirs.write(study, 2, scenarios);
        try (CobreProcess process = CobreProcess.start(
            List.of(HEAP), "run", study.toString(), "--format", "json", "--quiet"))
        {
            final long peak = process.peakKilobytes();
            final JsonNode response = process.json();
            assertTrue(response.get("success").asBoolean(), response + process.err());
            return new Run(response.get("data"), peak);
        }
    }

    @Test
    void shouldTrainAndSimulateInABoundedHeap() throws IOException, InterruptedException
    {
        final Run few = run(2);
        assertEquals(3, few.data.get("iterations").asInt());
        assertEquals(3 * 2 * 59, few.data.get("total_cuts").asInt());
        assertTrue(few.data.get("lower_bound").asDouble() > 0.0);
        final Run many = run(40);
        assertEquals(few.data.get("policy_digest"), many.data.get("policy_digest"));
        assertEquals(40, many.data.get("simulation").get("scenarios").asInt());
        assertTrue(many.peakKilobytes < MOST_KILOBYTES, many.peakKilobytes + " KiB");
        assertTrue(
            many.peakKilobytes <= few.peakKilobytes + MORE_KILOBYTES,
            many.peakKilobytes + " KiB, and with few scenarios " + few.peakKilobytes);
        assertTrue(Files.isRegularFile(
            folder.resolve("case-40/output/simulation/costs/scenario_id=0039/data.parquet")));
    }
}
