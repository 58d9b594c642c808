package io.cobre.solver.policy;

import java.util.List;

/**
 * What a policy is for and how it came about; the content of its metadata.json beside digest and stages.
 *
 * @param fingerprint    of the case, SHA-256 in hexadecimal digits.
 * @param solver         LP solver and its version.
 * @param iterations     that made the cuts.
 * @param forwardPasses  by iteration.
 * @param stateDimension length of the state vector.
 * @param lags           numbers by hydro in the memory of inflows.
 * @param treeSeed       seed of the opening tree.
 * @param lowerBound     of the last iteration, $.
 * @param upperBound     by inner approximation, $; NaN if it was not asked for.
 * @param floors         by stage, what the LPs take for the least cost of everything after it, $; not positive, below
 *                       zero where contracts or sources can earn money.
 */
public record PolicyInfo(
    String fingerprint,
    String solver,
    int iterations,
    int forwardPasses,
    int stateDimension,
    int lags,
    long treeSeed,
    double lowerBound,
    double upperBound,
    List<Double> floors)
{
}
