package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An allgatherv and a broadcast of buffers that the communicator has not allocated; lengths, values and the kinds of
 * memory differ from round to round.
 */
final class ForeignRound
{
    private static final int[] LENGTHS = {1_024, 2_000, 8_192, 700, 20_000, 1_025};
    private static final int LONGEST_EVERY = 50;
    private static final int LONGEST = 200_000;

    private final Communicator communicator;
    private final int number;
    private final int count;

    ForeignRound(final Communicator communicator, final int number)
    {
        this.communicator = communicator;
        this.number = number;
        count = 0 == number % LONGEST_EVERY ? LONGEST : LENGTHS[number % LENGTHS.length];
    }

    void run()
    {
        allgatherv();
        broadcast(number % communicator.size());
    }

    private void allgatherv()
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        Arrays.fill(counts, count);
        Arrays.setAll(displacements, (rank) -> rank * count);
        final MutableDirectBuffer own = buffer(count, number % 5 == communicator.rank());
        final MutableDirectBuffer all = buffer(count * size, number % 7 == communicator.rank());
        fill(own, communicator.rank());
        communicator.allgatherv(own, 0, count, all, 0, counts, displacements, ElementType.I64);
        for (int rank = 0; rank < size; rank++)
        {
            check(all, displacements[rank], rank);
        }
    }

    private void broadcast(final int root)
    {
        final MutableDirectBuffer buffer = buffer(count, number % 5 == communicator.rank());
        if (communicator.rank() == root)
        {
            fill(buffer, root);
        }
        communicator.broadcast(buffer, 0, count, ElementType.I64, root);
        check(buffer, 0, root);
    }

    private void fill(final MutableDirectBuffer buffer, final int rank)
    {
        for (int i = 0; i < count; i++)
        {
            buffer.putLong(i * Long.BYTES, value(rank, i));
        }
    }

    private void check(final MutableDirectBuffer buffer, final int start, final int rank)
    {
        for (int i = 0; i < count; i++)
        {
            if (value(rank, i) != buffer.getLong((start + i) * Long.BYTES))
            {
                assertEquals(value(rank, i), buffer.getLong((start + i) * Long.BYTES), "of rank " + rank + " at " + i);
            }
        }
    }

    private long value(final int rank, final int i)
    {
        return ((long) number << 40) + ((long) rank << 32) + i;
    }

    private static MutableDirectBuffer buffer(final int count, final boolean isOnHeap)
    {
        final int bytes = count * Long.BYTES;
        return new UnsafeBuffer(isOnHeap ? ByteBuffer.allocate(bytes) : ByteBuffer.allocateDirect(bytes));
    }
}
