package io.cobre.solver.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.engine.CobreException;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.parquet.ColumnType;
import io.cobre.solver.parquet.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre summary}.
 */
@Command(
    name = "summary",
    description = "Show what an output folder holds: the bounds of training and the costs of simulation.",
    footer = {"", "Example:", "  cobre summary examples/two-reservoirs/output"})
public final class SummaryCommand implements Subcommand
{
    private static final int SHOWN_ROWS = 12;

    @Parameters(paramLabel = "DIR", description = "The output folder.")
    private Path folder;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void run(final Report report)
    {
        final Path training = folder.resolve("training/metadata.json");
        final Path simulation = folder.resolve("simulation/metadata.json");
        if (!Files.exists(training) && !Files.exists(simulation))
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, folder + " holds no results of a run", folder, null)
                .suggest("give the folder that train or run wrote, for example examples/two-reservoirs/output");
        }
        if (Files.exists(training))
        {
            training(metadata(training), report);
        }
        if (Files.exists(simulation))
        {
            simulation(metadata(simulation), report);
        }
    }

    private void training(final JsonNode metadata, final Report report)
    {
        report.data("training", mapper.convertValue(metadata, Map.class));
        report.line("training     " + metadata.path("iterations").path("completed").asText() + " iterations, " +
            metadata.path("convergence").path("termination_reason").asText() + ", " +
            workers(metadata.path("distribution").path("num_workers").asInt()) + ", " +
            metadata.path("completed_at").asText());
        report.line("policy       " + metadata.path("policy_digest").asText());
        final Path table = folder.resolve("training/convergence.parquet");
        if (Files.exists(table))
        {
            convergence(convergenceTable(table), report);
        }
        times(report);
    }

    private void times(final Report report)
    {
        final Path file = folder.resolve("training/timing/iterations.parquet");
        if (!Files.exists(file))
        {
            return;
        }
        final String[] parts = {
            "forward_time_ms", "backward_time_ms", "lower_bound_time_ms", "communication_time_ms", "idle_time_ms"};
        final Map<String, ColumnType> columns = new HashMap<>(Map.of("rank", ColumnType.INT32));
        List.of(parts).forEach((part) -> columns.put(part, ColumnType.DOUBLE));
        final ParquetTable table = table(file, columns);
        final int ranks = 1 + Arrays.stream(table.ints("rank")).max().orElse(0);
        report.line(String.format(
            "%9s  %10s %10s %10s %10s %10s", "rank", "forward", "backward", "bound", "exchange", "idle"));
        for (int rank = 0; rank < ranks; rank++)
        {
            final StringBuilder line = new StringBuilder(String.format("%9d ", rank));
            for (final String part : parts)
            {
                line.append(String.format(Locale.ROOT, " %8.2f s", sum(table, part, rank) / 1e3));
            }
            report.line(line.toString());
        }
    }

    private static double sum(final ParquetTable table, final String column, final int rank)
    {
        double sum = 0.0;
        for (int row = 0; row < table.rows(); row++)
        {
            sum += table.ints("rank")[row] == rank ? table.doubles(column)[row] : 0.0;
        }
        return sum;
    }

    private static ParquetTable convergenceTable(final Path file)
    {
        final ParquetTable table = table(file, Map.of(
            "iteration", ColumnType.INT32,
            "lower_bound", ColumnType.DOUBLE,
            "upper_bound_mean", ColumnType.DOUBLE,
            "cuts_active", ColumnType.INT64));
        if (table.rows() == 0)
        {
            throw corrupted(file, "it has no rows", null);
        }
        return table;
    }

    private static void convergence(final ParquetTable table, final Report report)
    {
        final int[] iteration = table.ints("iteration");
        final double[] lower = table.doubles("lower_bound");
        final double[] upper = table.doubles("upper_bound_mean");
        final long[] cuts = table.longs("cuts_active");
        final int last = table.rows() - 1;
        report.line(String.format("%9s  %16s  %16s  %9s", "iteration", "lower bound", "upper bound", "cuts"));
        for (int row = 0; row <= last; row++)
        {
            final boolean shown = row == last || row % Math.max(1, table.rows() / SHOWN_ROWS) == 0;
            if (shown)
            {
                report.line(String.format(
                    Locale.ROOT, "%9d  %16.8g  %16.8g  %9d", iteration[row], lower[row], upper[row], cuts[row]));
            }
        }
        report.data("lower_bound", lower[last]);
        report.data("upper_bound", upper[last]);
    }

    private void simulation(final JsonNode metadata, final Report report)
    {
        report.data("simulation", mapper.convertValue(metadata, Map.class));
        report.line(String.format(
            Locale.ROOT, "simulation   %d scenarios, mean cost %.8g $, deviation %.8g $",
            metadata.path("scenarios").path("total").asInt(), metadata.path("mean_cost").asDouble(),
            metadata.path("std_cost").asDouble()));
        report.line("costs        " + metadata.path("simulation_digest").asText());
        metadata.path("tables").properties().forEach((table) -> report.line(String.format(
            Locale.ROOT, "  %-20s %9d rows in %d files: %s", table.getKey(), table.getValue().path("rows").asLong(),
            table.getValue().path("files").asLong(), table.getValue().path("row").asText())));
    }

    private JsonNode metadata(final Path file)
    {
        try
        {
            final JsonNode metadata = mapper.readTree(file.toFile());
            if (!metadata.isObject())
            {
                throw corrupted(file, "it holds no object", null);
            }
            return metadata;
        }
        catch (final IOException ex)
        {
            throw corrupted(file, ex.getMessage(), ex);
        }
    }

    private static ParquetTable table(final Path file, final Map<String, ColumnType> columns)
    {
        final ParquetTable table = table(file);
        if (!table.types().entrySet().containsAll(columns.entrySet()))
        {
            throw corrupted(file, "it lacks some of the columns " + new TreeMap<>(columns), null);
        }
        return table;
    }

    private static ParquetTable table(final Path file)
    {
        try
        {
            return ParquetTable.read(file);
        }
        catch (final CobreIOException ex)
        {
            throw corrupted(file, ex.getMessage(), ex);
        }
    }

    private static CobreException corrupted(final Path file, final String reason, final Exception cause)
    {
        return new CobreIOException(
            SolverErrorKind.OUTPUT_CORRUPTED, file + " cannot be read: " + reason, file, cause)
            .suggest("run the training or the simulation again");
    }

    private static String workers(final int count)
    {
        return 1 == count ? "1 worker" : count + " workers";
    }
}
