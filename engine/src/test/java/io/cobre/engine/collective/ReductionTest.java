package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReductionTest
{
    private static final int LONGEST = 11;
    private static final long ODD_NAN = 0xFFF8_0000_0000_1234L;

    /**
     * Each value at each place of vectors of each length, on the heap and not, into a buffer of its own and in place.
     */
    @ParameterizedTest
    @EnumSource(names = {"SUM", "MIN", "MAX"})
    void shouldGiveTheBitsOfOnePairAfterTheOtherWithCanonicalNaNs(final ReduceOp op)
    {
        final double nan = Double.longBitsToDouble(ODD_NAN);
        final double[] values = {nan, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -0.0};
        for (int length = 0; length <= LONGEST; length++)
        {
            for (int place = 0; place < length; place++)
            {
                for (final double value : values)
                {
                    for (final double other : values)
                    {
                        check(op, vector(length, place, value, 1), vector(length, place, other, 2));
                        check(op, vector(length, 0, value, 1), vector(length, place, other, 2));
                    }
                }
            }
        }
    }

    private static double[] vector(final int length, final int place, final double value, final int seed)
    {
        final double[] vector = new double[length];
        for (int i = 0; i < length; i++)
        {
            vector[i] = i == place ? value : 0.1 * (i + seed);
        }
        return vector;
    }

    private static void check(final ReduceOp op, final double[] a, final double[] b)
    {
        final int bytes = a.length * Double.BYTES;
        final UnsafeBuffer left = buffer(ByteBuffer.allocateDirect(bytes + 8), a);
        final UnsafeBuffer right = buffer(ByteBuffer.allocate(bytes + 8), b);
        final UnsafeBuffer to = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes + 8));
        Reduction.fold(ElementType.F64, op, to, 8, left, 8, right, 8, bytes);
        Reduction.fold(ElementType.F64, op, left, 8, left, 8, right, 8, bytes);
        for (int i = 0; i < a.length; i++)
        {
            final long expected = Double.doubleToLongBits(expected(op, a[i], b[i]));
            assertEquals(expected, to.getLong(8 + i * Double.BYTES), a[i] + " and " + b[i]);
            assertEquals(expected, left.getLong(8 + i * Double.BYTES), a[i] + " and " + b[i] + " in place");
        }
    }

    private static double expected(final ReduceOp op, final double a, final double b)
    {
        return ReduceOp.SUM == op ? a + b : ReduceOp.MIN == op ? Math.min(a, b) : Math.max(a, b);
    }

    private static UnsafeBuffer buffer(final ByteBuffer memory, final double[] values)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(memory);
        for (int i = 0; i < values.length; i++)
        {
            buffer.putDouble(8 + i * Double.BYTES, values[i]);
        }
        return buffer;
    }
}
