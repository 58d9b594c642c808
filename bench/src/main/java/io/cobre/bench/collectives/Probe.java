package io.cobre.bench.collectives;

import org.agrona.concurrent.UnsafeBuffer;

import java.util.Arrays;

/**
 * Ping-pong of one cache line between ranks 0 and 1: what the machine gives at this moment, whatever the library does.
 * <pre>
 *   0          128         256
 *   | ping     | pong      |
 * </pre>
 */
final class Probe
{
    static final int LENGTH = 256;
    private static final int PING = 0;
    private static final int PONG = 128;
    private static final int ROUNDS = 400;
    private static final int BATCHES = 5;
    private static final int SPINS = 20_000;

    private final UnsafeBuffer line;
    private final int rank;
    private final long[] batches = new long[BATCHES];
    private long round;

    /**
     * Probe over shared memory.
     *
     * @param line {@link #LENGTH} bytes that ranks 0 and 1 share, zero at first.
     * @param rank of this process.
     */
    Probe(final UnsafeBuffer line, final int rank)
    {
        this.line = line;
        this.rank = rank;
    }

    /**
     * Run a few batches of the ping-pong; ranks above 1 return at once.
     *
     * @return nanoseconds of one way in the median batch, 0 on ranks above 1.
     */
    long oneWayNs()
    {
        if (rank > 1)
        {
            return 0;
        }
        for (int i = 0; i < BATCHES; i++)
        {
            batches[i] = batch();
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }

    private long batch()
    {
        final long start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++)
        {
            round++;
            if (rank == 0)
            {
                line.putLongRelease(PING, round);
                await(PONG);
            }
            else
            {
                await(PING);
                line.putLongRelease(PONG, round);
            }
        }
        return (System.nanoTime() - start) / (2L * ROUNDS);
    }

    private void await(final int index)
    {
        for (int spins = 0; line.getLongVolatile(index) != round; spins++)
        {
            if (spins > SPINS)
            {
                Thread.yield();
            }
        }
    }
}
