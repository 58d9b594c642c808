package io.cobre.solver.simulate;

import java.util.function.IntConsumer;

/**
 * Counts the scenarios that another listener has heard of.
 */
public final class ScenarioCount implements SimulationListener
{
    private final SimulationListener listener;
    private final IntConsumer count;
    private int done;

    /**
     * Count behind a listener.
     *
     * @param listener hears everything first.
     * @param count    takes how many scenarios of this rank are complete, after each.
     */
    public ScenarioCount(final SimulationListener listener, final IntConsumer count)
    {
        this.listener = listener;
        this.count = count;
    }

    @Override
    public boolean wantsStages()
    {
        return listener.wantsStages();
    }

    @Override
    public void stage(final StageOutcome outcome)
    {
        listener.stage(outcome);
    }

    @Override
    public void scenario(final int scenario, final double dollars)
    {
        listener.scenario(scenario, dollars);
        count.accept(++done);
    }
}
