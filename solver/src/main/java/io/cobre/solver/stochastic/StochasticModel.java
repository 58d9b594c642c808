package io.cobre.solver.stochastic;

import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.solver.study.ScenarioData;
import io.cobre.solver.study.Study;

/**
 * All that is random in a study: inflow model, opening tree, samplers of trial paths.
 */
public final class StochasticModel
{
    private final StochasticPlan plan;
    private final OpeningTree openings;

    StochasticModel(final StochasticPlan plan, final OpeningTree openings)
    {
        this.plan = plan;
        this.openings = openings;
    }

    /**
     * Model with a tree on the heap.
     *
     * @param study a validated case.
     * @return the model.
     */
    public static StochasticModel of(final Study study)
    {
        final StochasticPlan plan = StochasticPlan.of(study);
        return plan.generate(new UnsafeBuffer(new byte[plan.openingBytes()]));
    }

    /**
     * Inputs with what was estimated from history.
     *
     * @return statistics, coefficients and correlation that the model uses.
     */
    public ScenarioData scenarios()
    {
        return plan.scenarios();
    }

    /**
     * Inflow model.
     *
     * @return coefficients by stage and hydro.
     */
    public InflowModel inflow()
    {
        return plan.inflow();
    }

    /**
     * Memory of past inflows.
     *
     * @return transitions over every stage.
     */
    public LagTransitions lags()
    {
        return plan.lags();
    }

    /**
     * Places of the noise vector.
     *
     * @return the layout of openings and samples.
     */
    public NoiseLayout layout()
    {
        return plan.layout();
    }

    /**
     * From noise to inflows, loads and availabilities.
     *
     * @return the map of this study.
     */
    public NoiseMap noiseMap()
    {
        return plan.noiseMap();
    }

    /**
     * Opening tree.
     *
     * @return the same tree for all samplers and passes.
     */
    public OpeningTree openings()
    {
        return openings;
    }

    /**
     * A sampler for the forward pass of training. Not to be shared between threads.
     *
     * @return a new sampler.
     */
    public ForwardSampler trainingSampler()
    {
        return plan.trainingSampler(openings);
    }

    /**
     * A sampler for simulation. Not to be shared between threads.
     *
     * @return a new sampler.
     */
    public ForwardSampler simulationSampler()
    {
        return plan.simulationSampler(openings);
    }
}
