package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.codecs.collective.BarrierEncoder;
import io.cobre.engine.spi.FrameHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RoundTest
{
    private static final int SIZE = 4;
    private static final int RANK = 1;
    private static final long SEQUENCE = 7;

    private final OwnHeads heads = new OwnHeads(3, 8);
    private final UnsafeBuffer[] frames = new UnsafeBuffer[SIZE];
    private final long[] peerSequence = {SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE};
    private final BarrierOperation barrier =
        new BarrierOperation(new Seat(RANK, SIZE, 1024, new Checks(RANK, SIZE), null, () -> 0));
    private final Round round = new Round(new ScriptedTransport(), heads, peerSequence);

    RoundTest()
    {
        barrier.begin(BarrierEncoder.TEMPLATE_ID).start(SEQUENCE);
        heads.record(SEQUENCE, barrier.signature());
        round.set(barrier);
    }

    @Test
    void shouldTakeOneFrameOfEachPeerInRankOrder()
    {
        frames[2] = frame(CollectivePublisher.FLAG_LAST);
        assertEquals(0, round.consume());
        frames[0] = frame(CollectivePublisher.FLAG_LAST);
        assertEquals(2, round.consume());
        assertFalse(round.isOver());
        assertFalse(barrier.isReceived());
        frames[3] = frame(CollectivePublisher.FLAG_LAST);
        assertEquals(1, round.consume());
        assertTrue(round.isOver());
        assertTrue(barrier.isReceived());
        assertEquals(SEQUENCE + 1, peerSequence[3]);
        assertEquals(SEQUENCE, peerSequence[RANK]);
    }

    @Test
    void shouldLeaveAnyOtherFrameInItsStream()
    {
        frames[0] = frame(CollectivePublisher.FLAG_LAST);
        frames[2] = frame(CollectivePublisher.FLAG_LAST | CollectivePublisher.FLAG_PLACES);
        assertEquals(1, round.consume());
        assertTrue(round.isRefused());
        assertFalse(round.isOver());
        assertEquals(SEQUENCE, peerSequence[2]);
        assertTrue(null != frames[2]);
    }

    @Test
    void shouldLeaveAFrameOfAnotherLengthInItsStream()
    {
        frames[0] = new UnsafeBuffer(new byte[OwnHeads.LENGTH + Long.BYTES]);
        frames[0].putBytes(0, frame(CollectivePublisher.FLAG_LAST), 0, OwnHeads.LENGTH);
        assertEquals(0, round.consume());
        assertTrue(round.isRefused());
    }

    private UnsafeBuffer frame(final int flags)
    {
        final UnsafeBuffer frame = new UnsafeBuffer(new byte[OwnHeads.LENGTH]);
        heads.write(SEQUENCE, 0, 0, flags, frame, 0);
        return frame;
    }

    /**
     * Hands each peer's frame over once, if there is one.
     */
    private final class ScriptedTransport extends IdleTransport
    {
        private ScriptedTransport()
        {
            super(RANK, SIZE, 1024);
        }

        @Override
        public int poll(final int peer, final FrameHandler handler, final int limit)
        {
            final UnsafeBuffer frame = frames[peer];
            if (null == frame || FrameHandler.Action.ABORT == handler.onFrame(frame, 0, frame.capacity()))
            {
                return 0;
            }
            frames[peer] = null;
            return 1;
        }
    }
}
