package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SeedHashTest
{
    @Test
    void shouldHashOpenings()
    {
        assertEquals(4798411809987085555L, SeedHash.opening(42, 0, 0));
        assertEquals(5987811941171269639L, SeedHash.opening(42, 1, 0));
        assertEquals(Long.parseUnsignedLong("15660828915980282828"), SeedHash.opening(42, 0, 1));
    }

    @Test
    void shouldHashStageBatches()
    {
        assertEquals(983776962555776753L, SeedHash.stageBatch(42, 0));
    }

    @Test
    void shouldHashForwardPicks()
    {
        assertEquals(4418977803187233897L, SeedHash.forward(42, 0, 0, 0));
        assertEquals(1136081913003788997L, SeedHash.forward(42, 1, 0, 0));
    }

    @Test
    void shouldHashNoiseGroups()
    {
        assertEquals(Long.parseUnsignedLong("10076475523381585999"), SeedHash.group(42, 1, 0, 0));
    }

    @Test
    void shouldDependOnEveryFieldOfAGroup()
    {
        final long hash = SeedHash.group(42, 1, 2, 3);
        assertNotEquals(hash, SeedHash.group(42L | 1L << 60, 1, 2, 3));
        assertNotEquals(hash, SeedHash.group(42, 1 | 1 << 30, 2, 3));
        assertNotEquals(hash, SeedHash.group(42, 1, 2 | 1 << 30, 3));
        assertNotEquals(hash, SeedHash.group(42, 1, 2, 3 | 1 << 30));
    }
}
