package io.cobre.solver.cli;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import picocli.CommandLine.Command;

/**
 * {@code cobre version}.
 */
@Command(
    name = "version",
    description = "Print the version of cobre, of the Java runtime, and of the platform.",
    footer = {"", "Example:", "  cobre version --format json"})
public final class VersionCommand implements Subcommand
{
    @Override
    public void run(final Report report)
    {
        final String java = System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
        final String platform = System.getProperty("os.name").toLowerCase() + "-" + System.getProperty("os.arch");
        report.data("version", CobreVersion.current());
        report.data("java", java);
        report.data("platform", platform);
        report.line("cobre " + CobreVersion.current());
        report.line(java + ", " + platform);
    }
}
