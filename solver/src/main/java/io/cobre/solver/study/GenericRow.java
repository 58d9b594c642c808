package io.cobre.solver.study;

import java.util.List;

/**
 * One row of a generic constraint in a stage.
 *
 * @param constraint id of the constraint.
 * @param block      that the row is for.
 * @param sense      of the comparison.
 * @param bound      right-hand side.
 * @param slackCost  $ per unit and hour of the block; NaN if the constraint must hold.
 * @param terms      left-hand side.
 */
public record GenericRow(
    int constraint, int block, Sense sense, double bound, double slackCost, List<GenericTerm> terms)
{
    /**
     * Comparison of the left-hand side with the bound.
     */
    public enum Sense
    {
        /** Not greater. */
        AT_MOST,
        /** Not smaller. */
        AT_LEAST,
        /** Equal. */
        EQUAL
    }
}
