package io.cobre.solver.stochastic;

/**
 * PCG XSL-RR 128/64: a 128-bit linear congruential state, permuted to 64 bits. One instance can be seeded again.
 */
final class Pcg64
{
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;
    private static final long SEED_MULTIPLIER = 6364136223846793005L;
    private static final long SEED_INCREMENT = -6812164046247290893L;
    private static final long INT_MASK = 0xFFFF_FFFFL;

    private long high;
    private long low;
    private long incrementHigh;
    private long incrementLow;
    private long seedState;

    Pcg64()
    {
        this(0L);
    }

    Pcg64(final long seed)
    {
        seed(seed);
    }

    /** Start the stream of a seed; state and increment come from a 32-bit PCG. */
    Pcg64 seed(final long seed)
    {
        seedState = seed;
        final long stateLow = seedWord();
        final long stateHigh = seedWord();
        incrementLow = seedWord() | 1L;
        incrementHigh = seedWord();
        low = stateLow;
        high = stateHigh;
        addIncrement();
        step();
        return this;
    }

    long nextLong()
    {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    int nextInt()
    {
        return (int) nextLong();
    }

    /** Uniform in [0, 1) with 53 bits. */
    double nextUnit53()
    {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [0, 1) with 52 bits. */
    double nextUnit52()
    {
        return unitMantissa() - 1.0;
    }

    /** Uniform in (0, 1) with 52 bits. */
    double nextOpen()
    {
        return unitMantissa() - (1.0 - 0x1.0p-53);
    }

    /** Uniform in 0 .. bound-1, by a widening multiplication with one correction draw. */
    int nextIndex(final int bound)
    {
        final long product = (nextInt() & INT_MASK) * bound;
        final long fraction = product & INT_MASK;
        int index = (int) (product >>> 32);
        if (fraction > (1L << 32) - bound)
        {
            final long correction = (nextInt() & INT_MASK) * bound >>> 32;
            if (fraction + correction > INT_MASK)
            {
                index++;
            }
        }
        return index;
    }

    /** Fisher-Yates from the end. */
    void shuffle(final int[] values, final int length)
    {
        for (int i = length - 1; i > 0; i--)
        {
            final int j = nextIndex(i + 1);
            final int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    private double unitMantissa()
    {
        return Double.longBitsToDouble(nextLong() >>> 12 | 0x3FF0_0000_0000_0000L);
    }

    private long seedWord()
    {
        final long first = seedHalf() & INT_MASK;
        return first | (long) seedHalf() << 32;
    }

    private int seedHalf()
    {
        seedState = seedState * SEED_MULTIPLIER + SEED_INCREMENT;
        final int shifted = (int) ((seedState >>> 18 ^ seedState) >>> 27);
        return Integer.rotateRight(shifted, (int) (seedState >>> 59));
    }

    private void step()
    {
        final long productHigh = unsignedMultiplyHigh(low, MULTIPLIER_LOW) +
            high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low *= MULTIPLIER_LOW;
        high = productHigh;
        addIncrement();
    }

    private void addIncrement()
    {
        low += incrementLow;
        high += incrementHigh + (Long.compareUnsigned(low, incrementLow) < 0 ? 1 : 0);
    }

    private static long unsignedMultiplyHigh(final long a, final long b)
    {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
