package io.cobre.bench.collectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest
{
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "allgatherv, 1050, false",
        "allgatherv, 1051, true",
        "allreduce, 1051, true",
        "barrier, 1100, false",
        "barrier, 1101, true",
        "broadcast, 1101, true",
        "broadcast+barrier, 1100, false",
        "allreduce, 900, false"})
    void shouldFlagWhatIsSlowerThanItsTolerance(final String operation, final long newNs, final boolean isFlagged)
        throws IOException
    {
        final List<Comparison.Line> lines = Comparison.of(
            file("old.csv", row(operation, 1000, 50)), file("new.csv", row(operation, newNs, 50)));
        assertEquals(1, lines.size());
        assertEquals(isFlagged, lines.get(0).isRegression());
        assertEquals(isFlagged, lines.get(0).toString().contains("SLOWER"));
        assertTrue(lines.get(0).steady());
    }

    @Test
    void shouldTellOfAnotherPlacementOfTheCores() throws IOException
    {
        final Map<String, RowResult> before = file("old.csv", row("barrier", 1000, 50));
        assertTrue(Comparison.of(before, file("new.csv", row("barrier", 1000, 62))).get(0).steady());
        assertFalse(Comparison.of(before, file("new.csv", row("barrier", 1000, 63))).get(0).steady());
    }

    @Test
    void shouldCompareOnlyWhatBothHave() throws IOException
    {
        assertEquals(List.of(), Comparison.of(
            file("old.csv", row("barrier", 1000, 50)), file("new.csv", row("allreduce", 1000, 50))));
    }

    @Test
    void shouldReadWhatItWrites()
    {
        final RowResult row = RowResult.parse(row("allreduce", 1000, 50));
        assertEquals(row("allreduce", 1000, 50), row.csv());
        assertEquals(row, RowResult.parse(row.wire()));
        assertThrows(IllegalArgumentException.class, () -> RowResult.parse("cobre-shm,2,barrier"));
    }

    private Map<String, RowResult> file(final String name, final String... rows) throws IOException
    {
        return Comparison.read(
            Files.writeString(folder.resolve(name), RowResult.CSV_HEADER + "\n" + String.join("\n", rows) + "\n"));
    }

    private static String row(final String operation, final long medianNs, final long probeNs)
    {
        return "cobre-shm,2," + operation + ",8,100," + medianNs + ",2000,1100," + probeNs + "," + probeNs;
    }
}
