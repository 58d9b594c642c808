package io.cobre.solver.stochastic;

import java.util.Arrays;

import io.cobre.solver.study.EntityClass;

/**
 * Trial paths whose classes of entities take their noise from different places.
 */
final class ClassSampler implements ForwardSampler
{
    private static final EntityClass[] CLASSES = EntityClass.values();

    private final NoiseLayout layout;
    private final ForwardSampler[] sources;
    private final double[] vector;

    /**
     * Sampler.
     *
     * @param layout  of the noise vector.
     * @param sources one per class, in the order of the classes; the same object may serve several.
     */
    ClassSampler(final NoiseLayout layout, final ForwardSampler... sources)
    {
        this.layout = layout;
        this.sources = sources;
        vector = new double[layout.dimension()];
    }

    /** A single sampler if it serves all classes. */
    static ForwardSampler of(final NoiseLayout layout, final ForwardSampler... sources)
    {
        return Arrays.stream(sources).distinct().count() == 1 ? sources[0] : new ClassSampler(layout, sources);
    }

    @Override
    public void sample(final int iteration, final int scenario, final int stage, final double[] noise)
    {
        for (final EntityClass entityClass : CLASSES)
        {
            final int count = layout.count(entityClass);
            if (count > 0)
            {
                sources[entityClass.ordinal()].sample(iteration, scenario, stage, vector);
                final int first = layout.first(entityClass);
                System.arraycopy(vector, first, noise, first, count);
            }
        }
    }

    @Override
    public void initialLags(final int iteration, final int scenario, final double[] memory, final int offset)
    {
        sources[EntityClass.INFLOW.ordinal()].initialLags(iteration, scenario, memory, offset);
    }
}
