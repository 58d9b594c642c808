package io.cobre.solver.train;

/**
 * What cut selection did to one stage in one iteration.
 *
 * @param iteration    from 1.
 * @param stageId      stage that has the cuts.
 * @param populated    cuts ever made.
 * @param activeBefore cuts in force before.
 * @param removed      by the method.
 * @param evicted      by the limit on active cuts; -1 if there is none.
 * @param ns           time on the rank that tells.
 */
public record CutRemoval(
    int iteration, int stageId, int populated, int activeBefore, int removed, int evicted, long ns)
{
    /**
     * Cuts that the method left in force.
     *
     * @return a count.
     */
    public int activeAfter()
    {
        return activeBefore - removed;
    }
}
