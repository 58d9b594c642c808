package io.cobre.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Request;
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
