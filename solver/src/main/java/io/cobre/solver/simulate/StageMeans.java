package io.cobre.solver.simulate;

import io.cobre.engine.Communicator;
import io.cobre.solver.train.Ownership;

/**
 * Mean cost of each stage over the scenarios of a simulation; added up in the order of the scenarios.
 */
public final class StageMeans implements SimulationListener
{
    private final int stages;
    private final Ownership ownership;
    private final Communicator communicator;
    private final double[] own;
    private int next;

    /**
     * For one simulation.
     *
     * @param stages       of the study.
     * @param scenarios    of the simulation.
     * @param communicator the group that simulates together.
     */
    public StageMeans(final int stages, final int scenarios, final Communicator communicator)
    {
        this.stages = stages;
        this.communicator = communicator;
        this.ownership = Ownership.contiguous(scenarios, communicator.size());
        this.own = new double[stages * ownership.owned(communicator.rank()).length];
    }

    @Override
    public void stage(final StageOutcome outcome)
    {
        own[next++] = outcome.stageCost();
    }

    @Override
    public void scenario(final int scenario, final double dollars)
    {
    }

    /**
     * The means, after the simulation; every rank calls this.
     *
     * @return $ by stage, undiscounted; the same on all ranks.
     */
    public double[] gather()
    {
        final double[] all = ownership.gather(communicator, own, stages);
        final double[] means = new double[stages];
        for (int index = 0; index < all.length; index++)
        {
            means[index % stages] += all[index];
        }
        for (int stage = 0; stage < stages; stage++)
        {
            means[stage] /= all.length / stages;
        }
        return means;
    }
}
