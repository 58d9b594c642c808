package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import java.util.Arrays;

/**
 * Byte ranges by rank, taken from counts and displacements.
 */
final class Regions
{
    private final int[] offsets;
    private final int[] lengths;
    private final int[] knownCounts;
    private final int[] knownDisplacements;
    private int knownBase;
    private ElementType knownType;
    private int countsHash;
    private int total;
    private int longest;
    private int end;

    Regions(final int size)
    {
        offsets = new int[size];
        lengths = new int[size];
        knownCounts = new int[size];
        knownDisplacements = new int[size];
    }

    /**
     * Regions in a buffer, {@code base} being the byte of displacement 0.
     */
    void set(final int base, final int[] counts, final int[] displacements, final ElementType type)
    {
        lengths(counts, type);
        end = base;
        for (int i = 0; i < offsets.length; i++)
        {
            offsets[i] = base + displacements[i] * type.size();
            knownCounts[i] = counts[i];
            knownDisplacements[i] = displacements[i];
            end = Math.max(end, offsets[i] + lengths[i]);
        }
        countsHash = Signature.hash(counts);
        knownBase = base;
        knownType = type;
    }

    /**
     * Whether {@link #set(int, int[], int[], ElementType)} would change nothing.
     */
    boolean isSame(final int base, final int[] counts, final int[] displacements, final ElementType type)
    {
        return base == knownBase && type == knownType &&
            Arrays.equals(counts, knownCounts) && Arrays.equals(displacements, knownDisplacements);
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
        longest = 0;
        for (int i = 0; i < lengths.length; i++)
        {
            lengths[i] = counts[i] * type.size();
            total += lengths[i];
            longest = Math.max(longest, lengths[i]);
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
        return longest;
    }

    /**
     * What {@link Signature#hash(int[])} makes of the counts of regions with displacements.
     */
    int countsHash()
    {
        return countsHash;
    }

    /**
     * Where the last one ends in its buffer.
     */
    int end()
    {
        return end;
    }

    int total()
    {
        return total;
    }
}
