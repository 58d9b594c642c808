package io.cobre.solver.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTablesTest
{
    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatWasWritten()
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn id = table.required("id", ColumnType.INT32);
        final TableColumn code = table.required("code", ColumnType.INT8);
        final TableColumn count = table.required("count", ColumnType.INT64);
        final TableColumn gap = table.optional("gap", ColumnType.DOUBLE);
        final TableColumn flag = table.optional("flag", ColumnType.BOOLEAN);
        final TableColumn name = table.optional("name", ColumnType.STRING);
        final TableColumn day = table.required("day", ColumnType.DATE);
        final TableColumn index = table.required("index", ColumnType.UINT32);
        id.add(-7).add(8);
        code.add(-128).add(127);
        count.add(1L << 40).add(-1);
        gap.addNull().add(Double.NEGATIVE_INFINITY);
        flag.add(true).addNull();
        name.add("N").addNull();
        day.add(19723).add(-1);
        index.add(0).add(3);
        final Path file = folder.resolve("deep/er/table.parquet");
        table.write(file);

        final ParquetTable read = ParquetTable.read(file);
        assertEquals(2, read.rows());
        assertEquals(
            List.of(
                ColumnType.INT32,
                ColumnType.INT8,
                ColumnType.INT64,
                ColumnType.DOUBLE,
                ColumnType.BOOLEAN,
                ColumnType.STRING,
                ColumnType.DATE,
                ColumnType.UINT32),
            List.copyOf(read.types().values()));
        assertArrayEquals(new int[]{-7, 8}, read.ints("id"));
        assertArrayEquals(new int[]{-128, 127}, read.ints("code"));
        assertArrayEquals(new long[]{1L << 40, -1}, read.longs("count"));
        assertTrue(read.isNull("gap", 0));
        assertEquals(Double.NEGATIVE_INFINITY, read.doubles("gap")[1]);
        assertEquals(1, read.nullCount("flag"));
        assertTrue(read.booleans("flag")[0]);
        assertEquals("N", read.strings("name")[0]);
        assertArrayEquals(new int[]{19723, -1}, read.ints("day"));
        assertArrayEquals(new int[]{0, 3}, read.ints("index"));
    }

    /** The library lists them in an order that differs from process to process. */
    @Test
    void shouldListTheEncodingsOfAColumnInTheirOrder() throws IOException
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn id = table.required("id", ColumnType.INT32);
        final TableColumn value = table.optional("value", ColumnType.DOUBLE);
        for (int row = 0; row < ParquetTables.ROW_GROUP_ROWS + 1; row++)
        {
            id.add(row % 2);
            value.add((double) row);
        }
        final Path file = folder.resolve("table.parquet");
        table.write(file);
        final byte[] written = Files.readAllBytes(file);
        Files.write(file, withEncodingsReversed(written));
        FooterOrder.sort(file);
        assertArrayEquals(written, Files.readAllBytes(file));
    }

    private static byte[] withEncodingsReversed(final byte[] file) throws IOException
    {
        final ByteBuffer changed = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        final int end = file.length - 8;
        final int start = end - changed.getInt(end);
        final FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(file, start, end - start));
        assertEquals(2, metadata.getRow_groups().size());
        metadata.getRow_groups().forEach((group) -> group.getColumns().forEach((column) ->
        {
            assertTrue(column.getMeta_data().getEncodings().size() > 1);
            Collections.reverse(column.getMeta_data().getEncodings());
        }));
        final ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(metadata, footer);
        assertEquals(end - start, footer.size());
        changed.position(start).put(footer.toByteArray());
        assertFalse(Arrays.equals(file, changed.array()));
        return changed.array();
    }

    @Test
    void shouldKeepEveryRowOverSeveralRowGroups()
    {
        final int rows = 2 * ParquetTables.ROW_GROUP_ROWS + 17;
        final ParquetTables table = new ParquetTables();
        final TableColumn id = table.required("id", ColumnType.INT32);
        final TableColumn value = table.optional("value", ColumnType.DOUBLE);
        for (int row = 0; row < rows; row++)
        {
            id.add(row);
            if (row % 3 == 0)
            {
                value.addNull();
            }
            else
            {
                value.add(row / 7.0);
            }
        }
        final Path file = folder.resolve("large.parquet");
        table.write(file);
        final ParquetTable read = ParquetTable.read(file, List.of("value"));
        assertEquals(rows, read.rows());
        for (int row = 0; row < rows; row++)
        {
            assertEquals(row % 3 == 0, read.isNull("value", row));
            assertEquals(row % 3 == 0 ? 0.0 : row / 7.0, read.doubles("value")[row]);
        }
        assertThrows(IllegalArgumentException.class, () -> read.ints("id"));
    }

    @Test
    void shouldReadATableWithoutRowGroups()
    {
        final ParquetTables table = new ParquetTables();
        table.required("id", ColumnType.INT32);
        final Path file = folder.resolve("empty.parquet");
        table.write(file);
        assertEquals(0, ParquetTable.read(file).rows());
    }

    @Test
    void shouldLeaveNothingBesideTheFile() throws IOException
    {
        final ParquetTables table = new ParquetTables();
        table.required("id", ColumnType.INT32).add(1);
        table.write(folder.resolve("a.parquet"));
        table.write(folder.resolve("a.parquet"));
        try (var files = Files.list(folder))
        {
            assertEquals(List.of("a.parquet"), files.map((path) -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void shouldRefuseColumnsOfUnequalLength()
    {
        final ParquetTables table = new ParquetTables();
        table.required("a", ColumnType.INT32).add(1);
        table.required("b", ColumnType.INT32);
        final Path file = folder.resolve("bad.parquet");
        assertThrows(IllegalStateException.class, () -> table.write(file));
        assertFalse(Files.exists(file));
    }

    @Test
    void shouldReportEveryTruncationAsParseError() throws IOException
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn id = table.required("id", ColumnType.INT32);
        for (int i = 0; i < 100; i++)
        {
            id.add(i);
        }
        final Path file = folder.resolve("whole.parquet");
        table.write(file);
        final byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++)
        {
            final Path cut = folder.resolve("cut.parquet");
            Files.write(cut, Arrays.copyOf(bytes, length));
            final CobreIOException error = assertThrows(CobreIOException.class, () -> ParquetTable.read(cut));
            assertEquals(SolverErrorKind.PARSE_ERROR, error.kind());
        }
    }

    @Test
    void shouldFindDamageInTheData() throws IOException
    {
        final ParquetTables table = new ParquetTables();
        final TableColumn value = table.required("value", ColumnType.DOUBLE);
        for (int i = 0; i < 1000; i++)
        {
            value.add(Math.sqrt(i));
        }
        final Path file = folder.resolve("damaged.parquet");
        table.write(file);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file, bytes);
        assertEquals(
            SolverErrorKind.PARSE_ERROR,
            assertThrows(CobreIOException.class, () -> ParquetTable.read(file)).kind());
    }
}
