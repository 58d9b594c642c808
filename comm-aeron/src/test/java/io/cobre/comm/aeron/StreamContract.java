package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.SharedRegion;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every backend's streams promise: frames of all peers, in order, exactly once, without garbage.
 */
abstract class StreamContract
{
    private static final long SEED = 20260101L;
    private static final FrameHandler IGNORE = (buffer, offset, length) -> FrameHandler.Action.CONTINUE;

    abstract Backend backend();

    /**
     * What the backend's own work may allocate.
     *
     * @return bytes for one frame sent and one received.
     */
    int allocationPerFrame()
    {
        return 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void shouldDeliverFramesInOrderExactlyOnce(final int size) throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), size))
        {
            group.run((rank) -> new FrameTraffic(rank.transport(0), SEED, 5_000, 4096).exchange());
        }
    }

    @Test
    void shouldDeliverLongestFrames() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 2))
        {
            group.run((rank) -> new FrameTraffic(rank.transport(0), SEED, 1_000, Integer.MAX_VALUE).exchange());
        }
    }

    @Test
    void shouldCarryStreamsOfSubCommunicators() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 4))
        {
            group.run((rank) ->
            {
                final int colour = rank.rank() % 2;
                final Transport half = rank.open(1 + colour, new int[]{2 + colour, colour});
                assertEquals(1 - rank.rank() / 2, half.rank());
                rank.rendezvous();
                final FrameTraffic all = new FrameTraffic(rank.transport(0), SEED, 500, 256);
                final FrameTraffic some = new FrameTraffic(half, SEED + 1, 500, 256);
                while (!all.isComplete() || !some.isComplete())
                {
                    all.work();
                    some.work();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 20_000})
    void shouldKeepAbortedFrameAndRethrowFromHandler(final int length) throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 2))
        {
            group.run((rank) ->
            {
                final Transport transport = rank.transport(0);
                // the first frame of a stream is found in another way than the next ones
                for (long content = 7; content < 10; content++)
                {
                    keepAbortedFrameAndRethrow(transport, length, content);
                }
            });
        }
    }

    private static void keepAbortedFrameAndRethrow(final Transport transport, final int length, final long content)
    {
        publish(transport, length, content);
        final int peer = 1 - transport.rank();
        pollOnce(transport, peer, (buffer, offset, bytes) -> FrameHandler.Action.ABORT, 0);
        final FrameHandler failing = (buffer, offset, bytes) ->
        {
            throw new IllegalArgumentException("mine");
        };
        assertThrows(IllegalArgumentException.class, () -> pollOnce(transport, peer, failing, 1));
        pollOnce(transport, peer, (buffer, offset, frameLength) ->
        {
            assertEquals(content, buffer.getLong(offset));
            assertEquals(length, frameLength);
            return FrameHandler.Action.BREAK;
        }, 1);
        assertTrue(transport.isLive(peer));
    }

    @Test
    void shouldHoldFramesForPeerThatComputes() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 3))
        {
            group.run((rank) ->
            {
                final FrameTraffic traffic = new FrameTraffic(rank.transport(0), SEED, 20_000, 2048);
                for (int i = 0; i < 5; i++)
                {
                    if (i == rank.rank())
                    {
                        Thread.sleep(200);
                    }
                    for (int j = 0; j < 1_000; j++)
                    {
                        traffic.work();
                    }
                }
                traffic.exchange();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldCarryCollectives(final int size) throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), size))
        {
            group.run((rank) ->
            {
                final Communicator all = rank.communicator();
                final double[] mine = new double[100_000];
                Arrays.fill(mine, 0.1 * (rank.rank() + 1));
                final double[] sum = new double[mine.length];
                double expected = 0.1;
                for (int other = 1; other < size; other++)
                {
                    expected += 0.1 * (other + 1);
                }
                for (int i = 0; i < 20; i++)
                {
                    all.allreduce(mine, sum, ReduceOp.SUM);
                    assertEquals(expected, sum[i]);
                    assertEquals(expected, sum[mine.length - 1]);
                    all.barrier();
                }
            });
        }
    }

    @Test
    void shouldCarrySplitsAndRegions() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 4))
        {
            group.run((rank) ->
            {
                final Communicator all = rank.communicator();
                try (Communicator half = all.split(rank.rank() % 2, -rank.rank());
                    Communicator local = all.splitLocal();
                    SharedRegion region = local.createSharedRegion(1 << 20))
                {
                    final long[] sum = new long[1];
                    half.allreduce(new long[]{rank.rank()}, sum, ReduceOp.SUM);
                    assertEquals(2 + 2 * (rank.rank() % 2), sum[0]);
                    assertEquals(backend().kind() == BackendKind.SHM ? 4 : 1, local.size());
                    region.buffer().putInt(local.rank() * Integer.BYTES, rank.rank() + 1);
                    region.fence();
                    for (int i = 0; i < local.size(); i++)
                    {
                        assertEquals(region.isShared() ? i + 1 : rank.rank() + 1, region.buffer().getInt(i * 4));
                    }
                    local.barrier();
                }
                all.barrier();
            });
        }
    }

    @Test
    void shouldTellThatPeerHasClosed() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 2))
        {
            group.run((rank) ->
            {
                final Transport transport = rank.transport(0);
                publish(transport, 64, 1L);
                rank.rendezvous();
                if (1 == rank.rank())
                {
                    transport.close();
                }
                else
                {
                    pollOnce(transport, 1, IGNORE, 1);
                    while (transport.isLive(1))
                    {
                        rank.fabric().doWork();
                        Thread.yield();
                    }
                    assertFalse(transport.isLive(1));
                }
                rank.rendezvous();
            });
        }
    }

    @Test
    void shouldNotAllocateWhileExchanging() throws Exception
    {
        try (StreamGroup group = new StreamGroup(backend(), 2))
        {
            group.run((rank) ->
            {
                final FrameTraffic warmUp = new FrameTraffic(rank.transport(0), SEED, 20_000, 64);
                warmUp.exchange();
                rank.rendezvous();
                final FrameTraffic measured = new FrameTraffic(rank.transport(0), SEED, 100_000, 64);
                final long before = allocatedBytes();
                measured.exchange();
                final long allocated = allocatedBytes() - before;
                final long allowed = 16_384 + 100_000L * allocationPerFrame();
                assertTrue(allocated < allowed, "allocated " + allocated + " bytes for 100000 frames");
            });
        }
    }

    private static long allocatedBytes()
    {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
            .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    static void publish(final Transport transport, final int length, final long value)
    {
        final FrameClaim claim = transport.tryClaim(length);
        assertNotNull(claim);
        claim.buffer().putLong(claim.offset(), value);
        claim.commit();
    }

    static void pollOnce(
        final Transport transport, final int peer, final FrameHandler handler, final int consumed)
    {
        final int[] calls = new int[1];
        int frames = 0;
        while (0 == calls[0])
        {
            frames = transport.poll(peer, (buffer, offset, length) ->
            {
                calls[0]++;
                return handler.onFrame(buffer, offset, length);
            }, 1);
            transport.doWork();
        }
        assertEquals(consumed, frames);
    }
}
