package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PushCostTest
{
    private static final int SHORT = 10 * 1024;
    private static final int LONG = 50 * 1024;
    /** As much as reading adds to the copy of a long one. */
    private static final long NEITHER = PushCost.READ_NS_PER_KIB + PushCost.READ_NS / (LONG / 1024);

    private final PushCost cost = new PushCost();

    @Test
    void shouldMeasureNowAndThenWhileItIsCheap()
    {
        assertTrue(cost.choosePush(LONG));
        assertFalse(cost.isDue());
        for (int i = 0; i < 5 * PushCost.PUSH_INTERVAL; i++)
        {
            assertTrue(cost.choosePush(LONG));
            assertEquals(0 == i % PushCost.PUSH_INTERVAL, cost.isDue());
            measure(NEITHER);
        }
    }

    @Test
    void shouldBeDearAfterTwoInARow()
    {
        pushMeasured(NEITHER + 1);
        pushMeasured(NEITHER);
        pushMeasured(NEITHER + 1);
        pushMeasured(NEITHER + 1);
        assertFalse(cost.choosePush(LONG));
    }

    @Test
    void shouldWriteShortOnesWhereOnlyLongOnesAreDear()
    {
        makeDear();
        assertTrue(cost.choosePush(SHORT));
        assertFalse(cost.choosePush(LONG));
        pushMeasured(5 * NEITHER, SHORT);
        pushMeasured(5 * NEITHER, SHORT);
        assertFalse(cost.choosePush(SHORT));
    }

    @Test
    void shouldMeasureTheSecondOfTwoWhileItIsDear()
    {
        makeDear();
        for (int round = 0; round < 3; round++)
        {
            readUntilDue();
            measure(PushCost.COLD_FACTOR * (NEITHER + 1));
        }
        assertFalse(cost.choosePush(LONG));
    }

    @Test
    void shouldBelieveAtOnceThatItIsNotDearAnyMore()
    {
        makeDear();
        readUntilDue();
        measure(PushCost.COLD_FACTOR * NEITHER);
        assertTrue(cost.choosePush(LONG));
        assertFalse(cost.isDue());
    }

    private void makeDear()
    {
        pushMeasured(NEITHER + 1);
        pushMeasured(NEITHER + 1);
    }

    private void readUntilDue()
    {
        for (int i = 2; i < PushCost.READ_INTERVAL; i++)
        {
            assertFalse(cost.choosePush(LONG), "contribution " + i);
            assertFalse(cost.isDue());
        }
        assertTrue(cost.choosePush(LONG));
        assertFalse(cost.isDue());
        assertTrue(cost.choosePush(LONG));
        assertTrue(cost.isDue());
    }

    private void pushMeasured(final long nsPerKib)
    {
        pushMeasured(nsPerKib, LONG);
    }

    private void pushMeasured(final long nsPerKib, final int bytes)
    {
        for (int i = 0; i < PushCost.PUSH_INTERVAL; i++)
        {
            assertTrue(cost.choosePush(bytes));
            if (cost.isDue())
            {
                measure(nsPerKib);
                return;
            }
        }
        throw new AssertionError("none of " + PushCost.PUSH_INTERVAL + " is measured");
    }

    private void measure(final long nsPerKib)
    {
        if (cost.isDue())
        {
            cost.onPushed(LONG, LONG / 1024 * nsPerKib);
            assertFalse(cost.isDue());
        }
    }
}
