package io.cobre.solver.parquet;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A flat table that is filled by column and written as one Parquet file: ZSTD, dictionaries on, row groups of
 * {@value #ROW_GROUP_ROWS} rows. The file appears under its name only when it is complete.
 * <pre>
 * final ParquetTables table = new ParquetTables();
 * final TableColumn stage = table.required("stage_id", ColumnType.INT32);
 * final TableColumn gap = table.optional("gap_percent", ColumnType.DOUBLE);
 * stage.add(0);
 * gap.addNull();
 * table.write(file);
 * </pre>
 */
public final class ParquetTables
{
    /** Rows of a row group. */
    public static final int ROW_GROUP_ROWS = 100_000;

    private static final long ROW_GROUP_BYTES = 128L << 20;

    private final List<TableColumn> columns = new ArrayList<>();

    /**
     * Add a column without missing values.
     *
     * @param name of the column.
     * @param type any but OTHER.
     * @return the column, to be filled.
     */
    public TableColumn required(final String name, final ColumnType type)
    {
        return column(new TableColumn(name, type, false));
    }

    /**
     * Add a column that may have missing values.
     *
     * @param name of the column.
     * @param type any but OTHER.
     * @return the column, to be filled.
     */
    public TableColumn optional(final String name, final ColumnType type)
    {
        return column(new TableColumn(name, type, true));
    }

    /**
     * Number of rows so far, which is that of the first column.
     *
     * @return 0 or more.
     */
    public int rows()
    {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    /**
     * Write the table, replacing the file if it exists. Folders that are missing are made. All columns must have the
     * same number of values.
     *
     * @param file path of the file.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public void write(final Path file)
    {
        checkSizes();
        final Path target = file.toAbsolutePath();
        final Path temporary = target.resolveSibling("." + target.getFileName() + ".partial");
        try
        {
            Files.createDirectories(target.getParent());
            try
            {
                writeTo(temporary);
                force(temporary);
                Files.move(
                    temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            finally
            {
                Files.deleteIfExists(temporary);
            }
        }
        catch (final IOException ex)
        {
            throw cannotWrite(file, ex);
        }
    }

    /**
     * Write the table as a part of a folder that is not complete yet: the bytes are not forced to the disk, and a
     * failure may leave a part of the file.
     *
     * @param file path of the file; missing folders are made.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public void writePart(final Path file)
    {
        checkSizes();
        try
        {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writeTo(file);
        }
        catch (final IOException ex)
        {
            throw cannotWrite(file, ex);
        }
    }

    /**
     * Forget all rows; the columns stay and keep their memory.
     */
    public void clear()
    {
        columns.forEach(TableColumn::clear);
    }

    private void checkSizes()
    {
        for (final TableColumn column : columns)
        {
            if (column.size() != rows())
            {
                throw new IllegalStateException(
                    "column " + column.name() + " has " + column.size() + " values, the table has " + rows());
            }
        }
    }

    private static CobreIOException cannotWrite(final Path file, final IOException cause)
    {
        return new CobreIOException(
            SolverErrorKind.OUTPUT_NOT_FOUND, "cannot write " + file + ": " + cause.getMessage(), file, cause);
    }

    private TableColumn column(final TableColumn column)
    {
        columns.add(column);
        return column;
    }

    private void writeTo(final Path file) throws IOException
    {
        final List<Type> fields = new ArrayList<>();
        columns.forEach((column) -> fields.add(column.field()));
        final MessageType schema = new MessageType("schema", fields);
        final ParquetProperties properties = ParquetProperties.builder().withDictionaryEncoding(true).build();
        try (ParquetFileWriter writer = new ParquetFileWriter(
            new LocalOutputFile(file),
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties))
        {
            writer.start();
            for (int first = 0; first < rows(); first += ROW_GROUP_ROWS)
            {
                writeGroup(writer, properties, schema, first, Math.min(rows(), first + ROW_GROUP_ROWS));
            }
            writer.end(Map.of());
        }
        FooterOrder.sort(file);
    }

    private void writeGroup(
        final ParquetFileWriter writer,
        final ParquetProperties properties,
        final MessageType schema,
        final int first,
        final int end)
        throws IOException
    {
        try (ColumnChunkPageWriteStore pages = new ColumnChunkPageWriteStore(
            new PageCodecs().getCompressor(CompressionCodecName.ZSTD),
            schema,
            new HeapByteBufferAllocator(),
            properties.getColumnIndexTruncateLength()))
        {
            final ColumnWriteStore store = properties.newColumnWriteStore(schema, pages, pages);
            final ColumnWriter[] writers =
                schema.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
            for (int row = first; row < end; row++)
            {
                for (int i = 0; i < writers.length; i++)
                {
                    columns.get(i).write(writers[i], row);
                }
                store.endRecord();
            }
            store.flush();
            writer.startBlock(end - first);
            pages.flushToFileWriter(writer);
            writer.endBlock();
            store.close();
        }
    }

    private static void force(final Path file) throws IOException
    {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE))
        {
            channel.force(true);
        }
    }
}
