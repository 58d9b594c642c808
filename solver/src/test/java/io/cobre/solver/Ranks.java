package io.cobre.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;

/**
 * Runs the same work on ranks that are threads of this process.
 */
public final class Ranks
{
    private Ranks()
    {
    }

    /**
     * Work of a rank.
     *
     * @param <T> its result.
     */
    @FunctionalInterface
    public interface Work<T>
    {
        /**
         * Do it.
         *
         * @param communicator of the rank.
         * @return the result.
         */
        T on(Communicator communicator);
    }

    /**
     * The default LP solver.
     *
     * @return a source of instances.
     */
    public static LpSource solvers()
    {
        return LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID));
    }

    /**
     * Run work on all ranks; if ranks fail, the error that is not merely the end of another one is thrown.
     *
     * @param size number of ranks.
     * @param work of each.
     * @param <T>  its result.
     * @return results by rank.
     * @throws Exception of the rank that failed.
     */
    public static <T> List<T> run(final int size, final Work<T> work) throws Exception
    {
        final ExecutorService threads = Executors.newFixedThreadPool(size);
        final InProcessGroup group = Communicators.inProcess(size);
        try
        {
            final List<Future<T>> futures = new ArrayList<>();
            for (int rank = 0; rank < size; rank++)
            {
                final Communicator communicator = group.communicator(rank);
                futures.add(threads.submit(() -> on(group, communicator, work)));
            }
            return results(futures);
        }
        finally
        {
            threads.shutdownNow();
            group.close();
        }
    }

    private static <T> T on(final InProcessGroup group, final Communicator communicator, final Work<T> work)
    {
        try
        {
            return work.on(communicator);
        }
        catch (final RuntimeException e)
        {
            group.abort(new CollectiveFailedException(
                CollectiveFailedException.Reason.ABORTED, "rank " + communicator.rank() + " failed"));
            throw e;
        }
    }

    private static <T> List<T> results(final List<Future<T>> futures) throws Exception
    {
        final List<T> results = new ArrayList<>();
        Exception failure = null;
        for (final Future<T> future : futures)
        {
            try
            {
                results.add(future.get());
            }
            catch (final ExecutionException e)
            {
                final Exception cause = (Exception) e.getCause();
                if (null == failure || failure instanceof CollectiveFailedException)
                {
                    failure = cause;
                }
            }
        }
        if (null != failure)
        {
            throw failure;
        }
        return results;
    }
}
