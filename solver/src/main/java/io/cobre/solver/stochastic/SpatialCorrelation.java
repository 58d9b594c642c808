package io.cobre.solver.stochastic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cobre.solver.study.Correlation;
import io.cobre.solver.study.CorrelationGroup;
import io.cobre.solver.study.Stage;

/**
 * Mixes independent noises of the entities of a group so that they have the correlation of the stage's profile.
 */
final class SpatialCorrelation
{
    private final List<List<Mixer>> byStage = new ArrayList<>();

    /**
     * Square root of the correlation of a group.
     *
     * @param places in the noise vector.
     * @param root   symmetric.
     */
    private record Mixer(int[] places, double[][] root)
    {
        void apply(final double[] noise, final double[] scratch)
        {
            for (int i = 0; i < places.length; i++)
            {
                double sum = 0.0;
                for (int j = 0; j < places.length; j++)
                {
                    sum += root[i][j] * noise[places[j]];
                }
                scratch[i] = sum;
            }
            for (int i = 0; i < places.length; i++)
            {
                noise[places[i]] = scratch[i];
            }
        }
    }

    SpatialCorrelation(final Correlation correlation, final NoiseLayout layout, final List<Stage> stages)
    {
        final Map<String, List<Mixer>> profiles = new HashMap<>();
        correlation.profiles().forEach((name, groups) -> profiles.put(name, mixers(groups, layout)));
        final String usual = correlation.profiles().size() == 1 ?
            correlation.profiles().keySet().iterator().next() : Correlation.DEFAULT_PROFILE;
        for (final Stage stage : stages)
        {
            byStage.add(profiles.getOrDefault(correlation.schedule().getOrDefault(stage.id(), usual), List.of()));
        }
    }

    /** Mix the noise of a stage in place; the scratch array has the length of the noise. */
    void apply(final int stage, final double[] noise, final double[] scratch)
    {
        for (final Mixer mixer : byStage.get(stage))
        {
            mixer.apply(noise, scratch);
        }
    }

    private static List<Mixer> mixers(final List<CorrelationGroup> groups, final NoiseLayout layout)
    {
        final List<Mixer> mixers = new ArrayList<>();
        for (final CorrelationGroup group : groups)
        {
            final int[] places = new int[group.entities().length];
            boolean complete = true;
            for (int i = 0; i < places.length; i++)
            {
                places[i] = layout.place(group.entityClass(), group.entities()[i]);
                complete &= places[i] >= 0;
            }
            if (complete)
            {
                mixers.add(new Mixer(places, SpectralRoot.of(group.matrix())));
            }
        }
        return mixers;
    }
}
