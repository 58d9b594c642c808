package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Request;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * Rank 0 has a contribution of many slices, rank 1 has none. Both are driven by the test.
 */
class LongContributionTest
{
    private static final int COUNT = 256 * 1024;
    private static final int PASSES = 20;
    private static final int[] COUNTS = {COUNT, 0};
    private static final int[] DISPLACEMENTS = {0, COUNT};

    /**
     * A peer that has read all sooner must not end the operation of the owner, who still copies to its own result.
     */
    @Test
    void shouldCopyAllOfTheOwnContributionBeforeItEnds()
    {
        try (InProcessGroup group = InProcessGroup.create(2))
        {
            final MutableDirectBuffer send = group.communicator(0).allocate(COUNT * Long.BYTES);
            final MutableDirectBuffer recv = group.communicator(0).allocate(COUNT * Long.BYTES);
            for (int i = 0; i < COUNT; i++)
            {
                send.putLong(i * Long.BYTES, i + 1L);
            }
            final Request owner = start(group.communicator(0), send, COUNT, recv);
            assertFalse(owner.poll());
            final Communicator peer = group.communicator(1);
            final MutableDirectBuffer seen = peer.allocate(COUNT * Long.BYTES);
            final Request reader = start(peer, peer.allocate(Long.BYTES), 0, seen);
            poll(reader);
            assertTrue(poll(owner));
            assertTrue(poll(reader));
            for (int i = 0; i < COUNT; i++)
            {
                assertEquals(i + 1L, recv.getLong(i * Long.BYTES));
                assertEquals(i + 1L, seen.getLong(i * Long.BYTES));
            }
        }
    }

    private static Request start(
        final Communicator communicator,
        final MutableDirectBuffer send,
        final int count,
        final MutableDirectBuffer recv)
    {
        return communicator.startAllgatherv(send, 0, count, recv, 0, COUNTS, DISPLACEMENTS, ElementType.I64);
    }

    private static boolean poll(final Request request)
    {
        boolean hasEnded = false;
        for (int i = 0; !hasEnded && i < PASSES; i++)
        {
            hasEnded = request.poll();
        }
        return hasEnded;
    }
}
