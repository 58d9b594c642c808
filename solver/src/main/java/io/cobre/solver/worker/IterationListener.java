package io.cobre.solver.worker;

import io.cobre.solver.train.IterationRecord;

/**
 * Hears of the iterations of every rank, on one thread, in order for each rank.
 */
@FunctionalInterface
public interface IterationListener
{
    /**
     * A rank has finished an iteration.
     *
     * @param rank which.
     * @param row  its bounds and this rank's times.
     */
    void iteration(int rank, IterationRecord row);
}
