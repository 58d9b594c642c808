package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidBufferSizeException;
import org.agrona.MutableDirectBuffer;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Off-heap memory that arrays are copied through; it grows to the longest array seen. The array ranges have been
 * checked by the callers.
 */
final class Scratch
{
    private static final int MIN_BYTES = 4096;

    private final OperationDriver driver;
    private MutableDirectBuffer buffer = new UnsafeBuffer(0, 0);

    Scratch(final OperationDriver driver)
    {
        this.driver = driver;
    }

    /**
     * The buffer, long enough for so many elements.
     *
     * @throws InvalidBufferSizeException if no buffer is.
     */
    MutableDirectBuffer atLeast(final int count, final ElementType type)
    {
        final long bytes = (long) count * type.size();
        if (bytes > Integer.MAX_VALUE)
        {
            throw Checks.invalid(
                "array", count + " elements of " + type.size() + " bytes are more than one buffer holds")
                .with("count", count);
        }
        if (bytes > buffer.capacity() || 0 == buffer.capacity())
        {
            buffer = driver.allocate((int) Math.max(MIN_BYTES, bytes));
        }
        return buffer;
    }

    /**
     * The buffer with a whole array in it.
     */
    MutableDirectBuffer of(final Object array, final int count, final ElementType type)
    {
        atLeast(count, type);
        put(0, array, 0, count, type);
        return buffer;
    }

    void put(final int index, final Object from, final int start, final int count, final ElementType type)
    {
        final long address = buffer.addressOffset() + (long) index * type.size();
        UnsafeApi.copyMemory(from, position(from, start, type), null, address, (long) count * type.size());
    }

    void take(final int index, final Object to, final int start, final int count, final ElementType type)
    {
        final long address = buffer.addressOffset() + (long) index * type.size();
        UnsafeApi.copyMemory(null, address, to, position(to, start, type), (long) count * type.size());
    }

    private static long position(final Object array, final int start, final ElementType type)
    {
        return UnsafeApi.arrayBaseOffset(array.getClass()) + (long) start * type.size();
    }
}
