package io.cobre.solver;

import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.launch.ThreadRank;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.study.Study;
import io.cobre.solver.worker.Agreement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The group in which this process computes: its own of one, or the one that the caller has made it a rank of.
 */
final class GroupOfRanks implements AutoCloseable
{
    private static final int NO_WORKER = -1;
    private static final int TEXT_LENGTH = 1024;

    private final Communicator communicator;
    private final boolean isOwned;
    private final ThreadRank thread;
    private final Thread caller = Thread.currentThread();

    private GroupOfRanks(final Communicator communicator, final boolean isOwned, final ThreadRank thread)
    {
        this.communicator = communicator;
        this.isOwned = isOwned;
        this.thread = thread;
    }

    static GroupOfRanks of(final RunOptions<?> options)
    {
        return options.communicator() == null ?
            new GroupOfRanks(Communicators.local(), true, null) :
            new GroupOfRanks(options.communicator(), false, null);
    }

    /**
     * The group of ranks that are threads of this process.
     */
    static GroupOfRanks of(final ThreadRank thread)
    {
        return new GroupOfRanks(thread.communicator(), false, thread);
    }

    /**
     * Tell of progress, where the callback is to be called.
     */
    void progress(final Runnable event)
    {
        if (thread == null)
        {
            event.run();
        }
        else
        {
            thread.progress(event);
        }
    }

    /**
     * Tell what must not get lost, where the callbacks are to be called.
     */
    void tell(final Runnable event)
    {
        if (thread == null)
        {
            event.run();
        }
        else
        {
            thread.tell(event);
        }
    }

    /**
     * Go on only if nobody wants the run to end. Any thread.
     */
    void check()
    {
        if (thread != null)
        {
            thread.check();
        }
        else if (caller.isInterrupted())
        {
            throw new CancellationException("interrupted: the run has been ended");
        }
    }

    /**
     * Who was there, by rank.
     *
     * @param plan       of the run.
     * @param wallTimeMs of this rank.
     * @return empty in single-process mode.
     */
    static Optional<List<WorkerInfo>> workers(final RunPlan plan, final long wallTimeMs)
    {
        if (plan.group() == null)
        {
            return Optional.empty();
        }
        final List<WorkerInfo> workers = new ArrayList<>();
        final long[] all = gather(plan.group(), new long[]{ProcessHandle.current().pid(), wallTimeMs});
        for (int rank = 0; rank < plan.workers(); rank++)
        {
            workers.add(new WorkerInfo(rank, all[2 * rank + 1], plan.backend(), all[2 * rank]));
        }
        return Optional.of(workers);
    }

    Communicator communicator()
    {
        return communicator;
    }

    int workerId()
    {
        return isOwned ? NO_WORKER : communicator.rank();
    }

    /**
     * All ranks must compute the same with the same library.
     *
     * @param task what is computed.
     */
    void agree(final Study study, final LpSource solvers, final String task)
    {
        if (!isOwned)
        {
            agree(List.of(
                Cobre.version(), System.getProperty("os.arch"), solvers.provider().librarySha256(),
                study.fingerprint(), task));
        }
    }

    /**
     * All ranks must have the same.
     */
    void agree(final List<String> facts)
    {
        if (isOwned)
        {
            return;
        }
        final byte[] own = text(String.join(" ", facts));
        final byte[] all = new byte[TEXT_LENGTH * communicator.size()];
        final int[] counts = new int[communicator.size()];
        final int[] displacements = new int[communicator.size()];
        for (int rank = 0; rank < counts.length; rank++)
        {
            counts[rank] = TEXT_LENGTH;
            displacements[rank] = rank * TEXT_LENGTH;
        }
        communicator.allgatherv(own, all, counts, displacements);
        final List<List<String>> byRank = new ArrayList<>();
        for (final int displacement : displacements)
        {
            byRank.add(List.of(new String(all, displacement, TEXT_LENGTH, StandardCharsets.UTF_8).trim()));
        }
        Agreement.check(byRank);
    }

    @Override
    public void close()
    {
        if (isOwned)
        {
            communicator.close();
        }
    }

    private static long[] gather(final Communicator communicator, final long[] own)
    {
        final long[] all = new long[own.length * communicator.size()];
        final int[] counts = new int[communicator.size()];
        final int[] displacements = new int[communicator.size()];
        for (int rank = 0; rank < counts.length; rank++)
        {
            counts[rank] = own.length;
            displacements[rank] = rank * own.length;
        }
        communicator.allgatherv(own, all, counts, displacements);
        return all;
    }

    /**
     * Text of fixed length, padded with blanks.
     */
    private static byte[] text(final String text)
    {
        final byte[] bytes = String.format("%-" + TEXT_LENGTH + "s", text).getBytes(StandardCharsets.UTF_8);
        return java.util.Arrays.copyOf(bytes, TEXT_LENGTH);
    }
}
