package io.cobre.solver.study;

/**
 * When a training saves its state, and whether it goes on from a state that was saved.
 *
 * @param enabled            whether it is saved before the training ends.
 * @param initialIteration   first iteration that is saved, at least 1.
 * @param intervalIterations iterations from one to the next; 0 if not given.
 * @param intervalMinutes    time from one to the next; 0 if not given.
 * @param resume             whether to go on from the checkpoint in the output folder.
 */
public record Checkpointing(
    boolean enabled, int initialIteration, int intervalIterations, double intervalMinutes, boolean resume)
{
    /** Nothing is saved unless somebody asks the training to stop. */
    public static final Checkpointing NONE = new Checkpointing(false, 1, 0, 0.0, false);
}
