package io.cobre.solver.train;

/**
 * Hears of the progress of training, on the thread that trains.
 */
@FunctionalInterface
public interface TrainingListener
{
    /** Hears nothing. */
    TrainingListener NONE = row ->
    {
    };

    /**
     * An iteration is complete.
     *
     * @param row its bounds and times.
     */
    void iteration(IterationRecord row);
}
