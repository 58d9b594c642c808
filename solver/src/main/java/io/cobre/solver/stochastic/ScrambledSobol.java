package io.cobre.solver.stochastic;

/**
 * Sobol points in Gray-code order, each dimension scrambled by an affine map modulo 2^32 with an odd factor.
 */
final class ScrambledSobol implements PointSet
{
    private static final double UNIT = 0x1.0p-32;
    private static final long MASK = 0xFFFF_FFFFL;

    private final int[][] directions;
    private final int[] factor;
    private final int[] shift;

    /**
     * Points of a batch.
     *
     * @param random     source of the scrambling: factor and shift of each dimension.
     * @param directions by dimension and bit.
     */
    ScrambledSobol(final Pcg64 random, final int[][] directions)
    {
        this.directions = directions;
        factor = new int[directions.length];
        shift = new int[directions.length];
        for (int d = 0; d < directions.length; d++)
        {
            factor[d] = random.nextInt() | 1;
            shift[d] = random.nextInt();
        }
    }

    @Override
    public void point(final int index, final double[] noise)
    {
        final int gray = index ^ index >>> 1;
        for (int d = 0; d < directions.length; d++)
        {
            final int scrambled = factor[d] * coordinate(directions[d], gray) + shift[d];
            noise[d] = NormalQuantile.of((scrambled & MASK) * UNIT);
        }
    }

    /** Coordinate before scrambling as a 32-bit fraction; bits of the Gray code choose the directions. */
    static int coordinate(final int[] directions, final int gray)
    {
        int x = 0;
        for (int bit = 0; gray >>> bit != 0; bit++)
        {
            x ^= (gray >>> bit & 1) * directions[bit];
        }
        return x;
    }
}
