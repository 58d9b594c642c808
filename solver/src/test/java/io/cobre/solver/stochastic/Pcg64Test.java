package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class Pcg64Test
{
    @Test
    void shouldGiveTheKnownStream()
    {
        final Pcg64 random = new Pcg64(12345);
        assertEquals(4242560371181940401L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("12172536656654349994"), random.nextLong());
        assertEquals(3479126756283421443L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("9822265502648042597"), random.nextLong());
    }

    @Test
    void shouldStartAgainWhenSeededAgain()
    {
        final Pcg64 random = new Pcg64(1);
        random.nextLong();
        assertEquals(4242560371181940401L, random.seed(12345).nextLong());
    }

    @Test
    void shouldDrawEveryIndexAboutEquallyOften()
    {
        final Pcg64 random = new Pcg64(7);
        final int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            counts[random.nextIndex(6)]++;
        }
        // six standard deviations of a binomial count
        Arrays.stream(counts).forEach(count -> assertEquals(10_000, count, 550));
    }

    @Test
    void shouldAlwaysDrawTheOnlyIndex()
    {
        assertEquals(0, new Pcg64(3).nextIndex(1));
    }

    @Test
    void shouldKeepUniformNumbersInsideTheirIntervals()
    {
        final Pcg64 random = new Pcg64(9);
        for (int i = 0; i < 10_000; i++)
        {
            final double closed = random.nextUnit52();
            final double fine = random.nextUnit53();
            final double open = random.nextOpen();
            assertTrue(closed >= 0.0 && closed < 1.0);
            assertTrue(fine >= 0.0 && fine < 1.0);
            assertTrue(open > 0.0 && open < 1.0);
        }
    }

    @Test
    void shouldShuffleToAPermutation()
    {
        final int[] values = IntStream.range(0, 100).toArray();
        new Pcg64(5).shuffle(values, 100);
        final int[] sorted = values.clone();
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, 100).toArray(), sorted);
        assertTrue(IntStream.range(0, 100).filter(i -> values[i] == i).count() < 10);
    }
}
