package io.cobre.engine.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Removes the run directories of dead owners: those whose lock it can take. A pid proves nothing across containers
 * that share /dev/shm. Directories that this process holds are not touched at all, because closing any descriptor of
 * a file drops the process's lock on it.
 */
final class RunDirectoryReaper
{
    private static final long WITHOUT_LOCK_MS = 60_000;
    private static final int DELETE_ATTEMPTS = 20;
    private static final int DELETE_PAUSE_MS = 10;

    private RunDirectoryReaper()
    {
    }

    static void reap()
    {
        for (final Path base : Set.of(RunDirectory.base(), RunDirectory.temporary()))
        {
            try (DirectoryStream<Path> candidates = Files.newDirectoryStream(base, RunDirectory.PREFIX + "*"))
            {
                candidates.forEach(RunDirectoryReaper::reap);
            }
            catch (final IOException ignore)
            {
                continue;
            }
        }
    }

    /**
     * Remove one directory if its owner is dead.
     *
     * @param path of the directory.
     * @return true if it is not there any more.
     */
    static boolean reap(final Path path)
    {
        if (RunDirectory.HELD.contains(path))
        {
            return false;
        }
        try
        {
            if (!isOurs(path))
            {
                return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            }
            return reapLocked(path);
        }
        catch (final IOException | OverlappingFileLockException ex)
        {
            return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static boolean reapLocked(final Path path) throws IOException
    {
        try (FileChannel channel = FileChannel.open(
            path.resolve(RunDirectory.LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock())
        {
            if (lock == null)
            {
                return false;
            }
            delete(path);
            return true;
        }
        catch (final NoSuchFileException ex)
        {
            final BasicFileAttributes attributes = attributes(path);
            if (System.currentTimeMillis() - attributes.lastModifiedTime().toMillis() < WITHOUT_LOCK_MS)
            {
                return false;
            }
            delete(path);
            return true;
        }
    }

    /**
     * Delete a directory and all that is in it; links are removed, not followed. The lock file goes last. A process
     * that is about to end may still write a file while we look, so one attempt need not be enough.
     *
     * @param path of the directory.
     */
    static void delete(final Path path)
    {
        deleteOnce(path);
        for (int attempt = 1; attempt < DELETE_ATTEMPTS && Files.exists(path, LinkOption.NOFOLLOW_LINKS); attempt++)
        {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DELETE_PAUSE_MS));
            deleteOnce(path);
        }
    }

    private static void deleteOnce(final Path path)
    {
        try
        {
            Files.walkFileTree(path, new SimpleFileVisitor<>()
            {
                @Override
                public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                    throws IOException
                {
                    if (!file.equals(path.resolve(RunDirectory.LOCK)))
                    {
                        Files.deleteIfExists(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(final Path file, final IOException ex)
                {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(final Path directory, final IOException ex)
                    throws IOException
                {
                    if (directory.equals(path))
                    {
                        Files.deleteIfExists(path.resolve(RunDirectory.LOCK));
                    }
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        catch (final IOException ignore)
        {
            // what is left is for the next one that looks
        }
    }

    /**
     * Anybody may make a directory of any name where ours are; what is in a stranger's is not to be believed.
     *
     * @throws IOException if it is not there or belongs to somebody else.
     */
    static void checkOwner(final Path path) throws IOException
    {
        if (!isOurs(path))
        {
            throw new IOException(path + " belongs to another user");
        }
    }

    private static boolean isOurs(final Path path) throws IOException
    {
        return attributes(path).isDirectory() &&
            Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(ownFile()));
    }

    private static Path ownFile()
    {
        final Path self = Path.of("/proc/self");
        return Files.exists(self) ? self : Path.of(System.getProperty("user.home"));
    }

    private static BasicFileAttributes attributes(final Path path) throws IOException
    {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
