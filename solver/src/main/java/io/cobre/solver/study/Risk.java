package io.cobre.solver.study;

/**
 * Risk measure of a stage: {@code (1 - lambda) * expectation + lambda * CVaR(alpha)} of the cost after it.
 *
 * @param alpha  share of the worst outcomes, in (0, 1].
 * @param lambda weight of the tail, in [0, 1].
 */
public record Risk(double alpha, double lambda)
{
    /** The expectation. */
    public static final Risk NEUTRAL = new Risk(1.0, 0.0);

    /**
     * Whether this is the expectation, however it is written.
     *
     * @return true if the tail has no weight or is everything.
     */
    public boolean isNeutral()
    {
        return 0.0 == lambda || 1.0 == alpha;
    }
}
