package io.cobre.solver.worker;

import io.cobre.solver.train.IterationRecord;

/**
 * Hears of the progress of every rank, on one thread, in order for each rank.
 */
public interface WorkerProgress
{
    /**
     * A rank has finished an iteration.
     *
     * @param rank which.
     * @param row  its bounds and this rank's times.
     */
    default void iteration(final int rank, final IterationRecord row)
    {
    }

    /**
     * A rank has finished a scenario.
     *
     * @param rank which.
     * @param done scenarios that this rank has finished.
     */
    default void scenarios(final int rank, final int done)
    {
    }

    /**
     * A worker died, and the group is about to be formed anew; on the thread that runs the group.
     *
     * @param restart why, and from where it goes on.
     */
    default void restarted(final WorkerRestart restart)
    {
    }
}
