package io.cobre.solver.train;

/**
 * Mean and sample variance by Welford's recurrence, in the order in which values come.
 */
public final class Moments
{
    /** Half width of the 95 % interval in standard errors. */
    private static final double Z_95 = 1.96;

    private int count;
    private double mean;
    private double squares;

    /**
     * Forget all values.
     */
    public void clear()
    {
        count = 0;
        mean = 0.0;
        squares = 0.0;
    }

    /**
     * Take a value in.
     *
     * @param value finite.
     */
    public void add(final double value)
    {
        count++;
        final double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    /**
     * Mean.
     *
     * @return 0 without values.
     */
    public double mean()
    {
        return mean;
    }

    /**
     * Sample standard deviation.
     *
     * @return 0 for fewer than two values.
     */
    public double std()
    {
        return count < 2 ? 0.0 : Math.sqrt(squares / (count - 1));
    }

    /**
     * Half width of the 95 % confidence interval of the mean.
     *
     * @return 0 for fewer than two values.
     */
    public double ci95()
    {
        return count < 2 ? 0.0 : Z_95 * std() / Math.sqrt(count);
    }
}
