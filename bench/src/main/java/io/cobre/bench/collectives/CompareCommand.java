package io.cobre.bench.collectives;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code cobre bench compare}.
 */
@Command(
    name = "compare",
    description = "Compare two CSV files of bench collectives: medians that rose by more than 5 %% (allgatherv, " +
        "allreduce) or 10 %% (barrier, broadcast) are flagged.",
    footer = {"", "Example:", "  cobre bench compare before.csv after.csv"})
public final class CompareCommand implements Subcommand
{
    @Parameters(index = "0", paramLabel = "OLD", description = "CSV file of the earlier run.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "CSV file of the later run.")
    private Path after;

    @Override
    public void run(final Report report)
    {
        final List<Comparison.Line> lines = Comparison.of(read(before), read(after));
        if (lines.isEmpty())
        {
            throw new ValidationException(
                SolverErrorKind.COVERAGE_MISMATCH, before + " and " + after + " have no row in common")
                .suggest("compare runs with the same backend, ranks, operations and sizes");
        }
        lines.forEach((line) -> report.line(line.toString()));
        final List<String> slower = lines.stream()
            .filter(Comparison.Line::isRegression)
            .map(Comparison.Line::key)
            .toList();
        report.line(slower.size() + " of " + lines.size() + " rows slower than their tolerance");
        report.data("rows", lines.size());
        report.data("slower", slower);
    }

    private static Map<String, RowResult> read(final Path file)
    {
        try
        {
            return Comparison.read(file);
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(SolverErrorKind.OUTPUT_NOT_FOUND, "cannot be read: " + ex, file, ex);
        }
        catch (final IllegalArgumentException ex)
        {
            throw new ValidationException(SolverErrorKind.PARSE_ERROR, file + ": " + ex.getMessage())
                .with("file", file.toString());
        }
    }
}
