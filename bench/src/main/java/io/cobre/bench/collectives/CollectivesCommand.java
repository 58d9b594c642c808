package io.cobre.bench.collectives;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicators;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.solver.command.ProfileLine;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import org.agrona.concurrent.UnsafeBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code cobre bench collectives}.
 */
@Command(
    name = "collectives",
    description = "Measure the collectives between worker processes: latencies by operation and size, with a " +
        "cache-line ping-pong before and after each row that tells what the machine gave at that moment.",
    footer = {"", "Example:", "  cobre bench collectives --ranks 2 --ops barrier,allreduce --csv out.csv"})
public final class CollectivesCommand implements Subcommand
{
    /** Bytes. */
    private static final int LARGEST_RESULT = 1 << 30;

    @Option(names = "--ranks", paramLabel = "R", description = "Worker processes (default 2).")
    private int ranks = 2;

    @Option(names = "--backend", paramLabel = "BACKEND", description = "shm (default), tcp or local.")
    private String backend = BackendKind.SHM.id();

    @Option(names = "--profile", paramLabel = "KIND", description = ProfileLine.DESCRIPTION)
    private String profile;

    @Option(names = "--ops", paramLabel = "OP", split = ",",
        description = "Only these: barrier, allreduce, broadcast, broadcast+barrier, allgatherv.")
    private List<String> operations = new ArrayList<>();

    @Option(names = "--sizes", paramLabel = "BYTES", split = ",",
        description = "Only these payloads per rank, multiples of 8. One that is not among the usual ones is " +
            "measured with every operation.")
    private List<Integer> sizes = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "S", description = "Measurement per row (default 0.5).")
    private double seconds = 0.5;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the rows to FILE.")
    private Path csv;

    @Option(names = "--hdr", paramLabel = "DIR",
        description = "Write the histogram of each row, of rank 0 and in nanoseconds, to DIR: a percentile " +
            "distribution (.hgrm) and an HdrHistogram log (.hlog).")
    private Path histograms;

    @Override
    public void run(final Report report)
    {
        final BackendKind kind = BackendKind.of(backend);
        final List<Row> rows = Row.matching(operations, sizes);
        check(kind, rows);
        final BenchmarkPlan plan = new BenchmarkPlan(
            rows, seconds, histograms == null ? null : histograms.toAbsolutePath());
        final List<RowResult> results = new ArrayList<>();
        final ProfileKind profileKind = ProfileLine.choose(profile, kind, ranks, report);
        final double memcpy = kind == BackendKind.LOCAL ? local(plan, results) :
            launch(kind, profileKind, plan, results);
        results.forEach((row) -> report.line(row.line(memcpy)));
        report.data("memcpy_gb_per_s", memcpy);
        report.data("rows", results.stream().map(CollectivesCommand::fields).toList());
        if (csv != null)
        {
            write(results);
        }
    }

    private void check(final BackendKind kind, final List<Row> rows)
    {
        checkSizes();
        if (kind == BackendKind.AUTO || kind == BackendKind.LOCAL && ranks != 1)
        {
            throw new ValidationException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "backend " + backend + " with " + ranks + " ranks: measure shm or tcp, or local with one rank")
                .suggest("use --backend shm, or --backend local --ranks 1");
        }
        if (ranks < 1 || !(seconds > 0.0))
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                "--ranks " + ranks + ", --seconds " + seconds + ": both must be positive");
        }
        if (rows.isEmpty())
        {
            throw new ValidationException(
                SolverErrorKind.INVALID_ENUM, "no row has an operation in " + operations + " and a size in " + sizes)
                .suggest("operations: barrier, allreduce, broadcast, broadcast+barrier, allgatherv; sizes as listed " +
                    "by a run without --sizes");
        }
    }

    private void checkSizes()
    {
        for (final int bytes : sizes)
        {
            if (bytes < 0 || bytes % Double.BYTES != 0 || (long) bytes * ranks > LARGEST_RESULT)
            {
                throw new ValidationException(
                    SolverErrorKind.OUT_OF_RANGE,
                    "--sizes " + bytes + ": not a multiple of 8 from 0 on of which " + ranks + " ranks together have " +
                    "at most " + LARGEST_RESULT)
                    .suggest("give whole doubles, for example --sizes 8,1024");
            }
        }
    }

    private double launch(
        final BackendKind kind,
        final ProfileKind profileKind,
        final BenchmarkPlan plan,
        final List<RowResult> results)
    {
        final LaunchSpec spec = new LaunchSpec()
            .size(ranks)
            .backend(kind)
            .profile(profileKind)
            .mainClass(CollectivesWorker.class.getName())
            .jvmFlags(List.of("-XX:+UseParallelGC", "-XX:+UnlockDiagnosticVMOptions",
                "-XX:GuaranteedSafepointInterval=300000"))
            .payload((directory) ->
            {
                plan.write(directory.resolve(CollectivesWorker.PLAN_FILE));
                Files.write(directory.resolve(CollectivesWorker.PROBE_FILE), new byte[Probe.LENGTH]);
            })
            .listener(new LiveRows());
        final byte[] body = new ProcessLauncher(spec).run().ranks().get(0).result();
        results.addAll(CollectivesWorker.parse(body));
        return CollectivesWorker.memcpy(body);
    }

    private static double local(final BenchmarkPlan plan, final List<RowResult> results)
    {
        final Probe probe = new Probe(new UnsafeBuffer(new byte[Probe.LENGTH]), Integer.MAX_VALUE);
        final double memcpy = RankBenchmark.memcpyGigabytesPerSecond();
        new RankBenchmark(Communicators.local(), probe, plan.seconds()).run(plan.rows(), (result, histogram) ->
        {
            results.add(result);
            CollectivesWorker.save(plan.histogramFolder(), result, histogram);
        });
        return memcpy;
    }

    private void write(final List<RowResult> results)
    {
        final List<String> lines = new ArrayList<>();
        lines.add(RowResult.CSV_HEADER);
        results.forEach((row) -> lines.add(row.csv()));
        try
        {
            Files.write(csv, lines, StandardCharsets.UTF_8);
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(SolverErrorKind.OUTPUT_CORRUPTED, "cannot be written: " + ex, csv, ex);
        }
    }

    private static Map<String, Object> fields(final RowResult row)
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lib", row.library());
        fields.put("ranks", row.ranks());
        fields.put("op", row.operation());
        fields.put("bytes_per_rank", row.bytes());
        fields.put("iters", row.iterations());
        fields.put("p50_ns", row.p50Ns());
        fields.put("p99_ns", row.p99Ns());
        fields.put("p999_ns", row.p999Ns());
        fields.put("max_ns", row.maxNs());
        fields.put("mean_ns", row.meanNs());
        fields.put("probe_before_ns", row.probeBeforeNs());
        fields.put("probe_after_ns", row.probeAfterNs());
        fields.put("steady", row.isSteady());
        return fields;
    }

    /**
     * Tells on stderr which row has just been measured.
     */
    private static final class LiveRows implements LaunchListener
    {
        @Override
        public void onProgress(final int rank, final byte[] body)
        {
            final RowResult row = RowResult.parse(new String(body, StandardCharsets.UTF_8));
            System.err.println(row.key() + ": p50 " + row.p50Ns() + " ns");
        }
    }
}
