package io.cobre.solver.cli;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.bundle.LpBundles;
import io.cobre.solver.lp.bundle.LpReplay;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre replay-lp}.
 */
@Command(
    name = "replay-lp",
    description = "Solve again a linear program that failed in a run, as the run did and then in other ways.",
    footer = {"", "Example:", "  cobre replay-lp output/diagnostics/lp-iteration3-stage2-trial0-opening1"})
public final class ReplayLpCommand implements Subcommand
{
    @Parameters(paramLabel = "FOLDER", description = "The folder of the failed LP.")
    private Path folder;

    @Option(
        names = "--lp-solver",
        paramLabel = "SOLVER",
        defaultValue = LpSolvers.DEFAULT_ID,
        description = "highs or clp (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Override
    public void run(final Report report)
    {
        final FailedLp failed = LpBundles.read(folder);
        final LpReplay.Outcome outcome = LpReplay.run(failed, LpSolvers.byId(solver));
        final List<String> conflict = outcome.conflict() == null ? List.of() : LpBundles.describe(outcome.conflict());
        report.line("LP of " + failed.place() + ", with " + outcome.solver());
        outcome.unit().forEach((solve) -> line(report, solve));
        report.line(outcome.reproduced() ? "The last solve fails here too." : "The last solve does not fail here.");
        outcome.attempts().forEach((solve) -> line(report, solve));
        conflict.forEach((part) -> report.line("  in conflict: " + part));
        report.data("solver", outcome.solver());
        report.data("reproduced", outcome.reproduced());
        report.data("solves", outcome.unit().stream().map(ReplayLpCommand::fields).toList());
        report.data("attempts", outcome.attempts().stream().map(ReplayLpCommand::fields).toList());
        report.data("conflict", conflict);
    }

    private static void line(final Report report, final LpReplay.Solve solve)
    {
        report.line("  " + solve.name() + ": " + solve.status() + " (" + solve.verdict() + ")");
    }

    private static Map<String, Object> fields(final LpReplay.Solve solve)
    {
        return Map.of("name", solve.name(), "status", solve.status().name(), "verdict", solve.verdict());
    }
}
