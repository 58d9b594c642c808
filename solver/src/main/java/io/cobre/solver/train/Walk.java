package io.cobre.solver.train;

import io.cobre.solver.study.Study;

/**
 * The stages that the trial paths of an iteration pass through, by step. With a finite horizon they are those of the
 * study. With a cyclic policy graph the paths go on with rounds of its cycle; the number of rounds is drawn anew for
 * each iteration, a further one with the probability of the discount of a round, as a walk on the graph does that ends
 * with the probability of what is discounted away (Dowson, The policy graph decomposition of multistage stochastic
 * programming problems, Networks 76(1), 2020).
 */
final class Walk
{
    /** Rounds end when what is left counts less than this. */
    private static final double NEGLIGIBLE = 1e-3;
    /** Noise of a later round is that of another iteration, far away. */
    private static final int ROUND_SHIFT = 20;

    private final Study study;
    private final int stages;
    private final int next;
    private final double discount;
    private int rounds = 1;

    Walk(final Study study)
    {
        this.study = study;
        this.stages = study.stageCount();
        this.next = study.scenarios().calendar().next();
        this.discount = study.cycleDiscount();
    }

    void begin(final int iteration)
    {
        if (isCyclic())
        {
            final double most = Math.ceil(StrictMath.log(NEGLIGIBLE) / StrictMath.log(discount));
            final double drawn = Math.floor(StrictMath.log(uniform(iteration)) / StrictMath.log(discount));
            rounds = 1 + (int) Math.min(most, drawn);
        }
    }

    /** Uniform in (0, 1]: the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private double uniform(final int iteration)
    {
        long bits = study.config().treeSeed() + 0x9E3779B97F4A7C15L * iteration;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return (((bits ^ (bits >>> 31)) >>> 11) + 1) * 0x1p-53;
    }

    boolean isCyclic()
    {
        return next >= 0;
    }

    /** Steps of this iteration. */
    int steps()
    {
        return stages + (rounds - 1) * (stages - Math.max(0, next));
    }

    /**
     * The last step from which a cut is made: in a cyclic graph the paths are closed by the stage after their end.
     */
    int lastCut()
    {
        return isCyclic() ? steps() : steps() - 1;
    }

    int stage(final int step)
    {
        return step < stages ? step : next + (step - stages) % (stages - next);
    }

    /** Number under which the noise of a step is sampled. */
    int draw(final int iteration, final int step)
    {
        final int round = step < stages ? 0 : 1 + (step - stages) / (stages - next);
        return iteration + (round << ROUND_SHIFT);
    }

    /** Factor that brings a cost of the step after to the step. */
    double discount(final int step)
    {
        return study.stages().get(stage(step)).discountFactor();
    }
}
