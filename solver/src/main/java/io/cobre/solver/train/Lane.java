package io.cobre.solver.train;

/**
 * What one thread of a rank works with.
 *
 * @param forward  walks trial paths.
 * @param backward makes cuts.
 * @param activity counts binding cuts.
 */
record Lane(ForwardPass forward, BackwardPass backward, CutActivity activity)
{
}
