package io.cobre.engine;

/**
 * Type of the elements of a collective; all little-endian.
 */
public enum ElementType
{
    /** Bytes; they cannot be reduced. */
    I8(1, 1),
    /** 32-bit integers; sums wrap. */
    I32(2, 4),
    /** 64-bit integers; sums wrap. */
    I64(3, 8),
    /** IEEE 754 binary64. */
    F64(4, 8);

    private final int code;
    private final int size;

    ElementType(final int code, final int size)
    {
        this.code = code;
        this.size = size;
    }

    /**
     * Code on the wire.
     *
     * @return 1..4; 0 means an operation without elements.
     */
    public int code()
    {
        return code;
    }

    /**
     * Size of one element.
     *
     * @return bytes.
     */
    public int size()
    {
        return size;
    }
}
