package io.cobre.solver.policy;

/**
 * States that trial paths left at the end of a stage.
 *
 * @param stageId   as in the case.
 * @param dimension length of a state.
 * @param values    one state after the other, in the order of iterations and trials: storages in hm3, then the memory
 *                  of inflows in m3/s.
 */
public record StageStates(int stageId, int dimension, double[] values)
{
    /**
     * Number of states.
     *
     * @return 0 where a state has no component.
     */
    public int count()
    {
        return dimension == 0 ? 0 : values.length / dimension;
    }
}
