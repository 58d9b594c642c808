package io.cobre.solver.study;

import java.util.List;

/**
 * An immutable, validated case. Entities are sorted by id; their position is their index everywhere.
 *
 * @param config         settings.
 * @param stages         study stages, ascending.
 * @param data           parameters by stage.
 * @param buses          by index.
 * @param lines          by index.
 * @param thermals       by index.
 * @param hydros         by index.
 * @param sources        non-controllable sources by index.
 * @param contracts      energy contracts by index.
 * @param pumps          pumping stations by index.
 * @param initialStorage hm3 by hydro.
 * @param scenarios      inputs of the stochastic model.
 * @param fingerprint    SHA-256 (hex) of the inputs after overrides, without stopping limits.
 */
public record Study(
    Config config,
    List<Stage> stages,
    List<StageData> data,
    List<Bus> buses,
    List<Line> lines,
    List<Thermal> thermals,
    List<Hydro> hydros,
    List<NonControllable> sources,
    List<Contract> contracts,
    List<PumpingStation> pumps,
    double[] initialStorage,
    ScenarioData scenarios,
    String fingerprint)
{
    /**
     * A case of buses, lines, thermals and hydros alone, with white-noise inflows and everything sampled from the
     * opening tree.
     *
     * @param config         settings.
     * @param stages         study stages, ascending.
     * @param data           parameters by stage.
     * @param buses          by index.
     * @param lines          by index.
     * @param thermals       by index.
     * @param hydros         by index.
     * @param initialStorage hm3 by hydro.
     * @param fingerprint    SHA-256 (hex) of the inputs.
     */
    public Study(
        final Config config,
        final List<Stage> stages,
        final List<StageData> data,
        final List<Bus> buses,
        final List<Line> lines,
        final List<Thermal> thermals,
        final List<Hydro> hydros,
        final double[] initialStorage,
        final String fingerprint)
    {
        this(
            config, stages, data, buses, lines, thermals, hydros, List.of(), List.of(), List.of(), initialStorage,
            ScenarioData.none(), fingerprint);
    }

    /**
     * The same study under another fingerprint.
     *
     * @param newFingerprint SHA-256 (hex).
     * @return a copy.
     */
    public Study withFingerprint(final String newFingerprint)
    {
        return new Study(
            config, stages, data, buses, lines, thermals, hydros, sources, contracts, pumps, initialStorage, scenarios,
            newFingerprint);
    }

    /**
     * The same study with other settings, under the same fingerprint.
     *
     * @param newConfig settings.
     * @return a copy.
     */
    public Study withConfig(final Config newConfig)
    {
        return new Study(
            newConfig, stages, data, buses, lines, thermals, hydros, sources, contracts, pumps, initialStorage,
            scenarios, fingerprint);
    }

    /**
     * The same study with other stages, under the same fingerprint.
     *
     * @param newStages as many as before.
     * @return a copy.
     */
    public Study withStages(final List<Stage> newStages)
    {
        return new Study(
            config, newStages, data, buses, lines, thermals, hydros, sources, contracts, pumps, initialStorage,
            scenarios, fingerprint);
    }

    /**
     * The same study with other inputs of the stochastic model, under the same fingerprint.
     *
     * @param newScenarios for the same hydros, buses and sources.
     * @return a copy.
     */
    public Study withScenarios(final ScenarioData newScenarios)
    {
        return new Study(
            config, stages, data, buses, lines, thermals, hydros, sources, contracts, pumps, initialStorage,
            newScenarios, fingerprint);
    }

    /**
     * Number of study stages.
     *
     * @return at least 1.
     */
    public int stageCount()
    {
        return stages.size();
    }

    /**
     * Discount of one round of a cyclic policy graph.
     *
     * @return the product of the factors of its stages; 0 for a finite horizon, after which nothing comes.
     */
    public double cycleDiscount()
    {
        if (!scenarios.calendar().isCyclic())
        {
            return 0.0;
        }
        double product = 1.0;
        for (int stage = scenarios.calendar().next(); stage < stages.size(); stage++)
        {
            product *= stages.get(stage).discountFactor();
        }
        return product;
    }

    /**
     * Factor by stage that brings its cost to the beginning of the study.
     *
     * @return a new array; 1 in the first stage.
     */
    public double[] discounts()
    {
        final double[] discounts = new double[stages.size()];
        double product = 1.0;
        for (int stage = 0; stage < discounts.length; stage++)
        {
            discounts[stage] = product;
            product *= stages.get(stage).discountFactor();
        }
        return discounts;
    }
}
