package io.cobre.solver.policy;

import java.util.List;

/**
 * A policy in figures.
 *
 * @param info      what the policy is for.
 * @param stages    by stage.
 * @param totalCuts of all stages, removed ones included.
 * @param digest    SHA-256 of all cuts in hexadecimal digits.
 */
public record PolicySummary(PolicyInfo info, List<StageCuts> stages, long totalCuts, String digest)
{
    /**
     * The cuts of one stage in figures.
     *
     * @param stageId   as in the case.
     * @param populated cuts ever made.
     * @param active    cuts in force.
     */
    public record StageCuts(int stageId, int populated, int active)
    {
    }
}
