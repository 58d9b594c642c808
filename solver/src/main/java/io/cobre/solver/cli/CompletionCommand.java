package io.cobre.solver.cli;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/**
 * {@code cobre completion}.
 */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {"", "Example:", "  source <(cobre completion)"})
public final class CompletionCommand implements Subcommand
{
    @Override
    public void run(final Report report)
    {
        final String script = AutoComplete.bash("cobre", CommandHost.commandLine());
        report.data("script", script);
        report.line(script);
    }
}
