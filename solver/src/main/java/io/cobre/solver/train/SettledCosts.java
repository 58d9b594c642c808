package io.cobre.solver.train;

/**
 * The last test of a stopping rule that simulates.
 *
 * @param rule  its settings.
 * @param held  whether it held after the last iteration.
 * @param costs mean cost of each stage, $.
 */
record SettledCosts(String rule, boolean held, double[] costs)
{
}
