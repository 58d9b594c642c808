package io.cobre.solver.lp;

/**
 * Failures for tests of the retry ladder: a solve whose attempt is to fail is done and its answer thrown away.
 */
@FunctionalInterface
public interface SolveFaults
{
    /** No solve fails on purpose. */
    SolveFaults NONE = (iteration, stage, trial, opening) -> 0;

    /**
     * How many attempts fail.
     *
     * @param iteration of the training.
     * @param stage     id of the stage.
     * @param trial     index of the trial point.
     * @param opening   index of the opening.
     * @return the first so many attempts; more than there are steps fail the solve.
     */
    int failedAttempts(int iteration, int stage, int trial, int opening);
}
