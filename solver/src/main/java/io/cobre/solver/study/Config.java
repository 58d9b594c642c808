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
 * @param cutSelection        when cuts leave the LPs.
 * @param exportStochastic    whether the stochastic model is written beside the results.
 * @param startMethod         how worker processes start; empty if it is not said.
 * @param trainingEnabled     whether run trains; otherwise it simulates the policy that is there.
 * @param policy              what training begins with.
 * @param exportStates        whether the visited states are written beside the cuts.
 * @param checkpointing       when the state of the training is saved.
 * @param innerBoundFactor    laid on the prices of the upper bound by inner approximation; NaN for no such bound.
 * @param cutsByOpening       whether a trial point gives a cut for each opening of the next stage (cut_formulation
 *                            "multi") instead of one for all of them.
 */
public record Config(
    int forwardPasses,
    List<StoppingRule> stoppingRules,
    boolean stopOnAll,
    long treeSeed,
    boolean simulationEnabled,
    int simulationScenarios,
    CutSelection cutSelection,
    boolean exportStochastic,
    String startMethod,
    boolean trainingEnabled,
    PolicySource policy,
    boolean exportStates,
    Checkpointing checkpointing,
    double innerBoundFactor,
    boolean cutsByOpening)
{
    /**
     * Settings without what is optional.
     *
     * @param forwardPasses       trial paths per iteration.
     * @param stoppingRules       at least one.
     * @param stopOnAll           all rules must hold instead of any.
     * @param treeSeed            seed of the opening tree, not negative.
     * @param simulationEnabled   whether run simulates after training.
     * @param simulationScenarios number of scenarios.
     */
    public Config(
        final int forwardPasses,
        final List<StoppingRule> stoppingRules,
        final boolean stopOnAll,
        final long treeSeed,
        final boolean simulationEnabled,
        final int simulationScenarios)
    {
        this(
            forwardPasses, stoppingRules, stopOnAll, treeSeed, simulationEnabled, simulationScenarios,
            CutSelection.NONE, false, "", true, PolicySource.FRESH, false, Checkpointing.NONE, Double.NaN, false);
    }

    /**
     * The same settings with another selection of cuts.
     *
     * @param value when cuts leave the LPs.
     * @return a copy.
     */
    public Config withCutSelection(final CutSelection value)
    {
        return new Config(
            forwardPasses, stoppingRules, stopOnAll, treeSeed, simulationEnabled, simulationScenarios, value,
            exportStochastic, startMethod, trainingEnabled, policy, exportStates, checkpointing, innerBoundFactor,
            cutsByOpening);
    }

    /**
     * The same settings with another formulation of cuts.
     *
     * @param value whether a trial point gives a cut for each opening.
     * @return a copy.
     */
    public Config withCutsByOpening(final boolean value)
    {
        return new Config(
            forwardPasses, stoppingRules, stopOnAll, treeSeed, simulationEnabled, simulationScenarios, cutSelection,
            exportStochastic, startMethod, trainingEnabled, policy, exportStates, checkpointing, innerBoundFactor,
            value);
    }

    /**
     * Whether training ends with an upper bound by inner approximation.
     *
     * @return false unless config.json asks for it.
     */
    public boolean hasInnerBound()
    {
        return !Double.isNaN(innerBoundFactor);
    }
}
