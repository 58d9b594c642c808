package io.cobre.solver.cli;

import io.cobre.solver.Cobre;
import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.lp.CoefficientRanges;
import io.cobre.solver.stochastic.StochasticPlan;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.ValidationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
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
        ranges(study, report);
        report.line(caseFolder + " is valid: " + study.stageCount() + " stages, " + study.buses().size() + " buses, " +
            study.lines().size() + " lines, " + study.hydros().size() + " hydros, " + study.thermals().size() +
            " thermals");
    }

    /** Sizes of the numbers in the LPs: each stage for programs, all stages together for people. */
    private static void ranges(final Study study, final Report report)
    {
        final List<CoefficientRanges> stages = CoefficientRanges.of(study, StochasticPlan.of(study));
        report.data("coefficient_ranges", stages.stream().map(CoefficientRanges::toMap).toList());
        final StringJoiner text = new StringJoiner(", ", "coefficients: ", "");
        stages.get(0).byName().keySet().forEach((name) ->
        {
            final double least = stages.stream()
                .mapToDouble((stage) -> stage.byName().get(name).least())
                .filter((size) -> size > 0.0).min().orElse(0.0);
            final double most = stages.stream()
                .mapToDouble((stage) -> stage.byName().get(name).greatest()).max().orElse(0.0);
            text.add(String.format(Locale.ROOT, "%s %.2g to %.2g", name.replace('_', ' '), least, most));
        });
        report.line(text.toString());
    }
}
