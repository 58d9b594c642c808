package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A few numbers of every rank to every rank, under the name of the operation that needs them.
 */
final class Exchange
{
    private final OperationDriver driver;
    private final AllgathervOperation operation;
    private final BarrierOperation barrier;

    Exchange(final OperationDriver driver)
    {
        this.driver = driver;
        operation = new AllgathervOperation(driver.seat());
        barrier = new BarrierOperation(driver.seat());
    }

    /**
     * Collective; the caller has entered.
     *
     * @param mine equally many on all ranks.
     * @return by rank.
     */
    long[][] run(final int template, final long... mine)
    {
        final int size = driver.seat().size();
        final int width = mine.length;
        final UnsafeBuffer send = new UnsafeBuffer(new byte[width * Long.BYTES]);
        final UnsafeBuffer recv = new UnsafeBuffer(new byte[size * width * Long.BYTES]);
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        for (int i = 0; i < width; i++)
        {
            send.putLong(i * Long.BYTES, mine[i]);
        }
        for (int rank = 0; rank < size; rank++)
        {
            counts[rank] = width;
            displacements[rank] = rank * width;
        }
        driver.run(operation.begin(template, send, 0, width, recv, 0, counts, displacements, ElementType.I64));
        final long[][] all = new long[size][width];
        for (int i = 0; i < size * width; i++)
        {
            all[i / width][i % width] = recv.getLong(i * Long.BYTES);
        }
        return all;
    }

    /**
     * Collective; the caller has entered.
     */
    void barrier(final int template)
    {
        driver.run(barrier.begin(template));
    }
}
