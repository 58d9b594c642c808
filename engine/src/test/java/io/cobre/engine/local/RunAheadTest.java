package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * A root needs nothing from those who read its broadcasts. It may run ahead of them, but not so far that it forgets
 * what their late heads have to be compared with.
 */
class RunAheadTest
{
    private static final int OPERATIONS = 1500;
    private static final int LENGTHS = 700;
    private static final int FURTHEST = 64;
    private static final int LONG_BYTES = 8192;
    private static final int MANY = 50;
    private static final RingSettings LONG = new RingSettings(2 * OPERATIONS, 1024);

    @Test
    void shouldNotForgetWhatLateHeadsAreComparedWith()
    {
        try (InProcessGroup group = InProcessGroup.create(2, LONG, 60_000_000_000L))
        {
            final Side root = new Side(group.communicator(0));
            final Side late = new Side(group.communicator(1));
            while (root.ended < OPERATIONS)
            {
                if (!root.act())
                {
                    assertEquals(FURTHEST, root.ended - late.ended);
                    assertTrue(late.act());
                }
            }
            while (late.ended < OPERATIONS)
            {
                assertTrue(late.act());
            }
            assertTrue(root.act(), "all heads of the other rank are read and compared now");
        }
    }

    /**
     * Rank 0 has all it wants of both broadcasts before rank 2 has told that it has read the first. If rank 0 ended the
     * second then, nobody would read two more frames of rank 2, for which there is no room.
     */
    @Test
    void shouldNotLeaveThoseBehindWithoutRoom()
    {
        try (InProcessGroup group = InProcessGroup.create(4, new RingSettings(2, 1024), 60_000_000_000L))
        {
            final List<Deque<Request>> requests = new ArrayList<>();
            for (int rank = 0; rank < 4; rank++)
            {
                final Communicator communicator = group.communicator(rank);
                final MutableDirectBuffer buffer = communicator.allocate(2 * LONG_BYTES);
                final Deque<Request> both = new ArrayDeque<>();
                both.add(communicator.startBroadcast(buffer, 0, LONG_BYTES, ElementType.I8, 3));
                both.add(communicator.startBroadcast(buffer, LONG_BYTES, LONG_BYTES, ElementType.I8, 1));
                requests.add(both);
            }
            poll(requests.get(3), 1);
            poll(requests.get(0), 2);
            poll(requests.get(1), 2);
            poll(requests.get(2), 1);
            for (int i = 0; i < MANY; i++)
            {
                poll(requests.get(1), 1);
                poll(requests.get(3), 1);
                poll(requests.get(0), 1);
            }
            for (int i = 0; i < MANY; i++)
            {
                requests.forEach((both) -> poll(both, 1));
            }
            assertTrue(requests.get(2).isEmpty(), "rank 2 waits for room that rank 0 will not make");
        }
    }

    private static void poll(final Deque<Request> requests, final int times)
    {
        for (int i = 0; i < times && !requests.isEmpty(); i++)
        {
            if (requests.peek().poll())
            {
                requests.remove();
            }
        }
    }

    /**
     * One rank, driven by the test; hundreds of broadcasts in a row have different lengths.
     */
    private static final class Side
    {
        private final Communicator communicator;
        private final MutableDirectBuffer buffer;
        private int ended;
        private Request request;

        private Side(final Communicator communicator)
        {
            this.communicator = communicator;
            buffer = communicator.allocate(LENGTHS);
        }

        /**
         * Start the next operation unless one is under way, then look at it once.
         *
         * @return whether it has ended.
         */
        private boolean act()
        {
            request = null == request ?
                communicator.startBroadcast(buffer, 0, 1 + ended % LENGTHS, ElementType.I8, 0) : request;
            if (!request.poll())
            {
                return false;
            }
            request = null;
            ended++;
            return true;
        }
    }
}
