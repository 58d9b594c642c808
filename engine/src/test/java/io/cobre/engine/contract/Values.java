package io.cobre.engine.contract;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.MutableDirectBuffer;

/**
 * The plain model: the elements that each rank contributes, and scalar loops for what must come out.
 */
final class Values
{
    private static final double[] SPECIAL =
    {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        1e308,
        1.0,
        -1e-300,
        Double.longBitsToDouble(0xFFF8_0000_0000_0123L)
    };

    private Values()
    {
    }

    /**
     * Bits of an element of a rank; a round in the salt tells stale data from new.
     */
    static long bits(final long salt, final int rank, final int index, final ElementType type)
    {
        long z = salt * 0x9E37_79B9_7F4A_7C15L + rank * 0xBF58_476D_1CE4_E5B9L + index * 0x94D0_49BB_1331_11EBL;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        z ^= z >>> 31;
        return ElementType.F64 == type ? Double.doubleToRawLongBits(number(z)) : z;
    }

    private static double number(final long z)
    {
        final int kind = (int) (z >>> 60);
        return 0 == kind ?
            SPECIAL[(int) ((z & 0xFFFF) % SPECIAL.length)] : (z >> 11) * Math.scalb(1.0, (int) (z & 63) - 80);
    }

    static void fill(
        final MutableDirectBuffer buffer,
        final int offset,
        final long salt,
        final int rank,
        final int count,
        final ElementType type)
    {
        for (int i = 0; i < count; i++)
        {
            put(buffer, offset + i * type.size(), bits(salt, rank, i, type), type);
        }
    }

    static void put(final MutableDirectBuffer buffer, final int offset, final long bits, final ElementType type)
    {
        switch (type)
        {
            case I8:
                buffer.putByte(offset, (byte) bits);
                break;
            case I32:
                buffer.putInt(offset, (int) bits);
                break;
            default:
                buffer.putLong(offset, bits);
                break;
        }
    }

    /**
     * The fold of all ranks in rank order.
     */
    static long folded(final long salt, final int ranks, final int index, final ElementType type, final ReduceOp op)
    {
        long result = bits(salt, 0, index, type);
        if (ElementType.F64 == type)
        {
            double value = Double.longBitsToDouble(result);
            for (int rank = 1; rank < ranks; rank++)
            {
                value = fold(value, Double.longBitsToDouble(bits(salt, rank, index, type)), op);
            }
            return Double.doubleToLongBits(value);
        }
        result = ElementType.I32 == type ? (int) result : result;
        for (int rank = 1; rank < ranks; rank++)
        {
            final long next = bits(salt, rank, index, type);
            result = ElementType.I32 == type ?
                (int) fold((int) result, (int) next, op) : fold(result, next, op);
        }
        return result;
    }

    private static double fold(final double a, final double b, final ReduceOp op)
    {
        switch (op)
        {
            case SUM:
                return a + b;
            case MIN:
                return Math.min(a, b);
            default:
                return Math.max(a, b);
        }
    }

    private static long fold(final long a, final long b, final ReduceOp op)
    {
        switch (op)
        {
            case SUM:
                return a + b;
            case MIN:
                return Math.min(a, b);
            case MAX:
                return Math.max(a, b);
            case AND:
                return a & b;
            case OR:
                return a | b;
            default:
                return a ^ b;
        }
    }
}
