package io.cobre.comm.aeron;

import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * Sleeps between the duty cycles of a thread that shares its cores with the ranks, for a time that follows the work
 * found: it halves after a cycle with work and grows fourfold after one without, so that most cycles find work. Ranks
 * which exchange a few messages between long computations are interrupted rarely; a stream of messages is served after
 * the shortest sleep.
 */
final class AdaptiveSleep implements IdleStrategy
{
    private static final long GROWTH = 4;

    private final long shortestNs;
    private final long longestNs;
    private long sleepNs;

    /**
     * Starts with the shortest sleep.
     *
     * @param shortestNs sleep while every cycle finds work, above 0.
     * @param longestNs  sleep after many cycles without work, at least the shortest.
     */
    AdaptiveSleep(final long shortestNs, final long longestNs)
    {
        if (shortestNs <= 0 || longestNs < shortestNs)
        {
            throw new IllegalArgumentException("sleeps of " + shortestNs + " ns to " + longestNs + " ns");
        }
        this.shortestNs = shortestNs;
        this.longestNs = longestNs;
        sleepNs = shortestNs;
    }

    @Override
    public void idle(final int workCount)
    {
        adapt(workCount);
        idle();
    }

    @Override
    public void idle()
    {
        LockSupport.parkNanos(sleepNs);
    }

    @Override
    public void reset()
    {
        sleepNs = shortestNs;
    }

    @Override
    public String alias()
    {
        return "adaptive-sleep";
    }

    /**
     * Choose the next sleep.
     *
     * @param workCount of the cycle that has ended.
     * @return ns.
     */
    long adapt(final int workCount)
    {
        sleepNs = workCount > 0 ? Math.max(shortestNs, sleepNs / 2) : Math.min(longestNs, sleepNs * GROWTH);
        return sleepNs;
    }
}
