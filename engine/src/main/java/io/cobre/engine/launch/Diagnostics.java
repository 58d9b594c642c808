package io.cobre.engine.launch;

import io.cobre.engine.control.OperationCounts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Saves what a failed run leaves: status files, ends of the outputs, crash logs, the error.
 */
final class Diagnostics
{
    private static final int TAIL_BYTES = 256 * 1024;

    private Diagnostics()
    {
    }

    /**
     * Save into {@code <folder>/diagnostics/<run id>}.
     *
     * @param folder       output folder, or null for none.
     * @param runId        name of the new folder.
     * @param runDirectory that is going to be deleted.
     * @param failure      written with its suppressed ones as {@code error.txt}.
     */
    static void save(final Path folder, final String runId, final Path runDirectory, final Throwable failure)
    {
        if (folder == null)
        {
            return;
        }
        final Path target = folder.resolve("diagnostics").resolve(runId);
        try
        {
            Files.createDirectories(target);
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(target.resolve("error.txt"))))
            {
                failure.printStackTrace(out);
            }
            OperationCounts.save(runDirectory, target);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(runDirectory, "rank-*"))
            {
                for (final Path file : files)
                {
                    save(file, target.resolve(file.getFileName()));
                }
            }
        }
        catch (final IOException ex)
        {
            failure.addSuppressed(ex);
        }
    }

    private static void save(final Path file, final Path target) throws IOException
    {
        if (!Files.isRegularFile(file))
        {
            return;
        }
        if (file.toString().endsWith(".status"))
        {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        else if (Files.size(file) > 0)
        {
            Files.writeString(target, WorkerProcess.tail(file, TAIL_BYTES));
        }
    }
}
