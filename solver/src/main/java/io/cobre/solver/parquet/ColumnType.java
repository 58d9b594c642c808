package io.cobre.solver.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * What a column of a flat table holds.
 */
public enum ColumnType
{
    /** Signed 32-bit integers. */
    INT32,
    /** Unsigned 32-bit integers. */
    UINT32,
    /** Signed 8-bit integers, stored in 32 bits. */
    INT8,
    /** Signed 64-bit integers. */
    INT64,
    /** 64-bit floating point. */
    DOUBLE,
    /** Days since 1970-01-01, stored in 32 bits. */
    DATE,
    /** Truth values. */
    BOOLEAN,
    /** UTF-8 text. */
    STRING,
    /** Anything else: cannot be read. */
    OTHER;

    static ColumnType of(final Type type)
    {
        if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED))
        {
            return OTHER;
        }
        final LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        final PrimitiveType.PrimitiveTypeName name = type.asPrimitiveType().getPrimitiveTypeName();
        switch (name)
        {
            case INT32:
                return ofInt32(logical);
            case INT64:
                return logical == null || isInteger(logical, 64, true) ? INT64 : OTHER;
            case DOUBLE:
                return DOUBLE;
            case BOOLEAN:
                return BOOLEAN;
            case BINARY:
                return logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation ? STRING : OTHER;
            default:
                return OTHER;
        }
    }

    private static ColumnType ofInt32(final LogicalTypeAnnotation logical)
    {
        if (logical == null || isInteger(logical, 32, true))
        {
            return INT32;
        }
        if (isInteger(logical, 32, false))
        {
            return UINT32;
        }
        if (isInteger(logical, 8, true))
        {
            return INT8;
        }
        return logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation ? DATE : OTHER;
    }

    private static boolean isInteger(final LogicalTypeAnnotation logical, final int bits, final boolean signed)
    {
        return logical instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation annotation &&
            annotation.getBitWidth() == bits && annotation.isSigned() == signed;
    }
}
