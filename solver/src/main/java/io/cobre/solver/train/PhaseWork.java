package io.cobre.solver.train;

/**
 * LP work of all ranks in one phase of one iteration; whole numbers, by stage.
 *
 * @param iteration         from 1.
 * @param phase             of the iteration.
 * @param solves            number of solves.
 * @param simplexIterations in them.
 * @param solveNs           time inside the native solver, summed over ranks.
 * @param retries           solves that ended at a step of the retry ladder, by stage, then step; step 0 is not counted.
 */
public record PhaseWork(
    int iteration, Phase phase, double[] solves, double[] simplexIterations, double[] solveNs, double[] retries)
{
    /**
     * Number of steps of the ladder.
     *
     * @return step 0 included.
     */
    public int steps()
    {
        return retries.length / solves.length;
    }
}
