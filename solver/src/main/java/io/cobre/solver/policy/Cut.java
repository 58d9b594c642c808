package io.cobre.solver.policy;

/**
 * A lower bound on future cost, or on the cost after one opening of the next stage:
 * {@code intercept + sum of coefficient * state}.
 *
 * @param slot         number of the cut in its stage.
 * @param active       false once cut selection has removed it from the LPs.
 * @param iteration    that made it; 0 if it was loaded.
 * @param pass         trial index that made it.
 * @param opening      of the next stage after which it bounds the cost; -1 if it bounds the future cost as a whole.
 * @param intercept    $.
 * @param coefficients $ per unit of state, the sign of the derivative.
 */
public record Cut(
    int slot, boolean active, int iteration, int pass, int opening, double intercept, double[] coefficients)
{
}
