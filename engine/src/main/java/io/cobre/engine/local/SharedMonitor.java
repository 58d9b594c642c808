package io.cobre.engine.local;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.control.RankProgress;
import io.cobre.engine.spi.GroupMonitor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the ranks of one JVM know of each other.
 */
public final class SharedMonitor
{
    private static final int STRIDE = 32;
    private static final int PROGRESS = 0;
    private static final int OPERATION = 1;
    private static final int SEQUENCE = 2;
    private static final int THREAD = 3;
    private static final int WAITING = 4;
    private static final int COMPUTED = 5;
    private static final int SAMPLED_AT = 6;
    private static final long CPU_STEP_NS = 10_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLongArray slots;
    private final AtomicReference<CollectiveFailedException> failure = new AtomicReference<>();

    /**
     * For a group.
     *
     * @param size number of ranks.
     */
    public SharedMonitor(final int size)
    {
        slots = new AtomicLongArray((size + 1) * STRIDE);
        final long nowNs = System.nanoTime();
        for (int rank = 0; rank < size; rank++)
        {
            slots.setPlain((rank + 1) * STRIDE + SAMPLED_AT, nowNs - CPU_STEP_NS);
        }
    }

    /**
     * Make every wait of the group end with this error; the first call counts.
     *
     * @param error that every rank gets.
     */
    public void fail(final CollectiveFailedException error)
    {
        failure.compareAndSet(null, error);
    }

    /**
     * The view of one rank.
     *
     * @param rank whose communicators use it.
     * @return for the rank's thread.
     */
    public GroupMonitor of(final int rank)
    {
        return new View((rank + 1) * STRIDE);
    }

    RankProgress last(final int rank)
    {
        final int base = (rank + 1) * STRIDE;
        return new RankProgress(
            slots.getAcquire(base + PROGRESS),
            slots.getAcquire(base + SEQUENCE),
            (int) slots.getAcquire(base + OPERATION));
    }

    /**
     * Processor time of a rank's thread outside of collectives, in steps: a rank that computes is not silent. Asking
     * makes garbage, so it is done no more often than there may be a new step.
     */
    private long computed(final int other)
    {
        final long thread = slots.getAcquire(other + THREAD);
        final boolean isComputing = 0 != thread && 0 == slots.getAcquire(other + WAITING);
        if (!isComputing || !threads.isThreadCpuTimeSupported())
        {
            return 0;
        }
        final long nowNs = System.nanoTime();
        if (nowNs - slots.getAcquire(other + SAMPLED_AT) >= CPU_STEP_NS)
        {
            slots.setRelease(other + SAMPLED_AT, nowNs);
            slots.setRelease(other + COMPUTED, threads.getThreadCpuTime(thread) / CPU_STEP_NS);
        }
        return slots.getAcquire(other + COMPUTED);
    }

    private final class View implements GroupMonitor
    {
        private final int base;

        private View(final int base)
        {
            this.base = base;
        }

        @Override
        public CollectiveFailedException failure()
        {
            return failure.get();
        }

        @Override
        public long progress(final int rank)
        {
            final int other = (rank + 1) * STRIDE;
            return slots.getAcquire(other + PROGRESS) + computed(other);
        }

        @Override
        public String lastOperation(final int rank)
        {
            return last(rank).describe();
        }

        @Override
        public void operationStarted(final int operation, final long sequence)
        {
            slots.setRelease(base + THREAD, Thread.currentThread().getId());
            slots.setRelease(base + OPERATION, operation);
            slots.setRelease(base + SEQUENCE, sequence);
        }

        @Override
        public void waitingFor(final long peers)
        {
            slots.setRelease(base + WAITING, peers);
        }

        @Override
        public void tick()
        {
            slots.setRelease(base + PROGRESS, slots.getPlain(base + PROGRESS) + 1);
        }
    }
}
