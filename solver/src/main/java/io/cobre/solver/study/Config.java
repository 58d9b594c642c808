package io.cobre.solver.study;

import java.util.List;

/**
 * Settings of config.json after overrides.
 *
 * @param forwardPasses       trial paths per iteration.
 * @param stoppingRules       at least one.
 * @param stopOnAll           all rules must hold (stopping_mode "all") instead of any.
 * @param treeSeed            seed of the opening tree, not negative.
 * @param simulationEnabled   whether run simulates after training.
 * @param simulationScenarios number of scenarios.
 */
public record Config(
    int forwardPasses,
    List<StoppingRule> stoppingRules,
    boolean stopOnAll,
    long treeSeed,
    boolean simulationEnabled,
    int simulationScenarios)
{
}
