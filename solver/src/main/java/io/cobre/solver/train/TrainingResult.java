package io.cobre.solver.train;

import java.util.List;

import io.cobre.solver.policy.Policy;

/**
 * What training gave; equal on all ranks but for the times in the iterations.
 *
 * @param policy            the cuts.
 * @param iterations        one row each, from iteration 1.
 * @param terminationReason why it ended.
 * @param policyDigest      SHA-256 of the cuts.
 * @param boundsDigest      SHA-256 of the bounds of all iterations.
 * @param lpSolves          of all ranks.
 * @param trainTimeNs       all iterations, on this rank.
 * @param ranks             times by rank.
 * @param detail            times and LP work by iteration.
 */
public record TrainingResult(
    Policy policy,
    List<IterationRecord> iterations,
    TerminationReason terminationReason,
    String policyDigest,
    String boundsDigest,
    long lpSolves,
    long trainTimeNs,
    List<RankTimes> ranks,
    TrainingDetail detail)
{
    /**
     * The last iteration.
     *
     * @return its bounds are the result.
     */
    public IterationRecord last()
    {
        return iterations.get(iterations.size() - 1);
    }

    /**
     * Lower bound of the last iteration.
     *
     * @return $.
     */
    public double lowerBound()
    {
        return last().lowerBound();
    }

    /**
     * Mean cost of the trial paths of the last iteration.
     *
     * @return $.
     */
    public double upperBound()
    {
        return last().upperBound();
    }

    /**
     * Distance of the bounds of the last iteration.
     *
     * @return a fraction.
     */
    public double gap()
    {
        return last().gap();
    }

    /**
     * Number of cuts of all stages.
     *
     * @return removed ones included.
     */
    public long totalCuts()
    {
        return policy.totalCuts();
    }
}
