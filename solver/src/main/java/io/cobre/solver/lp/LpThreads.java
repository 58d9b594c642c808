package io.cobre.solver.lp;

import io.cobre.engine.control.ThreadJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Threads of one rank that work on units side by side. The caller is the first of them and alone folds the results, in
 * the order of the units; which thread does which unit is chance, so a unit must not depend on it.
 * <p>
 * Units are claimed in ascending order. When one fails no more are begun, those under way are finished, and the error
 * of the first unit that failed is thrown: the same one whatever the number of threads.
 */
public final class LpThreads implements AutoCloseable
{
    private static final int NOTHING_LEFT = -1;
    private static final int NO_ROOM = -2;
    private static final IntConsumer NO_FOLD = (unit) ->
    {
    };

    /**
     * A piece of work.
     */
    @FunctionalInterface
    public interface Unit
    {
        /**
         * Do it.
         *
         * @param lane of the thread: 0 the caller, below {@link LpThreads#count()}.
         * @param unit which, from 0.
         */
        void run(int lane, int unit);
    }

    private final int count;
    private final List<Thread> threads = new ArrayList<>();
    private Unit work;
    private int units;
    private int window;
    private int next;
    private int folded;
    private int busy;
    private boolean[] done = new boolean[0];
    private Throwable failure;
    private int failedUnit;
    private boolean isClosed;

    /**
     * Start the threads beside the caller's.
     *
     * @param count of all threads, at least 1.
     */
    public LpThreads(final int count)
    {
        this.count = count;
        for (int lane = 1; lane < count; lane++)
        {
            final int own = lane;
            final Thread thread = new Thread(() -> serve(own), "cobre-lp-" + lane);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * How many threads work.
     *
     * @return at least 1.
     */
    public int count()
    {
        return count;
    }

    /**
     * Do all units.
     *
     * @param number of units.
     * @param unit   does one.
     */
    public void run(final int number, final Unit unit)
    {
        run(number, Math.max(1, number), unit, NO_FOLD);
    }

    /**
     * Do all units and fold their results.
     *
     * @param number of units.
     * @param room   units that may be begun beyond the one that is folded next, at least 1.
     * @param unit   does one.
     * @param fold   takes the result of a unit, on the caller's thread, in ascending order.
     */
    public void run(final int number, final int room, final Unit unit, final IntConsumer fold)
    {
        begin(number, room, unit);
        boolean isInterrupted = false;
        try
        {
            while (folded(number) < number && !hasFailed())
            {
                isInterrupted |= step(fold);
            }
        }
        catch (final RuntimeException | Error ex)
        {
            fail(number, ex);
        }
        isInterrupted |= awaitOthers();
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
        }
        throwFailure();
    }

    private boolean step(final IntConsumer fold)
    {
        if (isDone())
        {
            fold.accept(folded);
            foldedOne();
            return false;
        }
        final int unit = claim();
        if (unit >= 0)
        {
            perform(0, unit);
            return false;
        }
        return awaitNews();
    }

    private void serve(final int lane)
    {
        for (int unit = awaitUnit(); unit >= 0; unit = awaitUnit())
        {
            perform(lane, unit);
        }
    }

    private void perform(final int lane, final int unit)
    {
        try
        {
            work.run(lane, unit);
            finished(unit);
        }
        catch (final RuntimeException | Error ex)
        {
            fail(unit, ex);
            finished(unit);
        }
    }

    private synchronized void begin(final int number, final int room, final Unit unit)
    {
        units = number;
        window = room;
        work = unit;
        next = 0;
        folded = 0;
        done = new boolean[number];
        failure = null;
        notifyAll();
    }

    private synchronized int claim()
    {
        if (failure != null || next >= units)
        {
            return NOTHING_LEFT;
        }
        if (next - folded >= window)
        {
            return NO_ROOM;
        }
        busy++;
        return next++;
    }

    private synchronized int awaitUnit()
    {
        while (!isClosed)
        {
            final int unit = claim();
            if (unit >= 0)
            {
                return unit;
            }
            try
            {
                wait();
            }
            catch (final InterruptedException ex)
            {
                fail(units, new CancellationException("interrupted: a thread of the LP solver has been ended"));
                return NOTHING_LEFT;
            }
        }
        return NOTHING_LEFT;
    }

    private synchronized void finished(final int unit)
    {
        done[unit] = true;
        busy--;
        notifyAll();
    }

    private synchronized void fail(final int unit, final Throwable error)
    {
        if (failure == null || unit < failedUnit)
        {
            failure = error;
            failedUnit = unit;
        }
        notifyAll();
    }

    private synchronized boolean isDone()
    {
        return done[folded];
    }

    private synchronized void foldedOne()
    {
        folded++;
        notifyAll();
    }

    private synchronized int folded(final int number)
    {
        return Math.min(folded, number);
    }

    private synchronized boolean hasFailed()
    {
        return failure != null;
    }

    /**
     * Nothing to begin and nothing to fold.
     *
     * @return whether the caller was interrupted.
     */
    private synchronized boolean awaitNews()
    {
        try
        {
            while (failure == null && !done[folded] && (next >= units || next - folded >= window))
            {
                wait();
            }
            return false;
        }
        catch (final InterruptedException ex)
        {
            fail(units, new CancellationException("interrupted: the run has been ended"));
            return true;
        }
    }

    private synchronized boolean awaitOthers()
    {
        boolean isInterrupted = false;
        while (busy > 0)
        {
            try
            {
                wait();
            }
            catch (final InterruptedException ex)
            {
                isInterrupted = true;
            }
        }
        next = units;
        return isInterrupted;
    }

    private synchronized void throwFailure()
    {
        if (failure instanceof Error error)
        {
            throw error;
        }
        if (failure != null)
        {
            throw (RuntimeException) failure;
        }
    }

    @Override
    public void close()
    {
        synchronized (this)
        {
            isClosed = true;
            notifyAll();
        }
        threads.forEach(ThreadJoin::untilEnd);
    }
}
