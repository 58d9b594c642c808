package io.cobre.solver.stochastic;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.SharedRegion;
import io.cobre.solver.study.Study;

/**
 * The stochastic model of one rank of a group. Where ranks share memory, one of them draws the openings into a region
 * that all of them read; elsewhere, and where there is no room for a region, each draws its own. The bits are the same.
 */
public final class SharedModel implements AutoCloseable
{
    private final SharedRegion region;
    private final StochasticModel model;

    private SharedModel(final SharedRegion region, final StochasticModel model)
    {
        this.region = region;
        this.model = model;
    }

    /**
     * Make the model; collective.
     *
     * @param study        a validated case, the same on all ranks.
     * @param communicator of the group.
     * @return the model, to be closed when nobody reads its openings any more.
     */
    public static SharedModel of(final Study study, final Communicator communicator)
    {
        final StochasticPlan plan = StochasticPlan.of(study);
        final SharedRegion region;
        try
        {
            region = communicator.createSharedRegion(Math.max(1, plan.openingBytes()));
        }
        catch (final AllocationFailedException everywhere)
        {
            return new SharedModel(null, StochasticModel.of(study));
        }
        try
        {
            final StochasticModel model =
                region.isLeader() ? plan.generate(region.buffer()) : plan.over(region.buffer());
            region.fence();
            return new SharedModel(region, model);
        }
        catch (final RuntimeException | Error failure)
        {
            region.close();
            throw failure;
        }
    }

    /**
     * The model.
     *
     * @return valid until this is closed.
     */
    public StochasticModel model()
    {
        return model;
    }

    /**
     * Where the openings are.
     *
     * @return null if they are on this rank's heap.
     */
    SharedRegion region()
    {
        return region;
    }

    @Override
    public void close()
    {
        if (region != null)
        {
            region.close();
        }
    }
}
