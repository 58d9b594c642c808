package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AdaptiveSleepTest
{
    @Test
    void shouldSleepFourTimesAsLongAfterEachCycleWithoutWork()
    {
        final AdaptiveSleep sleep = new AdaptiveSleep(50, 1_000);

        assertEquals(200, sleep.adapt(0));
        assertEquals(800, sleep.adapt(0));
        assertEquals(1_000, sleep.adapt(0));
        assertEquals(1_000, sleep.adapt(0));
    }

    @Test
    void shouldSleepHalfAsLongAfterEachCycleWithWork()
    {
        final AdaptiveSleep sleep = new AdaptiveSleep(50, 1_000);
        sleep.adapt(0);
        sleep.adapt(0);

        assertEquals(400, sleep.adapt(3));
        assertEquals(200, sleep.adapt(1));
        assertEquals(100, sleep.adapt(1));
        assertEquals(50, sleep.adapt(1));
        assertEquals(50, sleep.adapt(1));
    }

    @Test
    void shouldStartAnewAfterReset()
    {
        final AdaptiveSleep sleep = new AdaptiveSleep(50, 1_000);
        sleep.adapt(0);
        sleep.adapt(0);

        sleep.reset();

        assertEquals(50, sleep.adapt(1));
    }

    @Test
    void shouldRefuseSleepsThatAreNone()
    {
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveSleep(0, 10));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveSleep(10, 9));
    }
}
