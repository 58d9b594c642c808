package io.cobre.solver.stochastic;

import java.util.Arrays;
import java.util.List;

import io.cobre.solver.study.Stage;

/**
 * Draws the opening tree: one stream of random numbers per opening, stages of one noise group drawn once.
 */
final class OpeningGenerator
{
    private final List<Stage> stages;
    private final long seed;

    OpeningGenerator(final List<Stage> stages, final long seed)
    {
        this.stages = stages;
        this.seed = seed;
    }

    /** Number of openings by stage. */
    int[] openings()
    {
        return stages.stream().mapToInt(Stage::openings).toArray();
    }

    /** Fill all openings. */
    void generate(final StoredOpenings tree)
    {
        final int[] groups = NoiseGroups.of(stages);
        final double[] noise = new double[tree.dimension()];
        for (int t = 0; t < stages.size(); t++)
        {
            if (t > 0 && groups[t] == groups[t - 1])
            {
                copy(tree, t - 1, t, noise);
            }
            else
            {
                draw(tree, t, noise);
            }
        }
    }

    private void draw(final StoredOpenings tree, final int stage, final double[] noise)
    {
        final Pcg64 random = new Pcg64();
        final int stageId = stages.get(stage).id();
        for (int o = 0; o < tree.openings(stage); o++)
        {
            random.seed(SeedHash.opening(seed, o, stageId));
            for (int d = 0; d < noise.length; d++)
            {
                noise[d] = Ziggurat.next(random);
            }
            tree.store(stage, o, noise);
        }
    }

    private static void copy(final StoredOpenings tree, final int from, final int to, final double[] noise)
    {
        final int shared = Math.min(tree.openings(from), tree.openings(to));
        for (int o = 0; o < tree.openings(to); o++)
        {
            if (o < shared)
            {
                tree.opening(from, o, noise);
            }
            else
            {
                Arrays.fill(noise, 0.0);
            }
            tree.store(to, o, noise);
        }
    }
}
