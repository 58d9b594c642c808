package io.cobre.engine.collective;

import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Waits where ranks share cores: gives the core away at once, and parks for longer and longer once that has not helped.
 * Agrona's strategy that parks does nothing on its first two calls, a loss where nearly every wait takes a yield.
 */
final class YieldThenPark implements IdleStrategy
{
    private final int maxYields;
    private final long minParkNs;
    private final long maxParkNs;
    private int yields;
    private long parkNs;

    /**
     * Begin with yields.
     *
     * @param maxYields before the first park.
     * @param minParkNs the first park; each is twice as long as the one before.
     * @param maxParkNs the longest park.
     */
    YieldThenPark(final int maxYields, final long minParkNs, final long maxParkNs)
    {
        this.maxYields = maxYields;
        this.minParkNs = minParkNs;
        this.maxParkNs = maxParkNs;
        reset();
    }

    @Override
    public void idle(final int workCount)
    {
        if (workCount > 0)
        {
            reset();
        }
        else
        {
            idle();
        }
    }

    @Override
    public void idle()
    {
        if (yields < maxYields)
        {
            yields++;
            Thread.yield();
        }
        else
        {
            LockSupport.parkNanos(parkNs);
            parkNs = Math.min(2 * parkNs, maxParkNs);
        }
    }

    @Override
    public void reset()
    {
        yields = 0;
        parkNs = minParkNs;
    }

    @Override
    public String alias()
    {
        return "yield-then-park";
    }

    @Override
    public String toString()
    {
        return "YieldThenPark{maxYields=" + maxYields + ", minParkNs=" + minParkNs + ", maxParkNs=" + maxParkNs +
            ", yields=" + yields + ", parkNs=" + parkNs + '}';
    }
}
