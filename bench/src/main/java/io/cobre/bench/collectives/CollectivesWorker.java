package io.cobre.bench.collectives;

import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankSession;
import io.cobre.engine.launch.WorkerRunner;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entry of a rank of {@code bench collectives}. Reads what to measure from the run directory.
 */
public final class CollectivesWorker
{
    static final String PROBE_FILE = "probe";
    static final String PLAN_FILE = "plan";

    private CollectivesWorker()
    {
    }

    /**
     * Run as a rank.
     *
     * @param args not used; rank and plan come from environment and run directory.
     */
    public static void main(final String[] args)
    {
        WorkerRunner.run(new RankContext(), CollectivesWorker::measure);
    }

    private static void measure(final RankSession session) throws IOException
    {
        final BenchmarkPlan plan = BenchmarkPlan.read(session.runDirectory().resolve(PLAN_FILE));
        final Probe probe = new Probe(
            new UnsafeBuffer(IoUtil.mapExistingFile(session.runDirectory().resolve(PROBE_FILE).toFile(), PROBE_FILE)),
            session.rank());
        final List<String> lines = new ArrayList<>();
        lines.add(Double.toString(session.rank() == 0 ? RankBenchmark.memcpyGigabytesPerSecond() : 0.0));
        new RankBenchmark(session.communicator(), probe, plan.seconds()).run(plan.rows(), (result, histogram) ->
        {
            lines.add(result.wire());
            session.progress(result.wire().getBytes(StandardCharsets.UTF_8));
            save(plan.histogramFolder(), result, histogram);
        });
        session.result(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static void save(final Path folder, final RowResult result, final Histogram histogram)
    {
        if (folder == null)
        {
            return;
        }
        final String name = result.key().replace(',', '-').replace('+', '-');
        try
        {
            Files.createDirectories(folder);
            try (PrintStream out = stream(folder.resolve(name + ".hgrm")))
            {
                histogram.outputPercentileDistribution(out, 1.0);
            }
            try (PrintStream out = stream(folder.resolve(name + ".hlog")))
            {
                final HistogramLogWriter log = new HistogramLogWriter(out);
                log.outputLogFormatVersion();
                log.outputStartTime(histogram.getStartTimeStamp());
                log.outputLegend();
                log.outputIntervalHistogram(histogram);
            }
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("the histograms of " + name + " cannot be written to " + folder, ex);
        }
    }

    private static PrintStream stream(final Path file) throws IOException
    {
        return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    }

    static List<RowResult> parse(final byte[] body)
    {
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("\n"))
            .skip(1)
            .map(RowResult::parse)
            .toList();
    }

    static double memcpy(final byte[] body)
    {
        final String text = new String(body, StandardCharsets.UTF_8);
        return Double.parseDouble(text.substring(0, text.indexOf('\n')));
    }
}
