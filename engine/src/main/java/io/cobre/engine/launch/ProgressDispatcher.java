package io.cobre.engine.launch;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Hands events to the listener on one thread of its own (SS2.9). The queue is bounded: when the listener is too slow,
 * the oldest progress event that is not the last of its rank is dropped and counted.
 */
final class ProgressDispatcher implements AutoCloseable
{
    private static final int CAPACITY = 1024;

    /**
     * One call of the listener.
     *
     * @param rank   of a progress event, -1 for what must not be dropped.
     * @param action the call.
     */
    private record Item(int rank, Consumer<LaunchListener> action)
    {
    }

    private final LaunchListener listener;
    private final Consumer<Throwable> onFailure;
    private final ArrayDeque<Item> queue = new ArrayDeque<>();
    private final int[] queuedByRank;
    private final Thread thread;
    private long dropped;
    private boolean isClosing;
    private boolean isDead;

    ProgressDispatcher(
        final LaunchListener listener, final int ranks, final Consumer<Throwable> onFailure)
    {
        this.listener = listener;
        this.onFailure = onFailure;
        queuedByRank = new int[ranks];
        thread = new Thread(this::run, "cobre-progress");
        thread.setDaemon(true);
        thread.start();
    }

    void progress(final int rank, final byte[] body)
    {
        add(new Item(rank, (target) -> target.onProgress(rank, body)));
    }

    void deliver(final int rank, final Runnable event)
    {
        add(new Item(rank, (target) -> event.run()));
    }

    void call(final Consumer<LaunchListener> action)
    {
        add(new Item(-1, action));
    }

    synchronized long dropped()
    {
        return dropped;
    }

    private synchronized void add(final Item item)
    {
        if (isDead)
        {
            return;
        }
        if (item.rank >= 0)
        {
            queuedByRank[item.rank]++;
        }
        queue.add(item);
        if (queue.size() > CAPACITY)
        {
            dropOldest();
        }
        notifyAll();
    }

    private void dropOldest()
    {
        for (final Iterator<Item> items = queue.iterator(); items.hasNext();)
        {
            final Item item = items.next();
            if (item.rank >= 0 && queuedByRank[item.rank] > 1)
            {
                items.remove();
                queuedByRank[item.rank]--;
                dropped++;
                return;
            }
        }
    }

    private void run()
    {
        try
        {
            for (Item item = take(); item != null; item = take())
            {
                item.action.accept(listener);
            }
        }
        catch (final InterruptedException ex)
        {
            stop();
        }
        catch (final RuntimeException | Error ex)
        {
            stop();
            onFailure.accept(ex);
        }
    }

    private synchronized void stop()
    {
        isDead = true;
        queue.clear();
        notifyAll();
    }

    private synchronized Item take() throws InterruptedException
    {
        while (queue.isEmpty() && !isClosing)
        {
            wait();
        }
        final Item item = queue.poll();
        if (item != null && item.rank >= 0)
        {
            queuedByRank[item.rank]--;
        }
        return item;
    }

    /**
     * Hand out what is queued, then end the thread. The last event of each rank is always handed out, however long the
     * listener takes; an interrupt of the caller is the way out.
     *
     * @param timeoutMs after which the events before the last of each rank are dropped.
     */
    void drain(final long timeoutMs)
    {
        synchronized (this)
        {
            isClosing = true;
            notifyAll();
        }
        if (!join(timeoutMs))
        {
            synchronized (this)
            {
                for (int left = queue.size(); left > 0; left--)
                {
                    dropOldest();
                }
            }
            join(0);
        }
    }

    @Override
    public void close()
    {
        synchronized (this)
        {
            isClosing = true;
            queue.clear();
            notifyAll();
        }
    }

    private boolean join(final long timeoutMs)
    {
        try
        {
            thread.join(timeoutMs);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
