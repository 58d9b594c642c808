package io.cobre.solver.cli;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.study.input.CaseSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre schema export}.
 */
@Command(
    name = "schema",
    description = "Write the JSON Schemas of the input files.",
    footer = {"", "Example:", "  cobre schema export --output-dir case-schemas"})
public final class SchemaCommand implements Subcommand
{
    private enum Action
    {
        export
    }

    @Parameters(paramLabel = "ACTION", description = "export: one file by input file.")
    private Action action;

    @Option(names = "--output-dir", paramLabel = "DIR", description = "Folder to write to; the current one by default.")
    private Path folder = Path.of(".");

    @Override
    public void run(final Report report)
    {
        final Map<String, String> schemas = CaseSchemas.all();
        try
        {
            Files.createDirectories(folder);
            for (final Map.Entry<String, String> schema : schemas.entrySet())
            {
                Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
            }
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, "cannot write schemas to " + folder + ": " + ex, folder, ex);
        }
        report.data("action", action.name());
        report.data("directory", folder.toAbsolutePath().normalize().toString());
        report.data("files", List.copyOf(schemas.keySet()));
        report.line("wrote " + schemas.size() + " schemas to " + folder);
    }
}
