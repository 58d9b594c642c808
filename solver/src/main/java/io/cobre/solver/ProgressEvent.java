package io.cobre.solver;

import java.util.OptionalInt;

/**
 * One step of a run (SS2.9). The bounds are NaN but in training.
 *
 * @param phase           training, restart or simulation.
 * @param worker          rank of the worker that reports, at a restart that died; -1 in single-process mode.
 * @param done            iterations or scenarios so far; at a restart, iterations that were kept.
 * @param total           iterations or scenarios at most; 0 if no limit is known.
 * @param lowerBound      $.
 * @param upperBound      mean cost of the trial paths, $.
 * @param upperBoundStd   sample standard deviation of their costs, $.
 * @param ci95            half width of the 95 % interval of the mean, $.
 * @param gap             a fraction.
 * @param lpSolves        of all workers so far.
 * @param wallTimeMs      since the run began.
 * @param iterationTimeMs of this step.
 */
public record ProgressEvent(
    Phase phase,
    int worker,
    int done,
    int total,
    double lowerBound,
    double upperBound,
    double upperBoundStd,
    double ci95,
    double gap,
    long lpSolves,
    long wallTimeMs,
    long iterationTimeMs)
{
    /**
     * Part of a run.
     */
    public enum Phase
    {
        /** Iterations of SDDP. */
        TRAINING("training"),
        /** A worker died; the group is formed anew and goes on after the iterations that were kept. */
        RESTART("restart"),
        /** Scenarios of a policy. */
        SIMULATION("simulation");

        private final String id;

        Phase(final String id)
        {
            this.id = id;
        }

        /**
         * The name in JSON.
         *
         * @return in lower case.
         */
        public String id()
        {
            return id;
        }
    }

    /**
     * The worker that reports. One callback hears all workers, and this tells them apart: a callback for each worker
     * would run on threads of its own, and a display that merges them would have to lock.
     *
     * @return its rank; empty in single-process mode.
     */
    public OptionalInt workerId()
    {
        return worker < 0 ? OptionalInt.empty() : OptionalInt.of(worker);
    }
}
