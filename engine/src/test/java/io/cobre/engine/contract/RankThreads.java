package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * Runs one body on every rank, each on a thread of its own, and reports the lowest rank's failure with the others
 * suppressed.
 */
public final class RankThreads
{
    private static final long LIMIT_SECONDS = 120;

    private RankThreads()
    {
    }

    /**
     * Run and join.
     *
     * @param ranks         number of ranks.
     * @param communicators by rank, called on the rank's thread.
     * @param body          what each rank does.
     * @throws Exception the first failure.
     */
    public static void run(final int ranks, final IntFunction<Communicator> communicators, final RankBody body)
        throws Exception
    {
        final ExecutorService threads = Executors.newFixedThreadPool(ranks);
        try
        {
            final List<Future<?>> futures = new ArrayList<>();
            for (int rank = 0; rank < ranks; rank++)
            {
                final int current = rank;
                futures.add(threads.submit(() ->
                {
                    Thread.currentThread().setName("rank-" + current);
                    body.run(communicators.apply(current));
                    return null;
                }));
            }
            join(futures);
        }
        finally
        {
            threads.shutdownNow();
            threads.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void join(final List<Future<?>> futures) throws Exception
    {
        Throwable first = null;
        for (int rank = 0; rank < futures.size(); rank++)
        {
            try
            {
                futures.get(rank).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
            catch (final ExecutionException | TimeoutException failure)
            {
                final Throwable cause = failure instanceof ExecutionException ? failure.getCause() :
                    new AssertionError("rank " + rank + " hangs", failure);
                if (null == first)
                {
                    first = cause;
                }
                else if (first != cause)
                {
                    first.addSuppressed(cause);
                }
            }
        }
        if (first instanceof Error)
        {
            throw (Error) first;
        }
        if (null != first)
        {
            throw (Exception) first;
        }
    }
}
