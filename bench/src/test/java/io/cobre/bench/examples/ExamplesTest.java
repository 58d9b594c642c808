package io.cobre.bench.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldMakeWhatIsKeptInTheExamplesFolder() throws IOException
    {
        final Path kept = Path.of(System.getProperty("cobre.root"), "examples");
        Examples.write(folder);
        final List<Path> made;
        try (Stream<Path> files = Files.walk(folder))
        {
            made = files.filter(Files::isRegularFile).toList();
        }
        assertTrue(made.size() > 2, () -> "only " + made);
        for (final Path file : made)
        {
            final Path twin = kept.resolve(folder.relativize(file));
            if (file.toString().endsWith(".parquet"))
            {
                assertSameTable(ParquetTable.read(file), ParquetTable.read(twin), twin.toString());
            }
            else
            {
                assertEquals(Files.readString(file), Files.readString(twin), twin.toString());
            }
        }
    }

    private static void assertSameTable(final ParquetTable made, final ParquetTable kept, final String name)
    {
        assertTrue(made.rows() > 0, name);
        assertEquals(made.types(), kept.types(), name);
        made.types().forEach((column, type) ->
        {
            if (type == ColumnType.DOUBLE)
            {
                assertArrayEquals(made.doubles(column), kept.doubles(column), name);
            }
            else
            {
                assertArrayEquals(made.ints(column), kept.ints(column), name);
            }
        });
    }
}
