package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import io.cobre.engine.spi.Transport;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShmStreamsTest extends StreamContract
{
    private static final Map<String, String> SHORT_TERMS =
        Map.of(GroupSettings.TERM_LENGTH, String.valueOf(StreamLimits.MIN_TERM_LENGTH));

    @Override
    Backend backend()
    {
        return new ShmBackend();
    }

    /**
     * Frames of one length fit the terms without a gap, those of many lengths leave one at the end.
     */
    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void shouldDeliverFramesThroughManyTerms(final int longest) throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend(), 2, SHORT_TERMS))
        {
            group.run((rank) -> new FrameTraffic(rank.transport(0), 1L, 20_000, longest).exchange());
        }
    }

    @Test
    void shouldSeeWhetherAFrameHasCome() throws IOException
    {
        final FrameHandler taking = (buffer, offset, length) -> FrameHandler.Action.BREAK;
        try (StreamGroup group = new StreamGroup(backend(), 2))
        {
            group.run((rank) ->
            {
                final Transport transport = rank.transport(0);
                final int peer = 1 - rank.rank();
                publish(transport, Long.BYTES, 1L);
                pollOnce(transport, peer, taking, 1);
                assertFalse(transport.lookOut(peer, 10));
                rank.rendezvous();
                publish(transport, Long.BYTES, 2L);
                while (!transport.lookOut(peer, 10))
                {
                    Thread.onSpinWait();
                }
                assertEquals(1, transport.poll(peer, taking, 1));
                assertFalse(transport.lookOut(peer, 10));
            });
        }
    }

    /**
     * The second of two frames is aborted, then taken; all frames behind it come in order, through many terms.
     */
    @Test
    void shouldKeepItsPlaceWhenALaterFrameOfAPollIsAborted() throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend(), 2, SHORT_TERMS))
        {
            group.run((rank) ->
            {
                final Transport transport = rank.transport(0);
                final int peer = 1 - rank.rank();
                publish(transport, Long.BYTES, 1L);
                publish(transport, Long.BYTES, 2L);
                rank.rendezvous();
                assertEquals(1, transport.poll(peer, (buffer, offset, length) ->
                    1L == buffer.getLong(offset) ? FrameHandler.Action.CONTINUE : FrameHandler.Action.ABORT, 2));
                pollOnce(transport, peer, (buffer, offset, length) ->
                {
                    assertEquals(2L, buffer.getLong(offset));
                    return FrameHandler.Action.BREAK;
                }, 1);
                new FrameTraffic(transport, 1L, 20_000, 400).exchange();
            });
        }
    }

    /**
     * What a reader has taken makes room for the writer, even if the reader does nothing else afterwards.
     */
    @Test
    void shouldMakeRoomByTakingFramesAlone() throws IOException
    {
        final int taken = 300;
        try (StreamGroup group = new StreamGroup(backend(), 2, SHORT_TERMS))
        {
            group.run((rank) ->
            {
                final Transport transport = rank.transport(0);
                if (0 == rank.rank())
                {
                    publishPatiently(transport, taken);
                    rank.rendezvous();
                    publishPatiently(transport, transport.windowFrames());
                }
                else
                {
                    int frames = 0;
                    while (frames < taken)
                    {
                        frames += transport.poll(0, (buffer, offset, length) -> FrameHandler.Action.CONTINUE, 8);
                    }
                    rank.rendezvous();
                }
                rank.rendezvous();
            });
        }
    }

    /**
     * Vectors that are copied to shared memory before they are folded, and one that is too long for that.
     */
    @Test
    void shouldFoldForeignVectors() throws IOException
    {
        try (StreamGroup group = new StreamGroup(backend(), 3))
        {
            group.run((rank) ->
            {
                final Communicator communicator = rank.communicator();
                for (final int count : new int[]{600, 40_000, 1_000, 524_288, 524_289, 70_000})
                {
                    final MutableDirectBuffer vector =
                        new UnsafeBuffer(ByteBuffer.allocateDirect(count * Double.BYTES));
                    for (int i = 0; i < count; i++)
                    {
                        vector.putDouble(i * Double.BYTES, 0.1 * (rank.rank() + 1) + i);
                    }
                    communicator.allreduce(vector, 0, vector, 0, count, ElementType.F64, ReduceOp.SUM);
                    for (int i = 0; i < count; i++)
                    {
                        final double expected = 0.1 + i + (0.2 + i) + (0.1 * 3 + i);
                        assertEquals(expected, vector.getDouble(i * Double.BYTES), "of " + count + " at " + i);
                    }
                }
            });
        }
    }

    /**
     * Contributions of all lengths, which change between operations, in buffers off-heap and on the heap.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void shouldReadForeignBuffersInTheProcessOfTheirOwner(final int ranks) throws IOException
    {
        final AtomicInteger reads = new AtomicInteger();
        try (StreamGroup group = new StreamGroup(backend(), ranks))
        {
            group.run((rank) ->
            {
                rank.fabric().openPeerMemory();
                PeerMemoryTest.await(rank.fabric()::isReadableByPeers);
                final Communicator communicator = rank.communicatorOfReaders(counting(rank.fabric(), reads));
                for (int i = 0; i < 2500; i++)
                {
                    new ForeignRound(communicator, i).run();
                }
            });
        }
        assertTrue(reads.get() > 1200, "reads: " + reads);
    }

    private static Fabric counting(final Fabric fabric, final AtomicInteger reads)
    {
        return (Fabric) Proxy.newProxyInstance(Fabric.class.getClassLoader(), new Class<?>[]{Fabric.class},
            (proxy, method, args) ->
            {
                reads.addAndGet("readPeerMemory".equals(method.getName()) ? 1 : 0);
                return method.invoke(fabric, args);
            });
    }

    private static void publishPatiently(final Transport transport, final int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            FrameClaim claim = transport.tryClaim(Long.BYTES);
            while (null == claim)
            {
                transport.doWork();
                Thread.yield();
                claim = transport.tryClaim(Long.BYTES);
            }
            claim.commit();
        }
    }
}
