package io.cobre.solver.lp.natives;

import com.sun.jna.Pointer;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/**
 * Memory that belongs to a native library, seen as doubles or bytes. The view is made anew only when the memory has
 * moved or more of it is wanted.
 */
public final class MemoryView
{
    private long address;
    private ByteBuffer bytes;
    private DoubleBuffer doubles;

    /**
     * See doubles.
     *
     * @param start of the memory.
     * @param count number of doubles.
     * @return valid as long as the library keeps the memory.
     */
    public DoubleBuffer doubles(final long start, final int count)
    {
        look(start, (long) count * Double.BYTES);
        return doubles;
    }

    /**
     * See bytes.
     *
     * @param start of the memory.
     * @param count number of bytes.
     * @return valid as long as the library keeps the memory.
     */
    public ByteBuffer bytes(final long start, final int count)
    {
        look(start, count);
        return bytes;
    }

    private void look(final long start, final long count)
    {
        if (start == 0 && count > 0)
        {
            throw new IllegalStateException("the library has no such memory");
        }
        if (start != address || bytes == null || bytes.capacity() < count)
        {
            address = start;
            bytes = count == 0 ? ByteBuffer.allocate(0) : new Pointer(start).getByteBuffer(0, count);
            doubles = bytes.asDoubleBuffer();
        }
    }
}
