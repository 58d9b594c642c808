package io.cobre.solver.output;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The folder that a run writes its results to.
 */
public final class OutputFolder
{
    private static final String DEFAULT_NAME = "output";

    private final Path root;
    private final List<Path> written = new ArrayList<>();

    private OutputFolder(final Path root)
    {
        this.root = root;
    }

    /**
     * Find out before the work begins whether results can be written.
     *
     * @param requested  what the user asked for, or null.
     * @param caseFolder whose {@code output} is the default.
     * @return a folder that exists and takes files.
     * @throws CobreIOException of kind OutputNotFound if it cannot be made or does not take files.
     */
    public static OutputFolder prepare(final Path requested, final Path caseFolder)
    {
        final Path root = (requested == null ? caseFolder.resolve(DEFAULT_NAME) : requested)
            .toAbsolutePath().normalize();
        try
        {
            Files.createDirectories(root);
            Files.delete(Files.createTempFile(root, ".probe", ""));
        }
        catch (final IOException ex)
        {
            final CobreIOException error = new CobreIOException(
                SolverErrorKind.OUTPUT_NOT_FOUND, "the output folder " + root + " cannot be written", root, ex);
            error.with("detail", ex.toString());
            error.suggest("choose another folder with --output DIR");
            throw error;
        }
        return new OutputFolder(root);
    }

    /**
     * A folder for a study that has none: what the user asked for, or nowhere.
     *
     * @param requested what the user asked for, or null to write nothing.
     * @return a folder that exists and takes files, or one that takes them without a trace.
     * @throws CobreIOException as {@link #prepare(Path, Path)}.
     */
    public static OutputFolder prepare(final Path requested)
    {
        return requested == null ? new OutputFolder(null) : prepare(requested, null);
    }

    /**
     * Where it is.
     *
     * @return absolute; null if nothing is written.
     */
    public Path root()
    {
        return root;
    }

    /**
     * Whether what is added is written.
     *
     * @return false if nobody wants files.
     */
    public boolean isWritten()
    {
        return root != null;
    }

    /**
     * What has been written so far.
     *
     * @return paths below {@link #root()}, in order.
     */
    public List<Path> written()
    {
        return Collections.unmodifiableList(written);
    }

    /**
     * Write something that appears complete or not at all.
     *
     * @param path    below {@link #root()}.
     * @param content writes at the path that it is given.
     */
    void add(final String path, final AtomicWriter content)
    {
        if (isWritten())
        {
            content.write(root.resolve(path));
            written.add(Path.of(path));
        }
    }

    void text(final String path, final String text)
    {
        add(path, (target) -> AtomicFiles.text(target, text));
    }

    /**
     * Writes a file or folder atomically.
     */
    @FunctionalInterface
    interface AtomicWriter
    {
        void write(Path target);
    }
}
