package io.cobre.solver;

import java.nio.file.Path;

/**
 * Settings of one training (SS2.1).
 */
public final class TrainOptions extends RunOptions<TrainOptions>
{
    private Saving.Place checkpoint = Saving.Place.none();
    private Saving.Place resume = Saving.Place.none();
    private int maxRestarts;

    /**
     * Save the state of the training while it goes on, to {@code checkpoint.bin} in the output folder: at the
     * intervals of {@code policy.checkpointing} in config.json or, without them, as often as it takes less than a
     * twentieth of the time; and at the end.
     *
     * @return this.
     */
    public TrainOptions checkpoint()
    {
        checkpoint = Saving.Place.standard();
        return this;
    }

    /**
     * Save the state of the training while it goes on.
     *
     * @param file to write, replaced when a newer checkpoint is complete; the older one is kept beside it with
     *             {@code .previous} at the end of its name.
     * @return this.
     */
    public TrainOptions checkpoint(final Path file)
    {
        checkpoint = Saving.Place.at(file);
        return this;
    }

    /**
     * Go on from {@code checkpoint.bin} in the output folder.
     *
     * @return this.
     */
    public TrainOptions resume()
    {
        resume = Saving.Place.standard();
        return this;
    }

    /**
     * Go on from a checkpoint, with the bits of a training that was never interrupted. Stopping rules, number of
     * workers and backend may be others than before; an iteration limit counts from the first iteration.
     *
     * @param file that a training of the same case wrote.
     * @return this.
     */
    public TrainOptions resume(final Path file)
    {
        resume = Saving.Place.at(file);
        return this;
    }

    /**
     * How often a group of which a worker died is formed anew. It goes on from its last checkpoint; without
     * {@link #checkpoint()}, from one that is kept for this purpose and disappears with the run. A worker that could
     * still say what went wrong, for example a failure of the LP solver, would fail again and ends the run.
     *
     * @param count not negative; 0 if this is not called.
     * @return this.
     */
    public TrainOptions maxRestarts(final int count)
    {
        maxRestarts = count;
        return this;
    }

    Saving.Place checkpointPlace()
    {
        return checkpoint;
    }

    Saving.Place resumePlace()
    {
        return resume;
    }

    int maxRestarts()
    {
        return maxRestarts;
    }

    @Override
    TrainOptions self()
    {
        return this;
    }
}
