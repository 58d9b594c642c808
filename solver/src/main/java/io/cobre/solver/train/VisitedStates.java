package io.cobre.solver.train;

import java.util.Arrays;
import java.util.List;

import io.cobre.solver.policy.StageStates;
import io.cobre.solver.study.Stage;

/**
 * States that the trial paths left at the end of each stage, in the order of iterations and trials.
 */
final class VisitedStates
{
    private final int dimension;
    private final double[][] states;
    private final int[] counts;

    VisitedStates(final int stages, final int dimension)
    {
        this.dimension = dimension;
        this.states = new double[stages][0];
        this.counts = new int[stages];
    }

    void add(final int stage, final double[] source, final int offset)
    {
        final int end = (counts[stage] + 1) * dimension;
        if (states[stage].length < end)
        {
            states[stage] = Arrays.copyOf(states[stage], Math.max(16 * dimension, 2 * states[stage].length));
        }
        System.arraycopy(source, offset, states[stage], end - dimension, dimension);
        counts[stage]++;
    }

    /** What is there so far, by stage. */
    List<StageStates> copy(final List<Stage> stages)
    {
        return stages.stream()
            .map(stage -> new StageStates(
                stage.id(), dimension, Arrays.copyOf(states[stage.index()], counts[stage.index()] * dimension)))
            .toList();
    }

    int count(final int stage)
    {
        return counts[stage];
    }

    /** All states of a stage; see {@link #offset}. */
    double[] states(final int stage)
    {
        return states[stage];
    }

    int offset(final int index)
    {
        return index * dimension;
    }
}
