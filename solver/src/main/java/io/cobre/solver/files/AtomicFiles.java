package io.cobre.solver.files;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Writes beside the target, forces the bytes to the disk, and renames: a reader sees the old content or the new one,
 * and a failure leaves the old one in place.
 */
public final class AtomicFiles
{
    private static final int FORCERS = 8;

    private AtomicFiles()
    {
    }

    /**
     * Makes the content at the path that it is given.
     */
    @FunctionalInterface
    public interface Content
    {
        /**
         * Write.
         *
         * @param path of a file to create, or of an empty folder to fill.
         * @throws IOException if it cannot be written.
         */
        void writeTo(Path path) throws IOException;
    }

    /**
     * Write a file; missing parent folders are made.
     *
     * @param target  its path.
     * @param content creates the file.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public static void file(final Path target, final Content content)
    {
        final Path temporary = beside(target, "new");
        try
        {
            Files.createDirectories(target.toAbsolutePath().getParent());
            content.writeTo(temporary);
            force(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(target.toAbsolutePath().getParent());
        }
        catch (final IOException | UncheckedIOException ex)
        {
            throw cannotWrite(target, ex);
        }
        finally
        {
            deleteTree(temporary);
        }
    }

    /**
     * Write a file and keep the one that it replaces.
     *
     * @param target   its path.
     * @param previous takes the file that is at the target now, if there is one.
     * @param content  creates the file.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public static void file(final Path target, final Path previous, final Content content)
    {
        file(target, (path) ->
        {
            content.writeTo(path);
            force(path);
            if (Files.exists(target))
            {
                Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    /**
     * Delete what a writer that was killed has left beside a file.
     *
     * @param target path of the file.
     */
    public static void clear(final Path target)
    {
        deleteTree(beside(target, "new"));
    }

    /**
     * Write a text file in UTF-8.
     *
     * @param target its path.
     * @param text   its content.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public static void text(final Path target, final String text)
    {
        file(target, (path) -> Files.write(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Write a folder; one that is at the same place disappears when the new one is complete.
     *
     * @param target  its path.
     * @param content fills the empty folder that it is given.
     * @throws CobreIOException of kind OutputNotFound if it cannot be written.
     */
    public static void folder(final Path target, final Content content)
    {
        final Path temporary = beside(target, "new");
        final Path previous = beside(target, "old");
        try
        {
            deleteTree(temporary);
            Files.createDirectories(temporary);
            content.writeTo(temporary);
            forceAll(tree(temporary));
            deleteTree(previous);
            if (Files.exists(target))
            {
                Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.toAbsolutePath().getParent());
        }
        catch (final IOException | UncheckedIOException ex)
        {
            restore(previous, target);
            throw cannotWrite(target, ex);
        }
        finally
        {
            deleteTree(temporary);
        }
        deleteTree(previous);
    }

    /**
     * Delete a file or a folder with everything in it; what does not exist or resists is left.
     *
     * @param root of the tree.
     */
    public static void deleteTree(final Path root)
    {
        try
        {
            for (final Path path : tree(root))
            {
                Files.deleteIfExists(path);
            }
        }
        catch (final IOException | UncheckedIOException ignored)
        {
            return;
        }
    }

    /** Deepest first. */
    private static List<Path> tree(final Path root) throws IOException
    {
        if (!Files.exists(root))
        {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root))
        {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static Path beside(final Path target, final String role)
    {
        return target.resolveSibling("." + target.getFileName() + "." + role);
    }

    private static void restore(final Path previous, final Path target)
    {
        try
        {
            if (Files.exists(previous) && !Files.exists(target))
            {
                Files.move(previous, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        catch (final IOException ignored)
        {
            return;
        }
    }

    /** Several at a time: a disk serves many requests faster than one after the other. */
    private static void forceAll(final List<Path> paths) throws IOException
    {
        final ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(FORCERS, paths.size())));
        try
        {
            final List<Callable<Void>> tasks = new ArrayList<>();
            for (final Path path : paths)
            {
                tasks.add(() ->
                {
                    force(path);
                    return null;
                });
            }
            for (final Future<Void> done : threads.invokeAll(tasks))
            {
                done.get();
            }
        }
        catch (final ExecutionException ex)
        {
            throw ex.getCause() instanceof IOException cause ? cause : new IOException(ex.getCause());
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
        finally
        {
            threads.shutdownNow();
        }
    }

    private static void force(final Path path) throws IOException
    {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ))
        {
            channel.force(true);
        }
    }

    private static CobreIOException cannotWrite(final Path target, final Exception cause)
    {
        if (cause instanceof ClosedByInterruptException)
        {
            throw new CancellationException("interrupted while " + target + " was written");
        }
        final CobreIOException error = new CobreIOException(
            SolverErrorKind.OUTPUT_NOT_FOUND, "cannot write " + target + ": " + cause.getMessage(), target, cause);
        error.suggest("check that the folder exists, that you may write to it, and that the disk has room");
        return error;
    }
}
