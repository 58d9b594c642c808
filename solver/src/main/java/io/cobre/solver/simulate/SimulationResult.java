package io.cobre.solver.simulate;

/**
 * What a simulation gave; equal on all ranks.
 *
 * @param scenarios number of scenarios.
 * @param meanCost  mean of the total discounted costs, $.
 * @param stdCost   their sample standard deviation, $.
 * @param ci95      half width of the 95 % interval of the mean, $.
 * @param costs     total discounted cost by scenario, $.
 * @param digest    SHA-256 of the costs.
 */
public record SimulationResult(
    int scenarios,
    double meanCost,
    double stdCost,
    double ci95,
    double[] costs,
    String digest)
{
}
