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

    /**
     * Bound and policy have settled: from time to time, if the lower bound is stable, the policy is simulated on the
     * same paths as the time before, and the mean cost of each stage is compared. The rule is the one of SDDP.jl
     * (Dowson and Kapelevich, INFORMS Journal on Computing 33(1), 2021), {@code SimulationStoppingRule}.
     *
     * @param replications   paths, those that a simulation of the case begins with.
     * @param period         iterations from test to test.
     * @param boundWindow    iterations over which the bound must be stable.
     * @param distance       below which two simulations agree: the norm over stages of the relative change.
     * @param boundTolerance relative change of the bound.
     */
    record Simulation(int replications, int period, int boundWindow, double distance, double boundTolerance)
        implements StoppingRule
    {
    }
}
