package io.cobre.solver.cli;

import io.cobre.solver.Cobre;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.ValidationResult;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre validate}.
 */
@Command(
    name = "validate",
    description = "Check a case folder and list every problem at once.",
    footer = {"", "Example:", "  cobre validate examples/two-reservoirs"})
public final class ValidateCommand implements Subcommand
{
    @Parameters(paramLabel = "CASE", description = "The case folder.")
    private Path caseFolder;

    @Override
    public void run(final Report report)
    {
        final ValidationResult result = Cobre.validate(caseFolder);
        result.warnings().forEach(report::warning);
        result.errors().forEach(report::error);
        report.data("valid", result.valid());
        report.data("case", caseFolder.toAbsolutePath().normalize().toString());
        report.summary("errors", result.errors().size());
        report.summary("warnings", result.warnings().size());
        if (result.valid())
        {
            describe(result.study(), report);
        }
    }

    private void describe(final Study study, final Report report)
    {
        report.data("num_stages", study.stageCount());
        report.data("num_buses", study.buses().size());
        report.data("num_lines", study.lines().size());
        report.data("num_hydros", study.hydros().size());
        report.data("num_thermals", study.thermals().size());
        report.data("fingerprint", study.fingerprint());
        report.line(caseFolder + " is valid: " + study.stageCount() + " stages, " + study.buses().size() + " buses, " +
            study.lines().size() + " lines, " + study.hydros().size() + " hydros, " + study.thermals().size() +
            " thermals");
    }
}
