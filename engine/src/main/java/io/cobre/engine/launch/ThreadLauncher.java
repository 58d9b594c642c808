package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.control.ErrorRecord;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.engine.local.RingSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Runs the ranks of one group as threads of this JVM and waits for them: the same results and the same errors as from
 * processes, without a process, a media driver or a file. A thread cannot be ended from outside: when the group
 * breaks, a rank that computes goes on until it next communicates or calls {@link ThreadRank#check()}.
 */
public final class ThreadLauncher
{
    private static final long DRAIN_MS = 2000;

    private final int size;
    private final InProcessGroup group;
    private final ThreadBody body;
    private final Throwable[] failures;
    private final long[] doneNs;
    private volatile Throwable listenerError;

    /**
     * Prepare a launch.
     *
     * @param size      number of ranks, at least 1.
     * @param timeoutNs silence after which a collective gives up.
     * @param body      what each rank computes.
     */
    public ThreadLauncher(final int size, final long timeoutNs, final ThreadBody body)
    {
        this.size = size;
        this.body = body;
        this.group = InProcessGroup.create(size, RingSettings.DEFAULT, timeoutNs);
        this.failures = new Throwable[size];
        this.doneNs = new long[size];
    }

    /**
     * Start, wait, clean up; to be called once. Interrupting the thread ends the group and throws.
     *
     * @return how every rank ended in good order.
     * @throws WorkerException       if a rank failed; all have ended.
     * @throws CancellationException if the thread was interrupted; its flag is set again.
     */
    public LaunchResult run()
    {
        final long startNs = System.nanoTime();
        try (group; ProgressDispatcher progress = new ProgressDispatcher(
            new LaunchListener()
            {
            }, size, this::onListenerFailed))
        {
            final List<Thread> threads = start(progress);
            join(threads);
            if (failures().isEmpty())
            {
                progress.drain(DRAIN_MS);
            }
            verdict();
            return result(startNs, progress.dropped());
        }
    }

    private List<Thread> start(final ProgressDispatcher progress)
    {
        final List<Thread> threads = new ArrayList<>();
        for (int rank = 0; rank < size; rank++)
        {
            final ThreadRank seat = new ThreadRank(rank, group, progress);
            final Thread thread = new Thread(() -> run(seat), "cobre-rank-" + rank);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        return threads;
    }

    private void run(final ThreadRank seat)
    {
        try
        {
            body.run(seat);
        }
        catch (final Throwable failure)
        {
            failures[seat.rank()] = failure;
            abort("rank " + seat.rank() + " failed: " + failure);
        }
        doneNs[seat.rank()] = System.nanoTime();
    }

    private void join(final List<Thread> threads)
    {
        boolean isInterrupted = false;
        for (final Thread thread : threads)
        {
            while (thread.isAlive())
            {
                try
                {
                    thread.join();
                }
                catch (final InterruptedException ex)
                {
                    isInterrupted = true;
                    abort("the group was cancelled");
                }
            }
        }
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted: the group has been ended");
        }
    }

    private void onListenerFailed(final Throwable error)
    {
        listenerError = error;
        abort("the listener of the progress failed");
    }

    private void abort(final String reason)
    {
        group.abort(new CollectiveFailedException(Reason.ABORTED, reason));
    }

    private void verdict()
    {
        if (listenerError instanceof RuntimeException own)
        {
            throw own;
        }
        if (listenerError instanceof Error own)
        {
            throw own;
        }
        final List<RankFailure> found = failures();
        if (!found.isEmpty())
        {
            throw WorkerException.of(found, BackendKind.LOCAL);
        }
    }

    private List<RankFailure> failures()
    {
        final List<RankFailure> found = new ArrayList<>();
        for (int rank = 0; rank < size; rank++)
        {
            final Throwable failure = failures[rank];
            if (failure != null)
            {
                found.add(new RankFailure(
                    rank,
                    failure instanceof CobreException ours ? ours : ErrorRecord.decode(ErrorRecord.encode(failure)),
                    ErrorRecord.exitCode(failure),
                    null,
                    false,
                    group.progress(rank),
                    List.of()));
            }
        }
        return found;
    }

    private LaunchResult result(final long startNs, final long droppedEvents)
    {
        final List<RankOutcome> ranks = new ArrayList<>();
        for (int rank = 0; rank < size; rank++)
        {
            ranks.add(new RankOutcome(
                rank, ProcessHandle.current().pid(), null, TimeUnit.NANOSECONDS.toMillis(doneNs[rank] - startNs)));
        }
        return new LaunchResult(BackendKind.LOCAL, ranks, 0, droppedEvents);
    }
}
