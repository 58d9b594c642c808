package io.cobre.engine.contract;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Assertions;

/**
 * Comparison of buffers with the model, bit by bit.
 */
final class Expect
{
    private Expect()
    {
    }

    static void elements(
        final DirectBuffer buffer,
        final int offset,
        final long salt,
        final int rank,
        final int count,
        final ElementType type)
    {
        for (int i = 0; i < count; i++)
        {
            same(Values.bits(salt, rank, i, type), buffer, offset + i * type.size(), type, i);
        }
    }

    static void folded(
        final DirectBuffer buffer,
        final int offset,
        final long salt,
        final int ranks,
        final int first,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        for (int i = 0; i < count; i++)
        {
            same(Values.folded(salt, ranks, first + i, type, op), buffer, offset + i * type.size(), type, i);
        }
    }

    static void bytes(final DirectBuffer buffer, final int from, final int to, final byte value)
    {
        for (int i = from; i < to; i++)
        {
            if (value != buffer.getByte(i))
            {
                Assertions.fail("byte " + i + " is " + buffer.getByte(i) + ", not " + value);
            }
        }
    }

    private static void same(
        final long bits, final DirectBuffer buffer, final int offset, final ElementType type, final int index)
    {
        final boolean isEqual;
        switch (type)
        {
            case I8:
                isEqual = (byte) bits == buffer.getByte(offset);
                break;
            case I32:
                isEqual = (int) bits == buffer.getInt(offset);
                break;
            default:
                isEqual = bits == buffer.getLong(offset);
                break;
        }
        if (!isEqual)
        {
            Assertions.fail("element " + index + " (" + type + ", byte " + offset + ") differs from the model: " +
                Long.toHexString(bits) + " expected");
        }
    }
}
