package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PushCostTest
{
    private static final int BYTES = 64 * 1024;
    private static final long CHEAP_NS = 64 * PushCost.DEAR_NS_PER_KIB;
    private static final long DEAR_NS = CHEAP_NS + 1;

    private final PushCost cost = new PushCost();

    @Test
    void shouldMeasureNowAndThenWhileItIsCheap()
    {
        assertFalse(pushUnmeasured());
        for (int i = 0; i < 5 * PushCost.CHEAP_INTERVAL; i++)
        {
            assertTrue(cost.choosePush());
            assertEquals(0 == i % PushCost.CHEAP_INTERVAL, cost.isDue());
            measure(CHEAP_NS);
        }
    }

    @Test
    void shouldBeDearAfterTwoInARow()
    {
        pushUnmeasured();
        push(DEAR_NS);
        push(CHEAP_NS);
        for (int i = 1; i < PushCost.CHEAP_INTERVAL; i++)
        {
            assertFalse(pushUnmeasured());
        }
        push(DEAR_NS);
        push(DEAR_NS);
        assertFalse(cost.choosePush());
    }

    @Test
    void shouldMeasureTheSecondOfTwoWhileItIsDearAndBelieveAtOnceThatItIsNot()
    {
        pushUnmeasured();
        push(DEAR_NS);
        for (int round = 0; round < 3; round++)
        {
            push(DEAR_NS);
            for (int i = 2; i < PushCost.DEAR_INTERVAL; i++)
            {
                assertFalse(cost.choosePush(), "contribution " + i);
                assertFalse(cost.isDue());
            }
            assertFalse(pushUnmeasured());
        }
        push(CHEAP_NS);
        assertTrue(cost.choosePush());
    }

    private boolean pushUnmeasured()
    {
        assertTrue(cost.choosePush());
        return cost.isDue();
    }

    private void push(final long ns)
    {
        assertTrue(cost.choosePush());
        assertTrue(cost.isDue());
        measure(ns);
    }

    private void measure(final long ns)
    {
        if (cost.isDue())
        {
            cost.onPushed(BYTES, ns);
            assertFalse(cost.isDue());
        }
    }
}
