package io.cobre.solver.worker;

import io.cobre.solver.policy.PolicyInfo;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.RankTimes;
import io.cobre.solver.train.TerminationReason;

import java.util.List;

/**
 * What a rank tells when it has trained. The cuts of rank 0 lie in the run directory.
 *
 * @param policyDigest of its cuts.
 * @param boundsDigest of its bounds.
 * @param training     rank 0 only, else null.
 */
record RankReport(String policyDigest, String boundsDigest, Training training)
{
    /**
     * The result without its cuts.
     *
     * @param info              of the policy.
     * @param policyFile        file name in the run directory.
     * @param iterations        one row each.
     * @param terminationReason why it ended.
     * @param lpSolves          of all ranks.
     * @param trainTimeNs       all iterations.
     * @param ranks             times by rank.
     */
    record Training(
        PolicyInfo info,
        String policyFile,
        List<IterationRecord> iterations,
        TerminationReason terminationReason,
        long lpSolves,
        long trainTimeNs,
        List<RankTimes> ranks)
    {
    }
}
