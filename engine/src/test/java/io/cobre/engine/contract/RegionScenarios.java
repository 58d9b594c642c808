package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.SharedRegion;
import java.util.List;

/**
 * Shared regions, and the heap fallback where memory cannot be shared.
 */
final class RegionScenarios
{
    private static final int BYTES = 100_000;

    private RegionScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("region", "lifecycle", RegionScenarios::lifecycle),
            Scenario.of("region", "every_rank_fills_its_part", RegionScenarios::parts),
            Scenario.of("region", "same_size_again", RegionScenarios::again),
            Scenario.of("region", "two_at_once", RegionScenarios::twoAtOnce),
            Scenario.of("region", "of_disjoint_subgroups", RegionScenarios::ofSubgroups),
            Scenario.of("region", "leader_fills", RegionScenarios::leaderFills),
            Scenario.of("region", "too_large", RegionScenarios::tooLarge),
            Scenario.of("region", "sizes_differ", RegionScenarios::sizesDiffer).ranks(2, 3));
    }

    private static void lifecycle(final Communicator communicator)
    {
        final SharedRegion region = communicator.createSharedRegion(BYTES);
        assertEquals(BYTES, region.buffer().capacity());
        Expect.bytes(region.buffer(), 0, BYTES, (byte) 0);
        region.fence();
        region.close();
        region.close();
        assertEquals(0, region.buffer().capacity());
        assertThrows(InvalidCommunicatorException.class, region::fence);
        communicator.barrier();
    }

    private static void parts(final Communicator communicator)
    {
        final int part = 1000;
        try (SharedRegion region = communicator.createSharedRegion((long) part * communicator.size()))
        {
            for (int round = 1; round < 20; round++)
            {
                final byte own = (byte) (communicator.rank() * 20 + round);
                region.buffer().setMemory(part * communicator.rank(), part, own);
                region.fence();
                for (int rank = 0; rank < communicator.size(); rank++)
                {
                    final byte expected = (byte) (rank * 20 + round);
                    if (region.isShared() || rank == communicator.rank())
                    {
                        Expect.bytes(region.buffer(), part * rank, part * (rank + 1), expected);
                    }
                }
                region.fence();
            }
        }
    }

    private static void leaderFills(final Communicator communicator)
    {
        try (SharedRegion region = communicator.createSharedRegion(BYTES))
        {
            assertEquals(communicator.isLeader(), region.isLeader());
            assertTrue(communicator.rank() > 0 || region.isLeader());
            if (region.isLeader())
            {
                region.buffer().setMemory(0, BYTES, (byte) 9);
            }
            region.fence();
            Expect.bytes(region.buffer(), 0, BYTES, (byte) 9);
            region.fence();
        }
    }

    private static void again(final Communicator communicator)
    {
        for (int round = 0; round < 5; round++)
        {
            try (SharedRegion region = communicator.createSharedRegion(BYTES))
            {
                Expect.bytes(region.buffer(), 0, BYTES, (byte) 0);
                region.fence();
                region.buffer().setMemory(0, BYTES, (byte) -1);
            }
        }
    }

    private static void twoAtOnce(final Communicator communicator)
    {
        try (SharedRegion first = communicator.createSharedRegion(64);
            SharedRegion second = communicator.createSharedRegion(64))
        {
            first.fence();
            if (first.isLeader())
            {
                first.buffer().putLong(0, 1);
                second.buffer().putLong(0, 2);
            }
            second.fence();
            assertEquals(1, first.buffer().getLong(0));
            assertEquals(2, second.buffer().getLong(0));
            second.fence();
        }
    }

    private static void ofSubgroups(final Communicator communicator)
    {
        final int color = communicator.rank() % 2;
        try (Communicator half = communicator.split(color, 0); SharedRegion region = half.createSharedRegion(64))
        {
            if (region.isLeader())
            {
                region.buffer().putLong(8, 70 + color);
            }
            region.fence();
            assertEquals(70 + color, region.buffer().getLong(8));
            communicator.barrier();
        }
    }

    private static void tooLarge(final Communicator communicator)
    {
        final long bytes = 1L << 50;
        final AllocationFailedException failure =
            assertThrows(AllocationFailedException.class, () -> communicator.createSharedRegion(bytes));
        assertEquals(bytes, failure.context().get("requested_bytes"));
        final long available = ((Number) failure.context().get("available_bytes")).longValue();
        assertTrue(available > 0 && available < bytes);
        communicator.barrier();
        assertThrows(InvalidBufferSizeException.class, () -> communicator.createSharedRegion(0));
        communicator.barrier();
    }

    private static void sizesDiffer(final Communicator communicator)
    {
        assertThrows(
            InvalidBufferSizeException.class, () -> communicator.createSharedRegion(64 + 8L * communicator.rank()));
        communicator.barrier();
    }
}
