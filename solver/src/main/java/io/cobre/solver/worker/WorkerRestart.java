package io.cobre.solver.worker;

import io.cobre.engine.launch.WorkerException;

/**
 * A group is about to be formed anew.
 *
 * @param number    from 1.
 * @param most      restarts that are allowed.
 * @param cause     of it.
 * @param iteration the last one that was kept; 0 if the training begins anew.
 * @param lpSolves  of the iterations that were kept.
 */
public record WorkerRestart(int number, int most, WorkerException cause, int iteration, long lpSolves)
{
}
