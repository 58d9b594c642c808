package io.cobre.solver.lp.natives;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;

/**
 * A re-used piece of native memory that holds an argument or a result of a native call: doubles, ints or bytes, from
 * its first byte on. It grows when asked to hold more, which loses its content, and is freed by {@link #close()}.
 */
public final class OffHeapArray implements AutoCloseable
{
    private static final int SMALLEST_BYTES = 64;
    private static final int LARGEST_BYTES = Integer.MAX_VALUE & -Double.BYTES;

    private long address;
    private int capacityBytes = -1;
    private ByteBuffer bytes;
    private DoubleBuffer doubles;
    private IntBuffer ints;

    /**
     * Where the memory is.
     *
     * @return a pointer for a native call, valid until the array grows or is closed.
     */
    public long address()
    {
        return address;
    }

    /**
     * Make room for doubles.
     *
     * @param count number of doubles.
     * @return {@link #address()}.
     */
    public long ofDoubles(final int count)
    {
        reserve((long) count * Double.BYTES);
        return address;
    }

    /**
     * Make room for ints.
     *
     * @param count number of ints.
     * @return {@link #address()}.
     */
    public long ofInts(final int count)
    {
        reserve((long) count * Integer.BYTES);
        return address;
    }

    /**
     * Copy doubles in.
     *
     * @param source from its first element on.
     * @param count  number of doubles.
     * @return {@link #address()}.
     */
    public long put(final double[] source, final int count)
    {
        reserve((long) count * Double.BYTES);
        doubles.put(0, source, 0, count);
        return address;
    }

    /**
     * Copy ints in.
     *
     * @param source from its first element on.
     * @param count  number of ints.
     * @return {@link #address()}.
     */
    public long put(final int[] source, final int count)
    {
        reserve((long) count * Integer.BYTES);
        ints.put(0, source, 0, count);
        return address;
    }

    /**
     * Copy bytes in.
     *
     * @param source from its first element on.
     * @param count  number of bytes.
     * @return {@link #address()}.
     */
    public long put(final byte[] source, final int count)
    {
        reserve(count);
        bytes.put(0, source, 0, count);
        return address;
    }

    /**
     * Copy doubles out.
     *
     * @param target from its first element on.
     * @param count  number of doubles.
     */
    public void get(final double[] target, final int count)
    {
        doubles.get(0, target, 0, count);
    }

    /**
     * Copy ints out.
     *
     * @param target from its first element on.
     * @param count  number of ints.
     */
    public void get(final int[] target, final int count)
    {
        ints.get(0, target, 0, count);
    }

    /**
     * Change one double.
     *
     * @param index below what was reserved or put.
     * @param value new.
     */
    public void set(final int index, final double value)
    {
        doubles.put(index, value);
    }

    /**
     * The first double.
     *
     * @return its value.
     */
    public double firstDouble()
    {
        return doubles.get(0);
    }

    /**
     * The first int.
     *
     * @return its value.
     */
    public int firstInt()
    {
        return ints.get(0);
    }

    @Override
    public void close()
    {
        if (address != 0)
        {
            Native.free(address);
            address = 0;
            capacityBytes = -1;
            bytes = null;
            doubles = null;
            ints = null;
        }
    }

    private void reserve(final long size)
    {
        if (size <= capacityBytes)
        {
            return;
        }
        final long roomy = Math.max(SMALLEST_BYTES, size + size / 2);
        final int wanted = (int) Math.min(LARGEST_BYTES, roomy);
        if (wanted < size)
        {
            throw new IllegalArgumentException(size + " bytes do not fit a native array");
        }
        close();
        address = Native.malloc(wanted);
        if (address == 0)
        {
            throw new OutOfMemoryError("no native memory for " + wanted + " bytes");
        }
        capacityBytes = wanted;
        bytes = new Pointer(address).getByteBuffer(0, wanted);
        doubles = bytes.asDoubleBuffer();
        ints = bytes.asIntBuffer();
    }
}
