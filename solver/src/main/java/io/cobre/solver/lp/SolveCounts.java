package io.cobre.solver.lp;

/**
 * How much LP solves have been.
 *
 * @param solves     number of solves.
 * @param iterations of the simplex method in them.
 * @param ns         time inside the native solver.
 */
public record SolveCounts(long solves, long iterations, long ns)
{
    /** Nothing solved. */
    public static final SolveCounts NONE = new SolveCounts(0, 0, 0);

    /**
     * Both together.
     *
     * @param other counts.
     * @return the sum.
     */
    public SolveCounts plus(final SolveCounts other)
    {
        return new SolveCounts(solves + other.solves, iterations + other.iterations, ns + other.ns);
    }

    /**
     * The same work with the time that one of several threads has spent on it.
     *
     * @param threads that shared the work.
     * @return counts with the mean time.
     */
    public SolveCounts perThread(final int threads)
    {
        return new SolveCounts(solves, iterations, ns / threads);
    }

    /**
     * What has come since.
     *
     * @param before earlier counts.
     * @return the difference.
     */
    public SolveCounts since(final SolveCounts before)
    {
        return new SolveCounts(solves - before.solves, iterations - before.iterations, ns - before.ns);
    }
}
