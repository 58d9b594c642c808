package io.cobre.solver.cli;

import io.cobre.engine.control.ErrorRecord;
import io.cobre.engine.control.OperationCounts;
import io.cobre.engine.control.RankState;
import io.cobre.engine.control.RankStatus;
import io.cobre.engine.spi.OperationCount;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre inspect}.
 */
@Command(
    name = "inspect",
    description = "Show what each rank of a run does, or did last: of a live run, or of one that failed.",
    footer = {"", "Example:", "  cobre inspect /dev/shm/cobre_comm_0123456789abcdef",
        "  cobre inspect CASE/output/diagnostics/0123456789abcdef"})
public final class InspectCommand implements Subcommand
{
    private static final int LAST_OWN_BIT = 62;

    @Parameters(paramLabel = "RUN_DIR", description = "The run directory, or the folder of its diagnostics.")
    private Path folder;

    @Override
    public void run(final Report report) throws IOException
    {
        final List<RankStatus> ranks = read();
        if (ranks.isEmpty())
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, folder + " holds no status of a rank", folder, null)
                .suggest("give the run directory, /dev/shm/cobre_comm_..., or <output>/diagnostics/<run id>");
        }
        final long nowMs = System.currentTimeMillis();
        final List<Map<String, Object>> rows = new ArrayList<>();
        final List<OperationCount> counts = OperationCounts.of(folder);
        for (final RankStatus rank : ranks)
        {
            final Map<String, Object> row = row(rank, nowMs);
            final Map<String, Long> operations = operations(rank, counts);
            row.put("operations", operations);
            rows.add(row);
            report.line(line(rank, nowMs));
            if (!operations.isEmpty())
            {
                report.line("        operations: " + operations.entrySet().stream()
                    .map((entry) -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
            }
            if (rank.error().length > 0)
            {
                report.line("        " + ErrorRecord.decode(rank.error()).getMessage());
            }
        }
        report.data("ranks", rows);
    }

    private List<RankStatus> read() throws IOException
    {
        final List<RankStatus> ranks = new ArrayList<>();
        if (Files.isDirectory(folder))
        {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "rank-*.status"))
            {
                for (final Path file : files)
                {
                    ranks.add(read(file));
                }
            }
        }
        ranks.sort(Comparator.comparingInt(RankStatus::rank));
        return ranks;
    }

    private static RankStatus read(final Path file)
    {
        try
        {
            return RankStatus.read(file);
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_CORRUPTED, "cannot read the status of a rank: " + ex.getMessage(), file, ex)
                .suggest("try again if the run has just begun or is about to end");
        }
    }

    private static Map<String, Object> row(final RankStatus rank, final long nowMs)
    {
        final Map<String, Object> row = new LinkedHashMap<>();
        row.put("rank", rank.rank());
        row.put("size", rank.size());
        row.put("pid", rank.pid());
        row.put("alive", isAlive(rank));
        row.put("state", rank.state().name().toLowerCase(Locale.ROOT));
        row.put("last_operation", rank.last().describe());
        row.put("sequence", rank.last().sequence());
        row.put("since_ms", nowMs - rank.operationTimeMs());
        row.put("waiting_for", peers(rank));
        row.put("progress", rank.last().counter());
        row.put("exit_code", rank.orderlyExitCode().isPresent() ? rank.orderlyExitCode().getAsInt() : null);
        row.put("error", rank.error().length > 0 ? ErrorRecord.decode(rank.error()).getMessage() : null);
        return row;
    }

    private static String line(final RankStatus rank, final long nowMs)
    {
        return String.format(
            Locale.ROOT,
            "rank %-3d pid %-7d %-5s %-8s %s, %.1f s ago%s",
            rank.rank(),
            rank.pid(),
            isAlive(rank) ? "alive" : "gone",
            rank.state().name().toLowerCase(Locale.ROOT),
            rank.last().describe(),
            (nowMs - rank.operationTimeMs()) / 1000.0,
            rank.waitingFor() == 0 ? "" : ", waits for rank " + peers(rank));
    }

    private static Map<String, Long> operations(final RankStatus rank, final List<OperationCount> counts)
    {
        final Map<String, Long> operations = new LinkedHashMap<>();
        counts.stream()
            .filter((count) -> count.rank() == rank.rank())
            .forEach((count) -> operations.put(count.operation(), count.count()));
        return operations;
    }

    private static boolean isAlive(final RankStatus rank)
    {
        return rank.state() != RankState.ENDED &&
            ProcessHandle.of(rank.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    private static List<Integer> peers(final RankStatus rank)
    {
        final List<Integer> peers = new ArrayList<>();
        for (int bit = 0; bit < Long.SIZE; bit++)
        {
            if ((rank.waitingFor() >>> bit & 1L) != 0)
            {
                for (int peer = bit; peer < (bit > LAST_OWN_BIT ? rank.size() : bit + 1); peer++)
                {
                    peers.add(peer);
                }
            }
        }
        return peers;
    }
}
