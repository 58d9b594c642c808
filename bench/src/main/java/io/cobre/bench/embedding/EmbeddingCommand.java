package io.cobre.bench.embedding;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * {@code cobre bench embedding}.
 */
@Command(
    name = "embedding",
    description = "A sample host: strategies with a duty cycle of their own that sum positions and agree on limits " +
        "at every tick, as threads of one JVM or as processes; prints how long a tick took.",
    footer = {"", "Example:", "  cobre bench embedding --ranks 4 --ticks 20000 --processes"})
public final class EmbeddingCommand implements Subcommand
{
    private static final double[] PERCENTILES = {50.0, 90.0, 99.0, 99.9, 100.0};

    @Option(names = "--ranks", paramLabel = "R", description = "Strategies (default 4).")
    private int ranks = 4;

    @Option(names = "--ticks", paramLabel = "N", description = "Ticks that count, after as many to warm up " +
        "(default 10000).")
    private int ticks = 10_000;

    @Option(names = "--processes", description = "A process for each strategy instead of a thread.")
    private boolean hasProcesses;

    @Override
    public void run(final Report report) throws Exception
    {
        if (ranks < 1 || ticks < 1)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, "--ranks " + ranks + ", --ticks " + ticks + ": both must be positive");
        }
        final Histogram latencies = hasProcesses ? processes(ranks, ticks) :
            threads(ranks, (communicator) -> DutyCycle.run(communicator, ranks, ticks));
        report.line(ranks + (hasProcesses ? " processes, " : " threads, ") + ticks + " ticks each; ns of a tick:");
        for (final double percentile : PERCENTILES)
        {
            final long ns = latencies.getValueAtPercentile(percentile);
            report.line(String.format("%6s %% %,15d", percentile, ns));
            report.data("p" + ("" + percentile).replace(".0", "").replace('.', '_') + "_ns", ns);
        }
        report.data("ticks", latencies.getTotalCount());
    }

    static Histogram processes(final int ranks, final int ticks)
    {
        final Histogram all = new Histogram(3);
        new ProcessLauncher(new LaunchSpec().size(ranks).mainClass(EmbeddingWorker.class.getName(), "" + ticks))
            .run().ranks().forEach((rank) -> all.add(EmbeddingWorker.decode(rank.result())));
        return all;
    }

    /**
     * A strategy that fails tells the others at once: nobody else would, since its thread is no process whose end
     * could be seen.
     */
    static Histogram threads(final int ranks, final Function<Communicator, StrategyAgent> dutyCycle)
        throws InterruptedException, ExecutionException
    {
        final Histogram all = new Histogram(3);
        final ExecutorService executor = Executors.newFixedThreadPool(ranks);
        try (InProcessGroup group = Communicators.inProcess(ranks))
        {
            final List<Future<StrategyAgent>> strategies = new ArrayList<>();
            for (int rank = 0; rank < ranks; rank++)
            {
                final Communicator communicator = group.communicator(rank);
                strategies.add(executor.submit(() -> run(group, communicator, dutyCycle)));
            }
            collect(strategies, all);
        }
        finally
        {
            executor.shutdownNow();
        }
        return all;
    }

    /**
     * Wait for all, also if one has failed: communicators are closed when nobody is inside any more.
     */
    private static void collect(final List<Future<StrategyAgent>> strategies, final Histogram all)
        throws InterruptedException, ExecutionException
    {
        ExecutionException first = null;
        for (final Future<StrategyAgent> strategy : strategies)
        {
            try
            {
                all.add(strategy.get().latencies());
            }
            catch (final ExecutionException failure)
            {
                first = null == first ? failure : first;
            }
        }
        if (null != first)
        {
            throw first;
        }
    }

    private static StrategyAgent run(
        final InProcessGroup group,
        final Communicator communicator,
        final Function<Communicator, StrategyAgent> dutyCycle)
    {
        try
        {
            return dutyCycle.apply(communicator);
        }
        catch (final RuntimeException | Error failure)
        {
            final CollectiveFailedException notice = new CollectiveFailedException(
                CollectiveFailedException.Reason.ABORTED, "strategy " + communicator.rank() + " failed: " + failure);
            notice.initCause(failure);
            group.abort(notice);
            throw failure;
        }
    }
}
