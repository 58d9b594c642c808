package io.cobre.solver.simulate;

/**
 * Hears of the scenarios of a rank, on the thread that simulates.
 */
public interface SimulationListener
{
    /** Hears nothing. */
    SimulationListener NONE = new SimulationListener()
    {
        @Override
        public boolean wantsStages()
        {
            return false;
        }

        @Override
        public void stage(final StageOutcome outcome)
        {
        }

        @Override
        public void scenario(final int scenario, final double dollars)
        {
        }
    };

    /**
     * Whether {@link #stage} is to be called; otherwise duals are not fetched.
     *
     * @return true unless overridden.
     */
    default boolean wantsStages()
    {
        return true;
    }

    /**
     * A stage of a scenario is solved; stages of a scenario come in order, scenarios ascending.
     *
     * @param outcome valid during the call.
     */
    void stage(StageOutcome outcome);

    /**
     * A scenario is complete.
     *
     * @param scenario global index from 0.
     * @param dollars  its total discounted cost.
     */
    void scenario(int scenario, double dollars);
}
