package io.cobre.engine.collective;

/**
 * Where elements lie that the peers can read: an offset in a buffer that a rank has allocated.
 */
final class Place
{
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
     * @param newNumber   of the buffer among those of the owner, from 1; 0 for no place.
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

    boolean isKnown()
    {
        return 0 != number;
    }

    /**
     * Whether so many bytes lie there.
     */
    boolean holds(final int length)
    {
        return isKnown() && offset >= 0 && length >= 0 && length <= capacity - offset;
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
