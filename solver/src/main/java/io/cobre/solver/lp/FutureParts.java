package io.cobre.solver.lp;

import java.util.function.IntUnaryOperator;

import io.cobre.solver.stochastic.OpeningTree;
import io.cobre.solver.study.Calendar;
import io.cobre.solver.study.Risk;
import io.cobre.solver.study.Study;

/**
 * What the future cost of a stage is put together from. With one cut for a trial point (Pereira and Pinto, Multi-stage
 * stochastic optimization applied to energy planning, Mathematical Programming 52, 1991) it is one variable. With a cut
 * for each opening of the next stage (Birge and Louveaux, A multicut algorithm for two-stage stochastic linear
 * programs, European Journal of Operational Research 34(3), 1988) there is a variable for the cost after each opening,
 * and the future cost is not below their mean, or not below the risk measure of them, with its tail in the form of
 * Rockafellar and Uryasev (Optimization of conditional value-at-risk, Journal of Risk 2(3), 2000).
 *
 * @param openings of the next stage, all equally probable; 0 for a future cost that is one variable.
 * @param risk     what the costs after the openings are put together by.
 * @param noise    hash of the openings: a cut of one opening says nothing about another. 0 where it is not known.
 */
public record FutureParts(int openings, Risk risk, long noise)
{
    /** One variable. */
    public static final FutureParts NONE = new FutureParts(0, Risk.NEUTRAL, 0L);

    /** An odd number without pattern: 2^64 over the golden ratio. */
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

    /**
     * Parts of a stage.
     *
     * @param study    the case.
     * @param stage    index of the stage.
     * @param openings tree of the case.
     * @return none if the case wants one cut for a trial point, or where no stage or but one opening follows.
     */
    public static FutureParts of(final Study study, final int stage, final OpeningTree openings)
    {
        final FutureParts parts = of(study, stage, openings::openings);
        return NONE.equals(parts) ?
            NONE : new FutureParts(parts.openings, parts.risk, hash(openings, next(study, stage)));
    }

    static FutureParts of(final Study study, final int stage, final IntUnaryOperator openings)
    {
        final int next = next(study, stage);
        if (!study.config().cutsByOpening() || Calendar.END == next || openings.applyAsInt(next) < 2)
        {
            return NONE;
        }
        final Risk risk = study.stages().get(stage).risk();
        return new FutureParts(openings.applyAsInt(next), risk.isNeutral() ? Risk.NEUTRAL : risk, 0L);
    }

    private static int next(final Study study, final int stage)
    {
        return stage + 1 < study.stageCount() ? stage + 1 : study.scenarios().calendar().next();
    }

    private static long hash(final OpeningTree openings, final int stage)
    {
        final double[] noise = new double[openings.dimension()];
        long hash = openings.openings(stage);
        for (int opening = 0; opening < openings.openings(stage); opening++)
        {
            openings.opening(stage, opening, noise);
            for (final double value : noise)
            {
                hash = hash * HASH_FACTOR + Double.doubleToLongBits(value);
            }
        }
        return hash;
    }

    /**
     * Cuts that a trial point gives.
     *
     * @return at least 1.
     */
    public int cuts()
    {
        return Math.max(1, openings);
    }

    boolean isAverse()
    {
        return !risk.isNeutral();
    }

    /** What a part adds to the future cost, but for the tail. */
    double weight()
    {
        return (1.0 - risk.lambda()) / openings;
    }

    /** What the excess of a part over the level of the tail adds to the future cost. */
    double tailWeight()
    {
        return risk.lambda() / (risk.alpha() * openings);
    }
}
