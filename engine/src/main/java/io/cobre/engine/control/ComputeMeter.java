package io.cobre.engine.control;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of the rank's thread as a sign of life: a rank that computes is not silent, one that sleeps or is
 * stopped is. Time spent while the rank waits in a collective does not count, or two ranks that wait for each other
 * would keep each other's deadline moving.
 */
final class ComputeMeter
{
    private static final long MIN_STEP_NS = 1_000_000;

    private volatile long threadId = Thread.currentThread().getId();
    private ThreadMXBean threads;
    private long meteredThreadId = -1;
    private long lastCpuNs;
    private long steps;

    /**
     * The calling thread is the one that computes.
     */
    void ownThread()
    {
        final long id = Thread.currentThread().getId();
        if (id != threadId)
        {
            threadId = id;
        }
    }

    /**
     * Sample, on the control thread.
     *
     * @param isWaiting whether the rank waits in a collective.
     * @return a counter that moves while the rank computes.
     */
    long sample(final boolean isWaiting)
    {
        if (threads == null)
        {
            threads = ManagementFactory.getThreadMXBean();
        }
        final long id = threadId;
        final long cpuNs = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(id) : -1;
        if (id == meteredThreadId && !isWaiting && cpuNs - lastCpuNs >= MIN_STEP_NS)
        {
            steps++;
        }
        meteredThreadId = id;
        lastCpuNs = cpuNs;
        return steps;
    }
}
