package io.cobre.solver.stochastic;

/**
 * A permutation of 0 .. n-1 as a function of a key, one element at a time: a Feistel network on the smallest even
 * number of bits that holds n, walked until the result is below n.
 */
final class KeyedPermutation
{
    private static final int ROUNDS = 6;

    private KeyedPermutation()
    {
    }

    static int at(final long key, final int n, final int element)
    {
        int half = 1;
        while (1L << 2 * half < n)
        {
            half++;
        }
        int value = element;
        do
        {
            value = encrypt(key, half, value);
        }
        while (value >= n);
        return value;
    }

    private static int encrypt(final long key, final int half, final int value)
    {
        final int mask = (1 << half) - 1;
        int left = value >>> half;
        int right = value & mask;
        for (int round = 0; round < ROUNDS; round++)
        {
            final int next = left ^ (int) mix(key + round * 0x9E37_79B9_7F4A_7C15L ^ right) & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private static long mix(final long input)
    {
        long x = input;
        x = (x ^ x >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        x = (x ^ x >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return (x ^ x >>> 33) >>> 16;
    }
}
