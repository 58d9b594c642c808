package io.cobre.solver.train;

/**
 * When and where a training saves itself.
 * <p>
 * A stop in good order always leaves a checkpoint. A periodic plan writes one in between and at the end, too: at the
 * given intervals, whichever comes first, or, if none is given, as often as it takes less than a twentieth of the time.
 *
 * @param file               of the checkpoint; an older one is kept beside it; null for none.
 * @param periodic           whether it is written before the training stops.
 * @param initialIteration   first iteration that may be saved, at least 1.
 * @param intervalIterations iterations from one to the next; 0 if they do not matter.
 * @param intervalMinutes    time from one to the next; 0 if it does not matter.
 * @param snapshot           file of a copy of each iteration's state for a group that may have to start again; null
 *                           for none.
 * @param session            random number of the call that trains.
 */
public record CheckpointPlan(
    String file,
    boolean periodic,
    int initialIteration,
    int intervalIterations,
    double intervalMinutes,
    String snapshot,
    long session)
{
}
