package io.cobre.engine.collective;

import io.cobre.engine.ElementType;

/**
 * Byte ranges by rank, taken from counts and displacements.
 */
final class Regions
{
    private final int[] offsets;
    private final int[] lengths;
    private int total;

    Regions(final int size)
    {
        offsets = new int[size];
        lengths = new int[size];
    }

    /**
     * Regions in a buffer, {@code base} being the byte of displacement 0.
     */
    void set(final int base, final int[] counts, final int[] displacements, final ElementType type)
    {
        lengths(counts, type);
        for (int i = 0; i < offsets.length; i++)
        {
            offsets[i] = base + displacements[i] * type.size();
        }
    }

    /**
     * Regions one after the other.
     */
    void set(final int[] counts, final ElementType type)
    {
        lengths(counts, type);
        int offset = 0;
        for (int i = 0; i < offsets.length; i++)
        {
            offsets[i] = offset;
            offset += lengths[i];
        }
    }

    private void lengths(final int[] counts, final ElementType type)
    {
        total = 0;
        for (int i = 0; i < lengths.length; i++)
        {
            lengths[i] = counts[i] * type.size();
            total += lengths[i];
        }
    }

    int offset(final int rank)
    {
        return offsets[rank];
    }

    int length(final int rank)
    {
        return lengths[rank];
    }

    /**
     * Length of the longest.
     */
    int longest()
    {
        int longest = 0;
        for (final int length : lengths)
        {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    int total()
    {
        return total;
    }
}
