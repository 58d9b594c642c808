package io.cobre.solver.stochastic;

/**
 * Trial paths through the opening tree: one opening per stage, chosen independently.
 */
final class InSampleSampler implements ForwardSampler
{
    private final OpeningTree tree;
    private final long seed;
    private final Pcg64 random = new Pcg64();

    InSampleSampler(final OpeningTree tree, final long seed)
    {
        this.tree = tree;
        this.seed = seed;
    }

    @Override
    public void sample(final int iteration, final int scenario, final int stage, final double[] noise)
    {
        tree.opening(stage, pick(iteration, scenario, stage), noise);
    }

    /** Opening that the path takes at a stage. */
    int pick(final int iteration, final int scenario, final int stage)
    {
        random.seed(SeedHash.forward(seed, iteration, scenario, stage));
        return random.nextIndex(tree.openings(stage));
    }
}
