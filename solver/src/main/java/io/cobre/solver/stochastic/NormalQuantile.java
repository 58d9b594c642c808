package io.cobre.solver.stochastic;

/**
 * Inverse of the standard normal distribution by the approximation of Beasley, Springer and Moro.
 */
final class NormalQuantile
{
    private static final double CENTRE = 0.42;
    private static final double SMALLEST = 1e-20;
    private static final double FARTHEST = 8.21;
    private static final double[] A = {2.50662823884, -18.61500062529, 41.39119773534, -25.44106049637};
    private static final double[] B = {-8.47351093090, 23.08336743743, -21.06224101826, 3.13082909833};
    private static final double[] C = {
        0.3374754822726147, 0.9761690190917186, 0.1607979714918209, 0.0276438810333863, 0.0038405729373609,
        0.0003951896511349, 0.0000321767881768, 0.0000002888167364, 0.0000003960315187};

    private NormalQuantile()
    {
    }

    /** Number below which a standard normal number lies with a given probability. */
    static double of(final double probability)
    {
        final double y = probability - 0.5;
        if (Math.abs(y) < CENTRE)
        {
            final double r = y * y;
            return y * polynomial(A, r) / (r * polynomial(B, r) + 1.0);
        }
        final double tail = Math.min(probability, 1.0 - probability);
        final double x = tail <= SMALLEST ?
            FARTHEST : polynomial(C, StrictMath.log(-StrictMath.log(tail)));
        return y < 0.0 ? -x : x;
    }

    private static double polynomial(final double[] coefficients, final double x)
    {
        double value = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--)
        {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
