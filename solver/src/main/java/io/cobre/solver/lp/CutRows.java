package io.cobre.solver.lp;

/**
 * The cuts of a stage as the LP sees them, by slot; all values in k$. A cut reads
 * {@code futureCost >= intercept + sum of coefficient * state}, for the future cost as a whole or for the cost after
 * one opening of the next stage.
 */
public interface CutRows
{
    /** Opening of a cut that bounds the future cost as a whole. */
    int WHOLE = -1;

    /**
     * Number of slots in use.
     *
     * @return slots 0..n-1 hold cuts.
     */
    int populated();

    /**
     * Whether the cut is a row of the LP.
     *
     * @param slot below {@link #populated()}.
     * @return false once cut selection has removed it.
     */
    boolean active(int slot);

    /**
     * What the cut bounds.
     *
     * @param slot below {@link #populated()}.
     * @return the opening of the next stage, or {@link #WHOLE}.
     */
    int opening(int slot);

    /**
     * Value at state zero.
     *
     * @param slot below {@link #populated()}.
     * @return k$.
     */
    double intercept(int slot);

    /**
     * Slope.
     *
     * @param slot  below {@link #populated()}.
     * @param index of the state.
     * @return k$ per unit of state.
     */
    double coefficient(int slot, int index);

    /**
     * How often cuts have been removed: a changed number means that rows have to go.
     *
     * @return a count that only grows.
     */
    int removals();
}
