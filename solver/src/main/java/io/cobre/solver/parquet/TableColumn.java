package io.cobre.solver.parquet;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * One column of a table that is being filled. Whole numbers, dates (days since 1970-01-01) and truth values are kept
 * as longs, floating point as its raw bits.
 */
public final class TableColumn
{
    private final String name;
    private final ColumnType type;
    private final boolean nullable;
    private final BitSet nulls = new BitSet();
    private long[] values = new long[16];
    private String[] texts;
    private int size;

    TableColumn(final String name, final ColumnType type, final boolean nullable)
    {
        if (type == ColumnType.OTHER)
        {
            throw new IllegalArgumentException("column " + name + " has no type");
        }
        this.name = name;
        this.type = type;
        this.nullable = nullable;
        texts = new String[type == ColumnType.STRING ? 16 : 0];
    }

    /**
     * Append a whole number or a date, to any integer column.
     *
     * @param value in the range of the column.
     * @return this.
     */
    public TableColumn add(final long value)
    {
        if (type == ColumnType.DOUBLE || type == ColumnType.STRING || type == ColumnType.BOOLEAN)
        {
            throw mismatch("a whole number");
        }
        if (type != ColumnType.INT64 && type != ColumnType.UINT32 && value != (int) value)
        {
            throw new IllegalArgumentException("column " + name + " cannot hold " + value);
        }
        return put(value);
    }

    /**
     * Append to a DOUBLE column.
     *
     * @param value any.
     * @return this.
     */
    public TableColumn add(final double value)
    {
        if (type != ColumnType.DOUBLE)
        {
            throw mismatch("a floating-point number");
        }
        return put(Double.doubleToRawLongBits(value));
    }

    /**
     * Append to a BOOLEAN column.
     *
     * @param value any.
     * @return this.
     */
    public TableColumn add(final boolean value)
    {
        if (type != ColumnType.BOOLEAN)
        {
            throw mismatch("a truth value");
        }
        return put(value ? 1 : 0);
    }

    /**
     * Append to a STRING column.
     *
     * @param value not null.
     * @return this.
     */
    public TableColumn add(final String value)
    {
        if (type != ColumnType.STRING)
        {
            throw mismatch("text");
        }
        if (size == texts.length)
        {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        texts[size] = value;
        return put(0);
    }

    /**
     * Append a missing value to an optional column.
     *
     * @return this.
     */
    public TableColumn addNull()
    {
        if (!nullable)
        {
            throw new IllegalStateException("column " + name + " has no missing values");
        }
        nulls.set(size);
        if (type == ColumnType.STRING)
        {
            return add("");
        }
        return put(0);
    }

    String name()
    {
        return name;
    }

    int size()
    {
        return size;
    }

    void clear()
    {
        size = 0;
        nulls.clear();
    }

    Type field()
    {
        final Types.PrimitiveBuilder<?> builder = nullable ? Types.optional(physical()) : Types.required(physical());
        return (Type) builder.as(logical()).named(name);
    }

    void write(final ColumnWriter writer, final int row)
    {
        final int definition = nullable ? 1 : 0;
        if (nulls.get(row))
        {
            writer.writeNull(0, 0);
            return;
        }
        switch (type)
        {
            case DOUBLE:
                writer.write(Double.longBitsToDouble(values[row]), 0, definition);
                break;
            case INT64:
                writer.write(values[row], 0, definition);
                break;
            case BOOLEAN:
                writer.write(values[row] != 0, 0, definition);
                break;
            case STRING:
                writer.write(Binary.fromString(texts[row]), 0, definition);
                break;
            default:
                writer.write((int) values[row], 0, definition);
                break;
        }
    }

    private TableColumn put(final long value)
    {
        if (size == values.length)
        {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        return this;
    }

    private PrimitiveTypeName physical()
    {
        switch (type)
        {
            case DOUBLE:
                return PrimitiveTypeName.DOUBLE;
            case INT64:
                return PrimitiveTypeName.INT64;
            case BOOLEAN:
                return PrimitiveTypeName.BOOLEAN;
            case STRING:
                return PrimitiveTypeName.BINARY;
            default:
                return PrimitiveTypeName.INT32;
        }
    }

    private LogicalTypeAnnotation logical()
    {
        switch (type)
        {
            case DATE:
                return LogicalTypeAnnotation.dateType();
            case UINT32:
                return LogicalTypeAnnotation.intType(32, false);
            case INT8:
                return LogicalTypeAnnotation.intType(8, true);
            case STRING:
                return LogicalTypeAnnotation.stringType();
            default:
                return null;
        }
    }

    private IllegalArgumentException mismatch(final String what)
    {
        return new IllegalArgumentException("column " + name + " is " + type + ", not " + what);
    }
}
