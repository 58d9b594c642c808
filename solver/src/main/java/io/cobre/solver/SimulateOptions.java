package io.cobre.solver;

/**
 * Settings of one simulation (SS2.1).
 */
public final class SimulateOptions extends RunOptions<SimulateOptions>
{
    /** The number of scenarios is that of config.json. */
    static final int AS_CONFIGURED = Integer.MIN_VALUE;

    private int scenarios = AS_CONFIGURED;

    /**
     * How many scenarios to simulate.
     *
     * @param count at least 1; if this is not called, what config.json says.
     * @return this.
     */
    public SimulateOptions scenarios(final int count)
    {
        scenarios = count;
        return this;
    }

    int scenarios()
    {
        return scenarios;
    }

    @Override
    SimulateOptions self()
    {
        return this;
    }
}
