package io.cobre.solver.stochastic;

/**
 * Seeds that are a function of identity: SipHash-1-3 with a zero key over little-endian fields.
 */
final class SeedHash
{
    private static final long HISTORICAL = 0x686973746f726963L;
    private static final long EXTERNAL = 0x65787465726e616cL;
    private static final long INT_MASK = 0xFFFF_FFFFL;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SeedHash()
    {
        v0 = 0x736f6d6570736575L;
        v1 = 0x646f72616e646f6dL;
        v2 = 0x6c7967656e657261L;
        v3 = 0x7465646279746573L;
    }

    /** Seed of one opening of a tree drawn opening by opening. */
    static long opening(final long seed, final int opening, final int stageId)
    {
        return new SeedHash().word(seed).word(pair(opening, stageId)).finish(0, 16);
    }

    /** Seed of all openings of a stage drawn as one batch. */
    static long stageBatch(final long seed, final int stageId)
    {
        return new SeedHash().word(seed).finish(stageId & INT_MASK, 12);
    }

    /** Seed of the choice among the openings of a stage in a trial path. */
    static long forward(final long seed, final int iteration, final int scenario, final int stageIndex)
    {
        return new SeedHash().word(seed).word(pair(iteration, scenario)).finish(stageIndex & INT_MASK, 20);
    }

    /** Seed of fresh noise in a trial path, common to the stages of a noise group. */
    static long group(final long seed, final int iteration, final int scenario, final int noiseGroup)
    {
        // a tag byte comes first, so every following field straddles the word boundaries
        final long first = 1L | seed << 8;
        final long second = seed >>> 56 | (iteration & INT_MASK) << 8 | (scenario & INT_MASK) << 40;
        final long tail = (scenario & INT_MASK) >>> 24 | (noiseGroup & INT_MASK) << 8;
        return new SeedHash().word(first).word(second).finish(tail, 21);
    }

    /** Seed of the choice of a historical window. */
    static long historical(final int iteration, final int scenario)
    {
        return forward(HISTORICAL, iteration, scenario, 0);
    }

    /** Seed of the choice of an external scenario. */
    static long external(final int iteration, final int scenario)
    {
        return forward(EXTERNAL, iteration, scenario, 0);
    }

    private static long pair(final int low, final int high)
    {
        return low & INT_MASK | (high & INT_MASK) << 32;
    }

    private SeedHash word(final long word)
    {
        v3 ^= word;
        round();
        v0 ^= word;
        return this;
    }

    private long finish(final long tail, final int length)
    {
        word(tail | (long) length << 56);
        v2 ^= 0xFF;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round()
    {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
