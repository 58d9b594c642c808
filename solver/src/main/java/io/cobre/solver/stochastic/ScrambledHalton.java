package io.cobre.solver.stochastic;

/**
 * Halton points with digits permuted at random: base of dimension d is the d-th prime. A point lies in the middle of
 * the interval that its digits leave open, never on the edge of the unit interval.
 */
final class ScrambledHalton implements PointSet
{
    private final int[] base;
    private final int[][][] permutation;

    /**
     * Points of a batch.
     *
     * @param random    source of the permutations, dimension by dimension, the first digit first.
     * @param dimension length of a point.
     * @param points    number of points that are told apart.
     */
    ScrambledHalton(final Pcg64 random, final int dimension, final int points)
    {
        base = primes(dimension);
        permutation = new int[dimension][][];
        for (int d = 0; d < dimension; d++)
        {
            permutation[d] = new int[digits(points - 1, base[d])][base[d]];
            for (final int[] digit : permutation[d])
            {
                for (int i = 0; i < digit.length; i++)
                {
                    digit[i] = i;
                }
                random.shuffle(digit, digit.length);
            }
        }
    }

    @Override
    public void point(final int index, final double[] noise)
    {
        for (int d = 0; d < base.length; d++)
        {
            double width = 1.0;
            double value = 0.0;
            int rest = index;
            for (final int[] digit : permutation[d])
            {
                width /= base[d];
                value += digit[rest % base[d]] * width;
                rest /= base[d];
            }
            noise[d] = NormalQuantile.of(value + 0.5 * width);
        }
    }

    private static int digits(final int largest, final int base)
    {
        int digits = 1;
        for (int rest = largest / base; rest > 0; rest /= base)
        {
            digits++;
        }
        return digits;
    }

    private static int[] primes(final int count)
    {
        final int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++)
        {
            boolean prime = true;
            for (int i = 0; i < found && primes[i] * primes[i] <= candidate; i++)
            {
                prime &= candidate % primes[i] != 0;
            }
            if (prime)
            {
                primes[found++] = candidate;
            }
        }
        return primes;
    }
}
