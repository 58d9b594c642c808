package io.cobre.engine.collective;

/**
 * Where elements lie that the peers can read: an offset in a buffer that a rank has allocated, or an address in the
 * memory of its process.
 */
final class Place
{
    private static final int IN_PROCESS = -1;

    private int owner;
    private int number;
    private int capacity;
    private int offset;

    /**
     * No place: the elements lie in memory of one rank alone.
     */
    void clear()
    {
        set(0, 0, 0, 0);
    }

    /**
     * Describe a place.
     *
     * @param newOwner    world rank that has allocated the buffer.
     * @param newNumber   of the buffer among those of the owner, from 1; 0 for no place, -1 for an address, whose
     *                    halves the last two are.
     * @param newCapacity bytes of the buffer.
     * @param newOffset   first byte of the elements in it.
     */
    void set(final int newOwner, final int newNumber, final int newCapacity, final int newOffset)
    {
        owner = newOwner;
        number = newNumber;
        capacity = newCapacity;
        offset = newOffset;
    }

    /**
     * Describe a place outside of such buffers.
     *
     * @param newOwner   world rank.
     * @param newAddress of the first byte in the memory of its process.
     */
    void setAddress(final int newOwner, final long newAddress)
    {
        set(newOwner, IN_PROCESS, (int) (newAddress >>> Integer.SIZE), (int) newAddress);
    }

    /**
     * Whether it is an address in the memory of the owner's process.
     */
    boolean isInProcess()
    {
        return IN_PROCESS == number;
    }

    /**
     * The address of a place in the memory of the owner's process.
     */
    long address()
    {
        return (long) capacity << Integer.SIZE | Integer.toUnsignedLong(offset);
    }

    boolean isKnown()
    {
        return 0 != number;
    }

    /**
     * Whether so many bytes lie there; of an address in a process only the owner knows.
     */
    boolean holds(final int length)
    {
        return isInProcess() ? 0 != address() :
            isKnown() && offset >= 0 && length >= 0 && length <= capacity - offset;
    }

    int owner()
    {
        return owner;
    }

    int number()
    {
        return number;
    }

    int capacity()
    {
        return capacity;
    }

    int offset()
    {
        return offset;
    }
}
