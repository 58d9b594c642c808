package io.cobre.solver.stochastic;

/**
 * Points that fill the noise space evenly as a batch.
 */
interface PointSet
{
    /** Normal numbers of a point. */
    void point(int index, double[] noise);
}
