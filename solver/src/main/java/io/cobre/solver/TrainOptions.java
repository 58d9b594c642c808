package io.cobre.solver;

/**
 * Settings of one training (SS2.1).
 */
public final class TrainOptions extends RunOptions<TrainOptions>
{
    @Override
    TrainOptions self()
    {
        return this;
    }
}
