package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.SharedRegion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Barriers and what a communicator says of itself.
 */
final class BarrierScenarios
{
    private BarrierScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("rank", "is_a_permutation", BarrierScenarios::permutation),
            Scenario.of("barrier", "three_in_a_row", BarrierScenarios::threeInARow),
            Scenario.among("barrier", "nobody_leaves_early", (size) -> nobodyLeavesEarly(new AtomicInteger())),
            Scenario.of("barrier", "write_before_read_after_through_a_region", BarrierScenarios::throughRegion),
            Scenario.among("barrier", "write_before_read_after_through_a_file", (size) -> throughFile(folder())));
    }

    private static void permutation(final Communicator communicator)
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        java.util.Arrays.fill(counts, 1);
        final long[] ranks = new long[size];
        communicator.allgatherv(new long[]{communicator.rank()}, ranks, counts, IntStream.range(0, size).toArray());
        assertArrayEquals(IntStream.range(0, size).asLongStream().toArray(), ranks);
        assertNotNull(communicator.backend());
        assertTrue(BackendKind.AUTO != communicator.backend());
    }

    private static void threeInARow(final Communicator communicator)
    {
        communicator.barrier();
        communicator.barrier();
        communicator.barrier();
    }

    private static void throughRegion(final Communicator communicator)
    {
        try (SharedRegion region = communicator.createSharedRegion(Long.BYTES * (long) communicator.size()))
        {
            for (int round = 1; round <= 50; round++)
            {
                region.buffer().putLong(communicator.rank() * Long.BYTES, round);
                communicator.barrier();
                for (int rank = 0; rank < communicator.size(); rank++)
                {
                    if (region.isShared() || rank == communicator.rank())
                    {
                        assertEquals(round, region.buffer().getLong(rank * Long.BYTES));
                    }
                }
                communicator.barrier();
            }
        }
    }

    private static RankBody nobodyLeavesEarly(final AtomicInteger entered)
    {
        return (communicator) ->
        {
            for (int round = 1; round <= 200; round++)
            {
                entered.incrementAndGet();
                communicator.barrier();
                assertTrue(entered.get() >= round * communicator.size());
                communicator.barrier();
            }
        };
    }

    private static Path folder()
    {
        try
        {
            return Files.createTempDirectory("contract");
        }
        catch (final java.io.IOException ex)
        {
            throw new java.io.UncheckedIOException(ex);
        }
    }

    private static RankBody throughFile(final Path folder)
    {
        return (communicator) ->
        {
            final Path own = folder.resolve("rank-" + communicator.rank());
            Files.writeString(own, "written by " + communicator.rank());
            communicator.barrier();
            for (int rank = 0; rank < communicator.size(); rank++)
            {
                assertEquals("written by " + rank, Files.readString(folder.resolve("rank-" + rank)));
            }
            communicator.barrier();
            Files.delete(own);
            communicator.barrier();
            if (0 == communicator.rank())
            {
                Files.delete(folder);
            }
        };
    }
}
