package io.cobre.engine.collective;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class YieldThenParkTest
{
    private final YieldThenPark strategy = new YieldThenPark(2, 1_000, 3_000);

    @Test
    void yieldsAtOnceAndParksLongerAndLonger()
    {
        assertState(0, 1_000);
        strategy.idle();
        assertState(1, 1_000);
        strategy.idle();
        assertState(2, 1_000);
        strategy.idle();
        assertState(2, 2_000);
        strategy.idle();
        assertState(2, 3_000);
        strategy.idle(0);
        assertState(2, 3_000);
    }

    @Test
    void workAndResetBeginAnew()
    {
        strategy.idle(0);
        strategy.idle(0);
        strategy.idle(0);
        strategy.idle(1);
        assertState(0, 1_000);
        strategy.idle(0);
        strategy.reset();
        assertState(0, 1_000);
    }

    @Test
    void waitsSoOnlyWhereRanksShareCores()
    {
        assertInstanceOf(YieldThenPark.class, CommunicatorContext.idleStrategyFor(3, 2));
        assertFalse(CommunicatorContext.idleStrategyFor(2, 2) instanceof YieldThenPark);
    }

    private void assertState(final int yields, final long parkNs)
    {
        final String state = strategy.toString();
        assertTrue(state.contains(" yields=" + yields + ","), state);
        assertTrue(state.contains(" parkNs=" + parkNs + "}"), state);
    }
}
