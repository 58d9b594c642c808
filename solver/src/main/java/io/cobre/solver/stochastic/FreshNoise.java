package io.cobre.solver.stochastic;

import java.util.List;

import io.cobre.solver.study.SamplingMethod;
import io.cobre.solver.study.Stage;

/**
 * New random numbers for trial paths, not those of the opening tree: a function of (seed, iteration, scenario, noise
 * group). The paths of an iteration together are the batch over which stratified methods spread.
 */
final class FreshNoise implements ForwardSampler
{
    private static final int BATCH = -1;

    private final long seed;
    private final int[] groups;
    private final SamplingMethod[] methods;
    private final int batch;
    private final int[][] directions;
    private final SpatialCorrelation correlation;
    private final double[] scratch;
    private final Pcg64 random = new Pcg64();
    private final PointSet[] points;
    private final long[] pointSeeds;

    /**
     * Sampler.
     *
     * @param seed        of the scenario source.
     * @param stages      study stages.
     * @param methods     by stage.
     * @param batch       paths per iteration.
     * @param dimension   length of the noise vector.
     * @param correlation applied to every vector.
     */
    FreshNoise(
        final long seed,
        final List<Stage> stages,
        final SamplingMethod[] methods,
        final int batch,
        final int dimension,
        final SpatialCorrelation correlation)
    {
        this.seed = seed;
        this.groups = NoiseGroups.of(stages);
        this.methods = methods;
        this.batch = batch;
        this.correlation = correlation;
        scratch = new double[dimension];
        points = new PointSet[stages.size()];
        pointSeeds = new long[stages.size()];
        directions = List.of(methods).contains(SamplingMethod.QMC_SOBOL) ? SobolDirections.of(dimension) : null;
    }

    @Override
    public void sample(final int iteration, final int scenario, final int stage, final double[] noise)
    {
        final int group = groups[stage];
        final long batchSeed = SeedHash.group(seed, iteration, BATCH, group);
        switch (methods[stage])
        {
            case LHS -> stratified(batchSeed, SeedHash.group(seed, iteration, scenario, group), scenario, noise);
            case QMC_SOBOL, QMC_HALTON -> points(stage, batchSeed).point(scenario % batch, noise);
            default -> independent(SeedHash.group(seed, iteration, scenario, group), noise);
        }
        correlation.apply(stage, noise, scratch);
    }

    /** The batch of a stage, kept until another iteration asks for its own. */
    private PointSet points(final int stage, final long batchSeed)
    {
        if (points[stage] == null || pointSeeds[stage] != batchSeed)
        {
            random.seed(batchSeed);
            points[stage] = methods[stage] == SamplingMethod.QMC_SOBOL ?
                new ScrambledSobol(random, directions) : new ScrambledHalton(random, scratch.length, batch);
            pointSeeds[stage] = batchSeed;
        }
        return points[stage];
    }

    private void independent(final long pathSeed, final double[] noise)
    {
        random.seed(pathSeed);
        for (int d = 0; d < noise.length; d++)
        {
            noise[d] = Ziggurat.next(random);
        }
    }

    private void stratified(final long batchSeed, final long pathSeed, final int scenario, final double[] noise)
    {
        random.seed(pathSeed);
        for (int d = 0; d < noise.length; d++)
        {
            final int stratum = KeyedPermutation.at(batchSeed + d, batch, scenario % batch);
            noise[d] = LatinHypercube.normal(stratum, batch, random.nextUnit52());
        }
    }
}
