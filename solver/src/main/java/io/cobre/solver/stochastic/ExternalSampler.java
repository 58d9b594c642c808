package io.cobre.solver.stochastic;

/**
 * Trial paths from outside; all classes take the path of the same number where they have equally many.
 */
final class ExternalSampler implements ForwardSampler
{
    private final ExternalPaths paths;

    ExternalSampler(final ExternalPaths paths)
    {
        this.paths = paths;
    }

    @Override
    public void sample(final int iteration, final int scenario, final int stage, final double[] noise)
    {
        paths.noise(path(iteration, scenario), stage, noise);
    }

    int path(final int iteration, final int scenario)
    {
        return (int) Long.remainderUnsigned(SeedHash.external(iteration, scenario), paths.paths());
    }
}
