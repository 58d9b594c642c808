package io.cobre.solver.cli;

import io.cobre.solver.command.Report;
import io.cobre.solver.command.Subcommand;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code cobre init}.
 */
@Command(
    name = "init",
    description = "Write a case folder to start from.",
    footer = {"", "Example:", "  cobre init --template two-reservoirs my-study", "  cobre train my-study"})
public final class InitCommand implements Subcommand
{
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder to make; by default the template's name.")
    private Path folder;

    @Option(names = "--template", paramLabel = "NAME", description = "Template; two-reservoirs by default.")
    private String template = "two-reservoirs";

    @Option(names = "--list", description = "List the templates and write nothing.")
    private boolean list;

    @Option(names = "--force", description = "Write into a folder that is not empty, over files of the same names.")
    private boolean force;

    @Override
    public void run(final Report report) throws IOException
    {
        try (ExampleTemplates templates = new ExampleTemplates())
        {
            if (list)
            {
                report.data("templates", templates.names());
                for (final String name : templates.names())
                {
                    report.line(String.format("%-16s %s", name, templates.description(name)));
                }
            }
            else
            {
                write(templates.folder(template), report);
            }
        }
    }

    private void write(final Path source, final Report report) throws IOException
    {
        final Path target = folder == null ? Path.of(template) : folder;
        refuseToOverwrite(target);
        final List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(source))
        {
            for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator)
            {
                final String name = source.relativize(file).toString();
                final Path copy = target.resolve(name);
                Files.createDirectories(copy.toAbsolutePath().getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                written.add(name);
            }
        }
        catch (final IOException ex)
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, "cannot write the case folder " + target + ": " + ex.getMessage(),
                target, ex);
        }
        report.data("template", template);
        report.data("directory", target.toAbsolutePath().normalize().toString());
        report.data("files", written);
        report.line("wrote " + written.size() + " files to " + target);
        report.line("train it: cobre train " + target);
    }

    private void refuseToOverwrite(final Path target) throws IOException
    {
        if (force || !Files.exists(target))
        {
            return;
        }
        if (!Files.isDirectory(target) || !isEmpty(target))
        {
            throw new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, target + " exists and is not an empty folder", target, null)
                .suggest("choose another folder, or add --force to write over files of the same names");
        }
    }

    private static boolean isEmpty(final Path folder) throws IOException
    {
        try (Stream<Path> content = Files.list(folder))
        {
            return content.findAny().isEmpty();
        }
    }
}
