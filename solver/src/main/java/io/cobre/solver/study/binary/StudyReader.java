package io.cobre.solver.study.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Takes values in the order in which {@link StudyWriter} put them.
 */
final class StudyReader
{
    private final ByteBuffer buffer;

    StudyReader(final byte[] bytes)
    {
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean exhausted()
    {
        return !buffer.hasRemaining();
    }

    int takeInt()
    {
        return buffer.getInt();
    }

    long takeLong()
    {
        return buffer.getLong();
    }

    double takeDouble()
    {
        return buffer.getDouble();
    }

    boolean takeBoolean()
    {
        return buffer.get() != 0;
    }

    String takeText()
    {
        final byte[] bytes = new byte[count(1)];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    LocalDate takeDate()
    {
        return LocalDate.ofEpochDay(takeLong());
    }

    <E extends Enum<E>> E takeEnum(final E[] values)
    {
        return values[takeInt()];
    }

    int[] takeInts()
    {
        final int[] values = new int[count(Integer.BYTES)];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = buffer.getInt();
        }
        return values;
    }

    boolean[] takeBooleans()
    {
        final boolean[] values = new boolean[count(1)];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = takeBoolean();
        }
        return values;
    }

    double[] takeDoubles()
    {
        final double[] values = new double[count(Double.BYTES)];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = buffer.getDouble();
        }
        return values;
    }

    double[][] takeMatrix()
    {
        final double[][] values = new double[count(Integer.BYTES)][];
        for (int i = 0; i < values.length; i++)
        {
            values[i] = takeDoubles();
        }
        return values;
    }

    <T> List<T> takeList(final Function<StudyReader, T> element)
    {
        final int count = count(1);
        final List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++)
        {
            values.add(element.apply(this));
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * A count of elements, which must fit into what is left.
     */
    private int count(final int elementBytes)
    {
        final int count = buffer.getInt();
        if (count < 0 || (long) count * elementBytes > buffer.remaining())
        {
            throw new IllegalArgumentException("a count of " + count + " exceeds the data");
        }
        return count;
    }
}
