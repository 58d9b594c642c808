package io.cobre.solver.study;

/**
 * When training ends.
 */
public sealed interface StoppingRule
{
    /**
     * A fixed number of iterations.
     *
     * @param limit at least 1.
     */
    record IterationLimit(int limit) implements StoppingRule
    {
    }

    /**
     * A wall-clock limit.
     *
     * @param seconds of training.
     */
    record TimeLimit(double seconds) implements StoppingRule
    {
    }

    /**
     * The lower bound stalls: relative change over a window of iterations below a tolerance.
     *
     * @param iterations window.
     * @param tolerance  relative change.
     */
    record BoundStalling(int iterations, double tolerance) implements StoppingRule
    {
    }
}
