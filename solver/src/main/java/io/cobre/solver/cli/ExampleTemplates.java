package io.cobre.solver.cli;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The examples that are packed with the program.
 */
final class ExampleTemplates implements AutoCloseable
{
    private final FileSystem archive;
    private final Path root;

    ExampleTemplates() throws IOException
    {
        try
        {
            final URI uri = ExampleTemplates.class.getResource("/io/cobre/solver/examples").toURI();
            archive = "jar".equals(uri.getScheme()) ? FileSystems.newFileSystem(uri, Map.of()) : null;
            root = Path.of(uri);
        }
        catch (final URISyntaxException ex)
        {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * The names of the templates: the examples that are cases.
     *
     * @return ascending.
     */
    List<String> names() throws IOException
    {
        try (Stream<Path> folders = Files.list(root))
        {
            return folders.filter((folder) -> Files.exists(folder.resolve("config.json")))
                .map((folder) -> folder.getFileName().toString().replace("/", "")).sorted().toList();
        }
    }

    /**
     * What a template models: the first line of prose on its page.
     *
     * @param name of the template.
     * @return one line.
     */
    String description(final String name) throws IOException
    {
        final Path page = root.resolve(name).resolve("README.md");
        try (Stream<String> lines = Files.lines(page))
        {
            return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).findFirst().orElse("");
        }
    }

    /**
     * The files of a template.
     *
     * @param name of the template.
     * @return the folder that holds them.
     * @throws CobreException of kind InvalidEnum if there is none of that name.
     */
    Path folder(final String name) throws IOException
    {
        final List<String> names = names();
        if (!names.contains(name))
        {
            throw new ValidationException(
                SolverErrorKind.INVALID_ENUM, "there is no template '" + name + "'")
                .with("requested", name)
                .with("available", names)
                .suggest("use one of " + String.join(", ", names));
        }
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException
    {
        if (archive != null)
        {
            archive.close();
        }
    }
}
