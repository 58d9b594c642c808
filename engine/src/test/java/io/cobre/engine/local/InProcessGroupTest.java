package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.SharedRegion;
import io.cobre.engine.contract.RankBody;
import io.cobre.engine.contract.RankThreads;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InProcessGroupTest
{
    @ParameterizedTest
    @CsvSource({"1,64", "2,64", "3,64", "4,64", "2,1", "3,1", "4,2", "7,2"})
    void shouldGiveEveryRankTheSameResults(final int ranks, final int frames) throws Exception
    {
        run(ranks, new RingSettings(frames, 256), (communicator) ->
        {
            final int size = communicator.size();
            final int[] counts = new int[size];
            final int[] displacements = new int[size];
            int total = 0;
            for (int r = 0; r < size; r++)
            {
                counts[r] = r * 17;
                displacements[r] = total;
                total += counts[r];
            }
            for (int round = 0; round < 200; round++)
            {
                communicator.barrier();
                final double[] sums = new double[100];
                java.util.Arrays.fill(sums, communicator.rank() + round);
                communicator.allreduce(sums, sums, ReduceOp.SUM);
                assertEquals(size * (size - 1) / 2.0 + (double) round * size, sums[99]);
                final long[] data = new long[500];
                java.util.Arrays.fill(data, communicator.rank());
                communicator.broadcast(data, round % size);
                assertEquals(round % size, data[499]);
                final double[] send = new double[counts[communicator.rank()]];
                java.util.Arrays.fill(send, communicator.rank() * 1000 + round);
                final double[] recv = new double[total];
                communicator.allgatherv(send, recv, counts, displacements);
                final double[] expected = new double[total];
                for (int r = 0; r < size; r++)
                {
                    java.util.Arrays.fill(expected, displacements[r], displacements[r] + counts[r], r * 1000 + round);
                }
                assertArrayEquals(expected, recv);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    void shouldReportMismatchOnBothSides(final int ranks) throws Exception
    {
        run(ranks, RingSettings.DEFAULT, (communicator) ->
        {
            communicator.barrier();
            final CollectiveFailedException failure = assertThrows(CollectiveFailedException.class, () ->
            {
                if (0 == communicator.rank())
                {
                    communicator.barrier();
                }
                else
                {
                    communicator.allreduce(new double[3], new double[3], ReduceOp.SUM);
                }
            });
            assertEquals(CollectiveFailedException.Reason.MISMATCH, failure.reason());
            assertEquals(2L, failure.context().get("sequence"));
            assertEquals(failure, assertThrows(CollectiveFailedException.class, communicator::barrier));
        });
    }

    @Test
    void shouldEndWaitsOfAllRanksOnAbort() throws Exception
    {
        try (InProcessGroup group = Communicators.inProcess(3))
        {
            final CollectiveFailedException stop =
                new CollectiveFailedException(CollectiveFailedException.Reason.ABORTED, "stopped by the host");
            RankThreads.run(3, group::communicator, (communicator) ->
            {
                communicator.barrier();
                if (2 == communicator.rank())
                {
                    group.abort(stop);
                    return;
                }
                assertSame(stop, assertThrows(CollectiveFailedException.class, communicator::barrier));
                assertSame(stop, assertThrows(CollectiveFailedException.class, communicator::barrier));
            });
        }
    }

    @Test
    void shouldGiveGroupOfOneEverything()
    {
        try (Communicator communicator = Communicators.local();
            SharedRegion region = communicator.createSharedRegion(8))
        {
            assertEquals(BackendKind.LOCAL, communicator.backend());
            assertTrue(region.isLeader() && !region.isShared() && communicator.isLeader());
            assertEquals(1, communicator.splitLocal().size());
            final double[] data = {3.5};
            communicator.allreduce(data, data, ReduceOp.SUM);
            assertEquals(3.5, data[0]);
            region.fence();
        }
    }

    private static void run(final int ranks, final RingSettings settings, final RankBody body) throws Exception
    {
        try (InProcessGroup group = InProcessGroup.create(ranks, settings, TimeUnit.SECONDS.toNanos(10)))
        {
            RankThreads.run(ranks, group::communicator, body);
        }
    }
}
