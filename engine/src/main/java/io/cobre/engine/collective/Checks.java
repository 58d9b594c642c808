package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.InvalidRootException;
import io.cobre.engine.ReduceOp;
import org.agrona.DirectBuffer;

/**
 * Validation of arguments before anything is sent. All backends use it, the group of one included.
 */
final class Checks
{
    private final int rank;
    private final int size;

    Checks(final int rank, final int size)
    {
        this.rank = rank;
        this.size = size;
    }

    void root(final String operation, final int root)
    {
        if (root < 0 || root >= size)
        {
            final InvalidRootException failure = new InvalidRootException(
                operation + ": root " + root + " is not a rank of a communicator of size " + size);
            failure.with("operation", operation).with("root", root).with("size", size);
            throw failure;
        }
    }

    void range(
        final String operation,
        final String name,
        final DirectBuffer buffer,
        final int offset,
        final int count,
        final ElementType type)
    {
        if (count < 0 || offset < 0 || offset + (long) count * type.size() > buffer.capacity())
        {
            throw invalid(
                operation,
                name + ": " + count + " elements of " + type.size() + " bytes at offset " + offset +
                " do not fit a buffer of " + buffer.capacity() + " bytes")
                .with("buffer", name)
                .with("required_bytes", offset + (long) count * type.size())
                .with("available_bytes", buffer.capacity());
        }
    }

    void reduction(final String operation, final int count, final ElementType type, final ReduceOp op)
    {
        if (count < 1)
        {
            throw invalid(operation, "a reduction needs at least one element, not " + count).with("count", count);
        }
        if (!Reduction.isSupported(type, op))
        {
            throw invalid(operation, "reduction " + op + " is not defined for elements of type " + type)
                .with("reduce_op", op.name()).with("type", type.name());
        }
    }

    void length(final String operation, final String name, final int actual, final int expected)
    {
        if (actual != expected)
        {
            throw invalid(operation, name + " has " + actual + " elements, expected " + expected)
                .with("buffer", name).with("actual", actual).with("expected", expected);
        }
    }

    /**
     * Counts by rank where the displacements do not matter.
     */
    void counts(final String operation, final int[] counts)
    {
        length(operation, "counts", counts.length, size);
        for (int i = 0; i < size; i++)
        {
            if (counts[i] < 0)
            {
                throw invalid(operation, "count " + counts[i] + " of rank " + i + " is negative")
                    .with("rank", i).with("count", counts[i]);
            }
        }
    }

    /**
     * Sum of the counts, as bytes within one buffer.
     */
    int total(final String operation, final int[] counts, final ElementType type)
    {
        long total = 0;
        for (final int count : counts)
        {
            total += count;
        }
        if (total * type.size() > Integer.MAX_VALUE)
        {
            throw invalid(operation, total + " elements of " + type.size() + " bytes are more than one buffer holds")
                .with("count", total);
        }
        return (int) total;
    }

    /**
     * Counts and displacements of regions in a buffer of {@code capacity} elements.
     */
    void regions(
        final String operation,
        final int[] counts,
        final int[] displacements,
        final long capacity)
    {
        length(operation, "counts", counts.length, size);
        length(operation, "displacements", displacements.length, size);
        boolean isAscending = true;
        long end = 0;
        for (int i = 0; i < size; i++)
        {
            final long last = displacements[i] + (long) counts[i];
            if (counts[i] < 0 || displacements[i] < 0 || last > capacity)
            {
                throw invalid(
                    operation,
                    "region of rank " + i + " (count " + counts[i] + ", displacement " + displacements[i] +
                    ") does not fit a buffer of " + capacity + " elements")
                    .with("rank", i)
                    .with("count", counts[i])
                    .with("displacement", displacements[i])
                    .with("available", capacity);
            }
            if (counts[i] > 0)
            {
                isAscending &= displacements[i] >= end;
                end = last;
            }
        }
        if (!isAscending)
        {
            overlaps(operation, counts, displacements);
        }
    }

    private void overlaps(final String operation, final int[] counts, final int[] displacements)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = i + 1; j < size; j++)
            {
                if (counts[i] > 0 && counts[j] > 0 &&
                    displacements[i] < displacements[j] + (long) counts[j] &&
                    displacements[j] < displacements[i] + (long) counts[i])
                {
                    throw invalid(operation, "the regions of ranks " + i + " and " + j + " overlap")
                        .with("ranks", java.util.List.of(i, j));
                }
            }
        }
    }

    /**
     * The source may be the own region itself; any other overlap with a region that is written is refused.
     */
    void sourceApart(
        final String operation,
        final DirectBuffer send,
        final int sendOffset,
        final DirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        final long length = (long) counts[rank] * type.size();
        if (!Overlap.isShared(send, sendOffset, length, recv, 0, recv.capacity()))
        {
            return;
        }
        for (int i = 0; i < size; i++)
        {
            final int offset = recvOffset + displacements[i] * type.size();
            if (Overlap.isShared(send, sendOffset, length, recv, offset, (long) counts[i] * type.size()) &&
                !(i == rank && Overlap.isSamePlace(send, sendOffset, recv, offset)))
            {
                throw invalid(operation, "send overlaps the region of rank " + i + " in recv").with("rank", i);
            }
        }
    }

    /**
     * Source and destination are one place or do not overlap.
     */
    void sameOrApart(
        final String operation,
        final DirectBuffer send,
        final int sendOffset,
        final DirectBuffer recv,
        final int recvOffset,
        final long length)
    {
        if (Overlap.isShared(send, sendOffset, length, recv, recvOffset, length) &&
            !Overlap.isSamePlace(send, sendOffset, recv, recvOffset))
        {
            throw invalid(operation, "send and recv overlap without being the same place");
        }
    }

    /**
     * The result is the own window of the source, or does not overlap the source.
     */
    void resultApart(
        final String operation,
        final DirectBuffer send,
        final int sendOffset,
        final int bytes,
        final DirectBuffer recv,
        final int recvOffset,
        final int windowStart,
        final int windowLength)
    {
        if (Overlap.isShared(send, sendOffset, bytes, recv, recvOffset, windowLength) &&
            !Overlap.isSamePlace(send, sendOffset + windowStart, recv, recvOffset))
        {
            throw invalid(operation, "recv overlaps send without being this rank's part of it");
        }
    }

    static InvalidBufferSizeException invalid(final String operation, final String detail)
    {
        final InvalidBufferSizeException failure = new InvalidBufferSizeException(operation + ": " + detail);
        failure.with("operation", operation);
        return failure;
    }
}
