package io.cobre.bench;

import io.cobre.bench.collectives.CollectivesCommand;
import io.cobre.bench.collectives.CompareCommand;
import io.cobre.bench.embedding.EmbeddingCommand;
import io.cobre.bench.jmh.JmhCommand;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import picocli.CommandLine.Command;

/**
 * {@code cobre bench}: what is measured and how.
 */
@Command(
    name = "bench",
    description = "Measure the collectives and the parts of the solver.",
    subcommands = {CollectivesCommand.class, CompareCommand.class, EmbeddingCommand.class, JmhCommand.class},
    footer = {"", "Example:", "  cobre bench collectives --ranks 2 --backend shm --csv collectives.csv"})
public final class BenchCommand implements Subcommand
{
    @Override
    public void run(final Report report)
    {
        throw new ValidationException(SolverErrorKind.SCHEMA_VIOLATION, "bench needs to know what to measure")
            .suggest("use bench collectives, bench compare, bench embedding or bench jmh");
    }
}
