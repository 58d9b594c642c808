package io.cobre.solver.parquet;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A flat Parquet table held in memory by column: any number of row groups, columns required or optional, pages plain
 * or compressed.
 */
public final class ParquetTable
{
    private final int rows;
    private final Map<String, ColumnType> types;
    private final Map<String, Column> columns;

    private ParquetTable(final int rows, final Map<String, ColumnType> types, final Map<String, Column> columns)
    {
        this.rows = rows;
        this.types = types;
        this.columns = columns;
    }

    /**
     * Read all columns that can be read.
     *
     * @param file path of the file.
     * @return the table.
     * @throws CobreIOException of kind ParseError if the file is not Parquet, truncated or corrupt.
     */
    public static ParquetTable read(final Path file)
    {
        return read(file, null);
    }

    /**
     * Read some columns.
     *
     * @param file path of the file.
     * @param only names of the columns to read where they exist; null for all.
     * @return the table.
     * @throws CobreIOException of kind ParseError if the file is not Parquet, truncated or corrupt.
     */
    public static ParquetTable read(final Path file, final Collection<String> only)
    {
        final ParquetReadOptions options = new ParquetReadOptions.Builder(new PlainParquetConfiguration())
            .withCodecFactory(new PageCodecs())
            .usePageChecksumVerification()
            .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options))
        {
            return read(reader, only);
        }
        catch (final IOException | RuntimeException | InternalError ex)
        {
            throw new CobreIOException(
                SolverErrorKind.PARSE_ERROR,
                file.getFileName() + " is not a readable Parquet file: " + reason(ex),
                file,
                ex);
        }
    }

    /**
     * Number of rows.
     *
     * @return 0 or more.
     */
    public int rows()
    {
        return rows;
    }

    /**
     * Names and types of all columns of the file, in its order, also of those that were not read.
     *
     * @return unmodifiable.
     */
    public Map<String, ColumnType> types()
    {
        return types;
    }

    /**
     * Values of a column of type INT32, UINT32, INT8 or DATE.
     *
     * @param name of a column that was read.
     * @return by row; 0 where null.
     */
    public int[] ints(final String name)
    {
        return column(name).ints;
    }

    /**
     * Values of a column of type INT64.
     *
     * @param name of a column that was read.
     * @return by row; 0 where null.
     */
    public long[] longs(final String name)
    {
        return column(name).longs;
    }

    /**
     * Values of a column of type DOUBLE.
     *
     * @param name of a column that was read.
     * @return by row; 0.0 where null.
     */
    public double[] doubles(final String name)
    {
        return column(name).doubles;
    }

    /**
     * Values of a column of type BOOLEAN.
     *
     * @param name of a column that was read.
     * @return by row; false where null.
     */
    public boolean[] booleans(final String name)
    {
        return column(name).booleans;
    }

    /**
     * Values of a column of type STRING.
     *
     * @param name of a column that was read.
     * @return by row; null where null.
     */
    public String[] strings(final String name)
    {
        return column(name).strings;
    }

    /**
     * Whether a value is missing.
     *
     * @param name of a column that was read.
     * @param row  from 0.
     * @return true if null.
     */
    public boolean isNull(final String name, final int row)
    {
        return column(name).nulls.get(row);
    }

    /**
     * Number of missing values of a column.
     *
     * @param name of a column that was read.
     * @return 0 or more.
     */
    public int nullCount(final String name)
    {
        return column(name).nulls.cardinality();
    }

    private Column column(final String name)
    {
        final Column column = columns.get(name);
        if (column == null)
        {
            throw new IllegalArgumentException("no column " + name);
        }
        return column;
    }

    private static ParquetTable read(final ParquetFileReader reader, final Collection<String> only) throws IOException
    {
        final MessageType schema = reader.getFileMetaData().getSchema();
        final Map<String, ColumnType> types = new LinkedHashMap<>();
        final Map<String, Column> columns = new LinkedHashMap<>();
        final int rows = Math.toIntExact(reader.getRecordCount());
        final List<Type> wanted = new ArrayList<>();
        for (final Type field : schema.getFields())
        {
            final ColumnType type = ColumnType.of(field);
            types.put(field.getName(), type);
            if (type != ColumnType.OTHER && (only == null || only.contains(field.getName())))
            {
                wanted.add(field);
                columns.put(field.getName(), new Column(type, rows));
            }
        }
        if (!wanted.isEmpty())
        {
            final MessageType projection = new MessageType(schema.getName(), wanted);
            reader.setRequestedSchema(projection);
            fill(reader, projection, columns, rows);
        }
        return new ParquetTable(rows, types, columns);
    }

    private static void fill(
        final ParquetFileReader reader,
        final MessageType schema,
        final Map<String, Column> columns,
        final int rows)
        throws IOException
    {
        final String createdBy = reader.getFileMetaData().getCreatedBy();
        int done = 0;
        PageReadStore group = reader.readNextRowGroup();
        while (group != null)
        {
            final int count = Math.toIntExact(group.getRowCount());
            final ColumnReadStoreImpl store =
                new ColumnReadStoreImpl(group, new SinkConverter(schema), schema, createdBy);
            for (final ColumnDescriptor descriptor : schema.getColumns())
            {
                final ColumnReader source = store.getColumnReader(descriptor);
                columns.get(descriptor.getPath()[0]).read(source, descriptor.getMaxDefinitionLevel(), done, count);
            }
            done += count;
            group = reader.readNextRowGroup();
        }
        if (done != rows)
        {
            throw new IOException("the row groups hold " + done + " rows, the footer says " + rows);
        }
    }

    private static String reason(final Throwable error)
    {
        final String message = error.getMessage();
        final String text = message == null ? error.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return text.replaceAll("[\\w.$]*LocalInputFile@\\w+", "the file");
    }

    private static final class Column
    {
        private final ColumnType type;
        private final BitSet nulls = new BitSet();
        private int[] ints;
        private long[] longs;
        private double[] doubles;
        private boolean[] booleans;
        private String[] strings;

        Column(final ColumnType type, final int rows)
        {
            this.type = type;
            switch (type)
            {
                case INT64:
                    longs = new long[rows];
                    break;
                case DOUBLE:
                    doubles = new double[rows];
                    break;
                case BOOLEAN:
                    booleans = new boolean[rows];
                    break;
                case STRING:
                    strings = new String[rows];
                    break;
                default:
                    ints = new int[rows];
                    break;
            }
        }

        void read(final ColumnReader source, final int maxDefinition, final int first, final int count)
        {
            for (int row = first; row < first + count; row++)
            {
                if (source.getCurrentDefinitionLevel() == maxDefinition)
                {
                    value(source, row);
                }
                else
                {
                    nulls.set(row);
                }
                source.consume();
            }
        }

        private void value(final ColumnReader source, final int row)
        {
            switch (type)
            {
                case INT64:
                    longs[row] = source.getLong();
                    break;
                case DOUBLE:
                    doubles[row] = source.getDouble();
                    break;
                case BOOLEAN:
                    booleans[row] = source.getBoolean();
                    break;
                case STRING:
                    strings[row] = source.getBinary().toStringUsingUTF8();
                    break;
                default:
                    ints[row] = source.getInteger();
                    break;
            }
        }
    }
}
