package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Element-wise kernels: {@code to[i] = a[i] op b[i]}, where {@code to} may be {@code a} or {@code b} itself. A double
 * result that is NaN is stored as the canonical NaN.
 */
public final class Reduction
{
    private Reduction()
    {
    }

    static boolean isSupported(final ElementType type, final ReduceOp op)
    {
        switch (op)
        {
            case AND:
            case OR:
            case XOR:
                return ElementType.I64 == type;
            default:
                return ElementType.I8 != type;
        }
    }

    /**
     * Fold two contributions.
     *
     * @param type     of the elements; a supported combination with the operation.
     * @param op       done with each pair.
     * @param to       destination.
     * @param toOffset first byte.
     * @param a        contribution of the lower ranks.
     * @param aOffset  first byte.
     * @param b        contribution of the next rank.
     * @param bOffset  first byte.
     * @param length   bytes, a multiple of the element's size.
     */
    public static void fold(
        final ElementType type,
        final ReduceOp op,
        final UnsafeBuffer to,
        final int toOffset,
        final DirectBuffer a,
        final int aOffset,
        final DirectBuffer b,
        final int bOffset,
        final int length)
    {
        switch (type)
        {
            case F64:
                foldDoubles(op, to, toOffset, a, aOffset, b, bOffset, length);
                break;
            case I64:
                foldLongs(op, to, toOffset, a, aOffset, b, bOffset, length);
                break;
            default:
                foldInts(op, to, toOffset, a, aOffset, b, bOffset, length);
                break;
        }
    }

    /**
     * The fold of one contribution: a copy with canonical NaNs.
     */
    static void take(
        final ElementType type,
        final UnsafeBuffer to,
        final int toOffset,
        final DirectBuffer from,
        final int fromOffset,
        final int length)
    {
        if (ElementType.F64 == type)
        {
            for (int i = 0; i < length; i += Double.BYTES)
            {
                put(to, toOffset + i, from.getDouble(fromOffset + i));
            }
        }
        else if (!Overlap.isSamePlace(to, toOffset, from, fromOffset))
        {
            to.putBytes(toOffset, from, fromOffset, length);
        }
    }

    private static void foldDoubles(
        final ReduceOp op,
        final UnsafeBuffer to,
        final int toOffset,
        final DirectBuffer a,
        final int aOffset,
        final DirectBuffer b,
        final int bOffset,
        final int length)
    {
        to.boundsCheck(toOffset, length);
        a.boundsCheck(aOffset, length);
        b.boundsCheck(bOffset, length);
        final boolean hasNaN;
        switch (op)
        {
            case SUM:
                hasNaN = sum(
                    to.byteArray(), to.addressOffset() + toOffset,
                    a.byteArray(), a.addressOffset() + aOffset,
                    b.byteArray(), b.addressOffset() + bOffset,
                    length);
                break;
            case MIN:
                hasNaN = min(
                    to.byteArray(), to.addressOffset() + toOffset,
                    a.byteArray(), a.addressOffset() + aOffset,
                    b.byteArray(), b.addressOffset() + bOffset,
                    length);
                break;
            default:
                hasNaN = max(
                    to.byteArray(), to.addressOffset() + toOffset,
                    a.byteArray(), a.addressOffset() + aOffset,
                    b.byteArray(), b.addressOffset() + bOffset,
                    length);
                break;
        }
        if (hasNaN)
        {
            take(ElementType.F64, to, toOffset, to, toOffset, length);
        }
    }

    /**
     * A loop over raw memory; the range has been checked. Four sums of the results tell whether there is a NaN among
     * them, which takes less time than to ask each.
     *
     * @return whether a result may be NaN: one is, or infinities or sums beyond all numbers have met.
     */
    private static boolean sum(
        final Object to,
        final long toAddress,
        final Object a,
        final long aAddress,
        final Object b,
        final long bAddress,
        final int length)
    {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < length - (4 * Double.BYTES - 1); i += 4 * Double.BYTES)
        {
            final double value0 = UnsafeApi.getDouble(a, aAddress + i) + UnsafeApi.getDouble(b, bAddress + i);
            final double value1 = UnsafeApi.getDouble(a, aAddress + i + 8) + UnsafeApi.getDouble(b, bAddress + i + 8);
            final double value2 = UnsafeApi.getDouble(a, aAddress + i + 16) + UnsafeApi.getDouble(b, bAddress + i + 16);
            final double value3 = UnsafeApi.getDouble(a, aAddress + i + 24) + UnsafeApi.getDouble(b, bAddress + i + 24);
            UnsafeApi.putDouble(to, toAddress + i, value0);
            UnsafeApi.putDouble(to, toAddress + i + 8, value1);
            UnsafeApi.putDouble(to, toAddress + i + 16, value2);
            UnsafeApi.putDouble(to, toAddress + i + 24, value3);
            sum0 += value0;
            sum1 += value1;
            sum2 += value2;
            sum3 += value3;
        }
        for (; i < length; i += Double.BYTES)
        {
            final double value = UnsafeApi.getDouble(a, aAddress + i) + UnsafeApi.getDouble(b, bAddress + i);
            UnsafeApi.putDouble(to, toAddress + i, value);
            sum0 += value;
        }
        final double sum = sum0 + sum1 + (sum2 + sum3);
        return sum != sum;
    }

    /**
     * A loop over raw memory; the range has been checked. Whether there is a NaN is asked once for all elements.
     *
     * @return whether a result is NaN.
     */

    private static boolean min(
        final Object to,
        final long toAddress,
        final Object a,
        final long aAddress,
        final Object b,
        final long bAddress,
        final int length)
    {
        boolean hasNaN = false;
        for (int i = 0; i < length; i += Double.BYTES)
        {
            final double value = Math.min(UnsafeApi.getDouble(a, aAddress + i), UnsafeApi.getDouble(b, bAddress + i));
            hasNaN |= value != value;
            UnsafeApi.putDouble(to, toAddress + i, value);
        }
        return hasNaN;
    }

    private static boolean max(
        final Object to,
        final long toAddress,
        final Object a,
        final long aAddress,
        final Object b,
        final long bAddress,
        final int length)
    {
        boolean hasNaN = false;
        for (int i = 0; i < length; i += Double.BYTES)
        {
            final double value = Math.max(UnsafeApi.getDouble(a, aAddress + i), UnsafeApi.getDouble(b, bAddress + i));
            hasNaN |= value != value;
            UnsafeApi.putDouble(to, toAddress + i, value);
        }
        return hasNaN;
    }

    private static void put(final UnsafeBuffer to, final int offset, final double value)
    {
        to.putLong(offset, Double.doubleToLongBits(value));
    }

    private static void foldLongs(
        final ReduceOp op,
        final UnsafeBuffer to,
        final int toOffset,
        final DirectBuffer a,
        final int aOffset,
        final DirectBuffer b,
        final int bOffset,
        final int length)
    {
        for (int i = 0; i < length; i += Long.BYTES)
        {
            to.putLong(toOffset + i, apply(op, a.getLong(aOffset + i), b.getLong(bOffset + i)));
        }
    }

    private static long apply(final ReduceOp op, final long a, final long b)
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

    private static void foldInts(
        final ReduceOp op,
        final UnsafeBuffer to,
        final int toOffset,
        final DirectBuffer a,
        final int aOffset,
        final DirectBuffer b,
        final int bOffset,
        final int length)
    {
        for (int i = 0; i < length; i += Integer.BYTES)
        {
            final int x = a.getInt(aOffset + i);
            final int y = b.getInt(bOffset + i);
            final int z = ReduceOp.SUM == op ? x + y : ReduceOp.MIN == op ? Math.min(x, y) : Math.max(x, y);
            to.putInt(toOffset + i, z);
        }
    }
}
