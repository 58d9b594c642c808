package io.cobre.solver.train;

/**
 * One row of the convergence table.
 *
 * @param iteration     from 1.
 * @param lowerBound    $.
 * @param upperBound    mean cost of the trial paths, $.
 * @param upperBoundStd sample standard deviation of their costs, $.
 * @param ci95          half width of the 95 % interval of the mean, $.
 * @param cutsAdded     of all stages.
 * @param cutsRemoved   of all stages.
 * @param cutsActive    of all stages, at the end of the iteration.
 * @param lpSolves      of all ranks.
 * @param forwardNs     time of the forward pass on this rank.
 * @param backwardNs    time of the backward pass on this rank, exchange and bound not included.
 * @param exchangeNs    time spent in collectives on this rank, waiting included.
 * @param totalNs       time of the iteration on this rank.
 * @param elapsedNs     since training began on this rank.
 */
public record IterationRecord(
    int iteration,
    double lowerBound,
    double upperBound,
    double upperBoundStd,
    double ci95,
    int cutsAdded,
    int cutsRemoved,
    long cutsActive,
    long lpSolves,
    long forwardNs,
    long backwardNs,
    long exchangeNs,
    long totalNs,
    long elapsedNs)
{
    /**
     * Distance of the bounds relative to the upper one.
     *
     * @return a fraction, negative if the sampled mean lies below the lower bound.
     */
    public double gap()
    {
        return (upperBound - lowerBound) / Math.max(1.0, Math.abs(upperBound));
    }
}
