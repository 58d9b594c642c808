package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.ElementType;
import io.cobre.engine.spi.FrameClaim;
import io.cobre.engine.spi.FrameHandler;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * What a broadcast publishes when its contribution is long.
 */
class SharingOperationTest
{
    private static final int BYTES = 8192;
    private static final int MAX_FRAME = BYTES / 2 + CollectivePublisher.FRAME_OVERHEAD;
    private static final long SEQUENCE = 5;

    private final SharedBuffers buffers = new SharedBuffers(new MemoryFabric(), 0, true);
    private final List<Integer> flags = new ArrayList<>();
    private final OwnHeads heads = new OwnHeads(3, 8);
    private final CollectivePublisher publisher = new CollectivePublisher(new Recorder(), 3, heads);

    @Test
    void shouldTellInOneFrameWhereTheElementsOfARootLie()
    {
        publishAll(operation(0, buffers.allocate(BYTES)));
        assertEquals(List.of(CollectivePublisher.FLAG_PLACES | CollectivePublisher.FLAG_LAST), flags);
    }

    @Test
    void shouldEndAWrittenContributionOfARootWithItsLastChunk()
    {
        publishAll(operation(0, foreign()));
        assertEquals(List.of(0, CollectivePublisher.FLAG_LAST), flags);
    }

    @Test
    void shouldNotEndBeforeTheElementsOfTheRootHaveCome()
    {
        final Operation reader = operation(1, foreign());
        assertTrue(reader.publishNext(publisher));
        assertFalse(reader.publishNext(publisher));
        assertFalse(reader.isPublished());
        assertEquals(List.of(0), flags);
        reader.onContributed(0);
        publishAll(reader);
        assertEquals(List.of(0, CollectivePublisher.FLAG_LAST), flags);
    }

    private static MutableDirectBuffer foreign()
    {
        return new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
    }

    private Operation operation(final int rank, final MutableDirectBuffer buffer)
    {
        final Seat seat =
            new Seat(rank, 2, MAX_FRAME - CollectivePublisher.FRAME_OVERHEAD, new Checks(rank, 2), buffers, () -> 0);
        final BroadcastOperation broadcast = new BroadcastOperation(seat).begin(buffer, 0, BYTES, ElementType.I8, 0);
        heads.record(SEQUENCE, broadcast.signature());
        broadcast.start(SEQUENCE);
        return broadcast;
    }

    private void publishAll(final Operation operation)
    {
        while (!operation.isPublished())
        {
            assertTrue(operation.publishNext(publisher));
        }
    }

    /**
     * Keeps the flags of the frames.
     */
    private final class Recorder extends IdleTransport implements FrameClaim
    {
        private final UnsafeBuffer frame = new UnsafeBuffer(new byte[MAX_FRAME]);
        private final CollectiveAdapter adapter = new CollectiveAdapter((read) ->
        {
            assertTrue(read.decode());
            flags.add((read.isLast() ? CollectivePublisher.FLAG_LAST : 0) |
                (read.hasPlaces() ? CollectivePublisher.FLAG_PLACES : 0));
            return FrameHandler.Action.CONTINUE;
        });
        private int length;

        private Recorder()
        {
            super(0, 2, MAX_FRAME);
        }

        @Override
        public FrameClaim tryClaim(final int claimed)
        {
            length = claimed;
            return this;
        }

        @Override
        public MutableDirectBuffer buffer()
        {
            return frame;
        }

        @Override
        public int offset()
        {
            return 0;
        }

        @Override
        public int length()
        {
            return length;
        }

        @Override
        public void commit()
        {
            adapter.onFrame(frame, 0, length);
        }

        @Override
        public void abort()
        {
            throw new AssertionError("aborted");
        }
    }
}
