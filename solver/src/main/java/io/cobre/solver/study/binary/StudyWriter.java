package io.cobre.solver.study.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Appends values to a growing buffer, little-endian: lengths and counts as int, text as UTF-8, enums as ordinal, dates
 * as days since 1970-01-01, absent arrays as length -1.
 */
final class StudyWriter
{
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    byte[] bytes()
    {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    void putInt(final int value)
    {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(final long value)
    {
        room(Long.BYTES).putLong(value);
    }

    void putDouble(final double value)
    {
        room(Double.BYTES).putDouble(value);
    }

    void putBoolean(final boolean value)
    {
        room(1).put((byte) (value ? 1 : 0));
    }

    void putText(final String value)
    {
        final byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        room(bytes.length).put(bytes);
    }

    void putDate(final LocalDate value)
    {
        putLong(value.toEpochDay());
    }

    void putEnum(final Enum<?> value)
    {
        putInt(value.ordinal());
    }

    void putInts(final int[] values)
    {
        putInt(values.length);
        room(values.length * Integer.BYTES);
        for (final int value : values)
        {
            buffer.putInt(value);
        }
    }

    void putBooleans(final boolean[] values)
    {
        putInt(values.length);
        for (final boolean value : values)
        {
            putBoolean(value);
        }
    }

    void putDoubles(final double[] values)
    {
        putInt(values.length);
        room(values.length * Double.BYTES);
        for (final double value : values)
        {
            buffer.putDouble(value);
        }
    }

    void putMatrix(final double[][] values)
    {
        putInt(values.length);
        for (final double[] row : values)
        {
            putDoubles(row);
        }
    }

    <T> void putList(final List<T> values, final BiConsumer<StudyWriter, T> element)
    {
        putInt(values.size());
        for (final T value : values)
        {
            element.accept(this, value);
        }
    }

    private ByteBuffer room(final int bytes)
    {
        if (buffer.remaining() < bytes)
        {
            final int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(buffer.position());
        }
        return buffer;
    }
}
