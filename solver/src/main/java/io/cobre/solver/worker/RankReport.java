package io.cobre.solver.worker;

import io.cobre.solver.policy.PolicyInfo;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.RankTimes;
import io.cobre.solver.train.TerminationReason;

import java.util.List;

/**
 * What a rank tells when it is done.
 *
 * @param digests that must be equal on all ranks.
 * @param result  of rank 0: a {@link Training}, or the result of a simulation; null on the others.
 * @param ladder  uses of the retry ladder of the LP solver in one sentence; null if there were none.
 */
record RankReport(List<String> digests, Record result, String ladder)
{
    /**
     * Result of training without its cuts, which lie in the run directory.
     *
     * @param info              of the policy.
     * @param iterations        one row each.
     * @param terminationReason why it ended.
     * @param lpSolves          of all ranks.
     * @param trainTimeNs       all iterations.
     * @param ranks             times by rank.
     */
    record Training(
        PolicyInfo info,
        List<IterationRecord> iterations,
        TerminationReason terminationReason,
        long lpSolves,
        long trainTimeNs,
        List<RankTimes> ranks)
    {
    }
}
