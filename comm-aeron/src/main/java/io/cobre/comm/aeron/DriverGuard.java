package io.cobre.comm.aeron;

import io.cobre.engine.control.ThreadJoin;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.concurrent.AgentInvoker;

/**
 * The one lock through which an invoked driver and its client's conductor are entered.
 * <p>
 * The rank's thread drives while it waits in a collective. While it computes, nobody would send keepalives and status
 * messages, and peers would stall: so a keeper thread looks in from time to time, and drives when the rank has not.
 */
final class DriverGuard implements AutoCloseable
{
    private static final long KEEPER_PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long KEEPER_SLICE_NS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long CONDUCTOR_PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final AgentInvoker driver;
    private final AgentInvoker conductor;
    private final Thread keeper;
    private long nextConductorNs = System.nanoTime();
    private volatile long rounds;
    private volatile boolean isClosed;

    DriverGuard(final AgentInvoker driver, final AgentInvoker conductor, final String name)
    {
        this.driver = driver;
        this.conductor = conductor;
        keeper = new Thread(this::keep, "cobre-keeper-" + name);
        keeper.setDaemon(true);
    }

    void start()
    {
        keeper.start();
    }

    /**
     * One round of the driver, and of the conductor when it is due. For the rank's thread.
     *
     * @return work done.
     */
    int drive()
    {
        lock.lock();
        try
        {
            return invoke();
        }
        finally
        {
            lock.unlock();
        }
    }

    /**
     * Stop the keeper. Whoever holds the invokers may close them afterwards.
     */
    @Override
    public void close()
    {
        isClosed = true;
        LockSupport.unpark(keeper);
        ThreadJoin.untilEnd(keeper);
    }

    private int invoke()
    {
        // an interrupt would stop the invoker and close its sockets: it is kept for the caller instead
        final boolean isInterrupted = Thread.interrupted();
        int work = driver.invoke();
        final long now = System.nanoTime();
        if (now - nextConductorNs >= 0)
        {
            nextConductorNs = now + CONDUCTOR_PERIOD_NS;
            work += conductor.invoke();
        }
        rounds++;
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
        }
        return work;
    }

    private void keep()
    {
        long seen = rounds;
        while (!isClosed)
        {
            LockSupport.parkNanos(KEEPER_PERIOD_NS);
            if (rounds == seen && lock.tryLock())
            {
                try
                {
                    driveUntilIdle();
                }
                finally
                {
                    lock.unlock();
                }
            }
            seen = rounds;
        }
    }

    private void driveUntilIdle()
    {
        final long end = System.nanoTime() + KEEPER_SLICE_NS;
        int work = 1;
        while (work > 0 && !isClosed && System.nanoTime() - end < 0)
        {
            work = invoke();
        }
    }
}
