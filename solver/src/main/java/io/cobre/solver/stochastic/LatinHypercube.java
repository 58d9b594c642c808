package io.cobre.solver.stochastic;

/**
 * One normal number in each of n equally probable strata, per dimension in an order of its own.
 */
final class LatinHypercube
{
    private static final double LOWEST = Double.MIN_NORMAL;
    private static final double HIGHEST = 1.0 - 0x1.0p-52;

    private LatinHypercube()
    {
    }

    /** Fill points[0 .. n-1][0 .. dimension-1]. */
    static void fill(final Pcg64 random, final double[][] points, final int dimension)
    {
        final int n = points.length;
        final double[] stratified = new double[n];
        final int[] place = new int[n];
        for (int d = 0; d < dimension; d++)
        {
            for (int k = 0; k < n; k++)
            {
                stratified[k] = normal(k, n, random.nextUnit52());
                place[k] = k;
            }
            random.shuffle(place, n);
            for (int k = 0; k < n; k++)
            {
                points[place[k]][d] = stratified[k];
            }
        }
    }

    /** Normal number of a stratum, at a share of its width. */
    static double normal(final int stratum, final int n, final double share)
    {
        return NormalQuantile.of(Math.max(LOWEST, Math.min(HIGHEST, (stratum + share) / n)));
    }
}
