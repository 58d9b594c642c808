package io.cobre.solver.stochastic;

import java.util.Arrays;
import java.util.List;

import io.cobre.solver.study.EntityClass;
import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.Stage;

/**
 * Draws the opening tree: stages by the method of their own, stages of one noise group once.
 */
final class OpeningGenerator
{
    private final List<Stage> stages;
    private final long seed;
    private final int[] openings;
    private final SamplingMethod[] methods;
    private final SpatialCorrelation correlation;
    private final HistoricalWindows windows;
    private final NoiseLayout layout;

    /**
     * Generator.
     *
     * @param stages      study stages.
     * @param seed        of the tree.
     * @param openings    by stage.
     * @param methods     by stage.
     * @param layout      of the noise vector.
     * @param correlation applied to every drawn vector.
     * @param windows     of the history; null if no stage asks for them.
     */
    OpeningGenerator(
        final List<Stage> stages,
        final long seed,
        final int[] openings,
        final SamplingMethod[] methods,
        final NoiseLayout layout,
        final SpatialCorrelation correlation,
        final HistoricalWindows windows)
    {
        this.stages = stages;
        this.seed = seed;
        this.openings = openings;
        this.methods = methods;
        this.layout = layout;
        this.correlation = correlation;
        this.windows = windows;
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
                store(tree, t, draw(t));
            }
        }
    }

    private double[][] draw(final int stage)
    {
        final double[][] points = new double[openings[stage]][layout.dimension()];
        final Pcg64 random = new Pcg64(SeedHash.stageBatch(seed, stages.get(stage).id()));
        switch (methods[stage])
        {
            case SAA -> independent(stages.get(stage).id(), points);
            case LHS -> LatinHypercube.fill(random, points, layout.dimension());
            case QMC_SOBOL -> fill(new ScrambledSobol(random, SobolDirections.of(layout.dimension())), points);
            case QMC_HALTON -> fill(new ScrambledHalton(random, layout.dimension(), points.length), points);
            case HISTORICAL_RESIDUALS -> historical(stage, points);
            default -> throw new IllegalStateException(methods[stage].name());
        }
        if (methods[stage] != SamplingMethod.HISTORICAL_RESIDUALS)
        {
            final double[] scratch = new double[layout.dimension()];
            for (final double[] point : points)
            {
                correlation.apply(stage, point, scratch);
            }
        }
        return points;
    }

    private void independent(final int stageId, final double[][] points)
    {
        final Pcg64 random = new Pcg64();
        for (int o = 0; o < points.length; o++)
        {
            random.seed(SeedHash.opening(seed, o, stageId));
            for (int d = 0; d < points[o].length; d++)
            {
                points[o][d] = Ziggurat.next(random);
            }
        }
    }

    private static void fill(final PointSet set, final double[][] points)
    {
        for (int o = 0; o < points.length; o++)
        {
            set.point(o, points[o]);
        }
    }

    private void historical(final int stage, final double[][] points)
    {
        for (int o = 0; o < points.length; o++)
        {
            final long hash = SeedHash.opening(seed, o, stages.get(stage).id());
            final int window = (int) Long.remainderUnsigned(hash, windows.count());
            for (int h = 0; h < layout.count(EntityClass.INFLOW); h++)
            {
                points[o][h] = windows.noise(window, stage, h);
            }
        }
    }

    private static void store(final StoredOpenings tree, final int stage, final double[][] points)
    {
        for (int o = 0; o < points.length; o++)
        {
            tree.store(stage, o, points[o]);
        }
    }

    /** Openings that the earlier stage does not have stay without noise. */
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
