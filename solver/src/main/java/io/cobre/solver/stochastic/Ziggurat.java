package io.cobre.solver.stochastic;

/**
 * Standard normal numbers by the Ziggurat method with 256 layers of equal area.
 * Layer i spans |x| below EDGE[i]; layer 0 is the base strip with the tail beyond RIGHT.
 */
final class Ziggurat
{
    private static final int LAYERS = 256;
    private static final double RIGHT = 3.654152885361008796;
    private static final double[] EDGE = ZigguratEdges.edges();
    private static final double[] DENSITY = new double[LAYERS + 1];

    static
    {
        for (int i = 0; i <= LAYERS; i++)
        {
            DENSITY[i] = density(EDGE[i]);
        }
    }

    private Ziggurat()
    {
    }

    /** One standard normal number. */
    static double next(final Pcg64 random)
    {
        while (true)
        {
            final long bits = random.nextLong();
            final int layer = (int) bits & 0xFF;
            // mantissa of a number in [2, 4), moved to [-1, 1)
            final double u = Double.longBitsToDouble(bits >>> 12 | 0x4000_0000_0000_0000L) - 3.0;
            final double x = u * EDGE[layer];
            if (Math.abs(x) < EDGE[layer + 1])
            {
                return x;
            }
            if (layer == 0)
            {
                return tail(random, u);
            }
            final double height = DENSITY[layer] - DENSITY[layer + 1];
            if (DENSITY[layer + 1] + height * random.nextUnit53() < density(x))
            {
                return x;
            }
        }
    }

    private static double tail(final Pcg64 random, final double u)
    {
        double x;
        double y;
        do
        {
            x = StrictMath.log(random.nextOpen()) / RIGHT;
            y = StrictMath.log(random.nextOpen());
        }
        while (-2.0 * y < x * x);
        return u < 0.0 ? x - RIGHT : RIGHT - x;
    }

    private static double density(final double x)
    {
        return StrictMath.exp(-x * x / 2.0);
    }
}
