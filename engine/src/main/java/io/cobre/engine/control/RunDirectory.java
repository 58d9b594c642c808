package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Private directory of one run, mode 0700, in shared memory where there is one. Its owner holds a lock on the file
 * {@code lock} in it for as long as it lives; a directory whose lock can be taken has lost its owner. The lock file
 * gets its name only once it is locked, so that a reaper never sees an unlocked lock of a living owner.
 */
public final class RunDirectory implements AutoCloseable
{
    /** Beginning of the name of every run directory that has no name given by the user. */
    public static final String PREFIX = "cobre_comm_";

    static final String LOCK = "lock";
    static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Pattern NAME = Pattern.compile("/[A-Za-z0-9._-]{1,48}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?>[] PRIVATE = isPosix() ?
        new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)} : new FileAttribute<?>[0];

    private final Path path;
    private final FileChannel lock;
    private boolean isClosed;

    private RunDirectory(final Path path, final FileChannel lock)
    {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Create a directory with a fresh name, after removing what dead runs have left.
     *
     * @return the directory, owned by this process.
     */
    public static RunDirectory create()
    {
        return fresh(base());
    }

    /**
     * As {@link #create()}, in the temporary folder.
     */
    static RunDirectory createTemporary()
    {
        return fresh(temporary());
    }

    private static RunDirectory fresh(final Path base)
    {
        RunDirectoryReaper.reap();
        while (true)
        {
            final Path path = base.resolve(PREFIX + String.format("%016x", RandomIds.next()));
            try
            {
                return claim(path);
            }
            catch (final FileAlreadyExistsException ex)
            {
                continue;
            }
            catch (final IOException ex)
            {
                throw failure(path, ex.toString(), ex);
            }
        }
    }

    /**
     * Create the directory of a name that the user has chosen, exclusively. What a dead owner left is removed first.
     *
     * @param shmName value of {@code COBRE_SHM_NAME}: a slash and one path component.
     * @return the directory, owned by this process.
     * @throws BackendException if the name is in use, naming its owner.
     */
    public static RunDirectory create(final String shmName)
    {
        checkUnused(shmName, temporary(shmName));
        return named(shmName, locate(shmName));
    }

    /**
     * As {@link #create(String)}, in the temporary folder.
     */
    static RunDirectory createTemporary(final String shmName)
    {
        return named(shmName, temporary(shmName));
    }

    /**
     * Where the directory of a name is when shared memory is too small for the run.
     */
    static Path temporary(final String shmName)
    {
        return temporary().resolve(locate(shmName).getFileName());
    }

    private static void checkUnused(final String shmName, final Path path)
    {
        if (Files.exists(path.resolve(LOCK)) && !RunDirectoryReaper.reap(path))
        {
            throw inUse(shmName, path);
        }
    }

    private static BackendException inUse(final String shmName, final Path path)
    {
        final BackendException failure = failure(path, shmName + " is in use by process " + owner(path), null);
        failure.suggest("choose another COBRE_SHM_NAME, or end that process");
        return failure;
    }

    private static RunDirectory named(final String shmName, final Path path)
    {
        try
        {
            try
            {
                return claim(path);
            }
            catch (final FileAlreadyExistsException ex)
            {
                if (!RunDirectoryReaper.reap(path))
                {
                    throw inUse(shmName, path);
                }
                return claim(path);
            }
        }
        catch (final IOException ex)
        {
            throw failure(path, ex.toString(), ex);
        }
    }

    /**
     * Where the directory of a name is or would be.
     *
     * @param shmName value of {@code COBRE_SHM_NAME}.
     * @return the path, whether it exists or not.
     */
    public static Path locate(final String shmName)
    {
        if (!NAME.matcher(shmName).matches() || shmName.startsWith("/."))
        {
            throw new CobreException(
                EngineErrorKind.INCOMPATIBLE_SETTINGS,
                "COBRE_SHM_NAME is '" + shmName + "': it must be a slash and 1 to 48 of A-Z a-z 0-9 . _ -")
                .with("requested", shmName)
                .suggest("for example COBRE_SHM_NAME=/cobre_comm_1");
        }
        return base().resolve(shmName.substring(1));
    }

    /**
     * Remove a run directory whose owner has died, as its ranks do when they have lost the coordinator.
     *
     * @param path of the directory.
     * @return true if it is gone.
     */
    public static boolean removeOrphan(final Path path)
    {
        return RunDirectoryReaper.reap(path);
    }

    /**
     * Remove every run directory that this process holds, for a process that is about to halt and can close nothing
     * any more.
     */
    public static void removeHeld()
    {
        HELD.forEach(RunDirectoryReaper::delete);
    }

    /**
     * Where it is.
     *
     * @return absolute path.
     */
    public Path path()
    {
        return path;
    }

    /**
     * Its name as {@code COBRE_SHM_NAME} wants it.
     *
     * @return a slash and the file name.
     */
    public String shmName()
    {
        return "/" + path.getFileName();
    }

    /**
     * Identifier of the run: the name of the directory without our prefix.
     *
     * @return for example {@code 0f3c...}.
     */
    public String runId()
    {
        final String name = path.getFileName().toString();
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /**
     * Socket file of the coordinator in a run directory.
     *
     * @param runDirectory path.
     * @return at most {@link ControlAddress#MAX_PATH_LENGTH} bytes, else an error.
     */
    public static ControlAddress controlSocket(final Path runDirectory)
    {
        return ControlAddress.unix(runDirectory.resolve("control.sock"));
    }

    /**
     * Remove everything and let go of the lock. Idempotent.
     */
    @Override
    public synchronized void close()
    {
        if (isClosed)
        {
            return;
        }
        isClosed = true;
        try
        {
            RunDirectoryReaper.delete(path);
        }
        finally
        {
            HELD.remove(path);
            closeQuietly(lock);
        }
    }

    static Path base()
    {
        final Path memory = Path.of("/dev/shm");
        return Files.isDirectory(memory) && Files.isWritable(memory) ? memory : temporary();
    }

    static Path temporary()
    {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }

    static void closeQuietly(final AutoCloseable resource)
    {
        try
        {
            resource.close();
        }
        catch (final Exception ignore)
        {
            // nobody uses it any more
        }
    }

    private static RunDirectory claim(final Path path) throws IOException
    {
        Files.createDirectory(path, PRIVATE);
        HELD.add(path);
        try
        {
            final Path unnamed = path.resolve(LOCK + ".new");
            final FileChannel channel = FileChannel.open(
                unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null)
            {
                throw new IOException("the lock of a new directory is taken: " + path);
            }
            channel.write(ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            Files.move(unnamed, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            return new RunDirectory(path, channel);
        }
        catch (final IOException ex)
        {
            HELD.remove(path);
            RunDirectoryReaper.delete(path);
            throw ex;
        }
    }

    private static String owner(final Path path)
    {
        try
        {
            return Files.readString(path.resolve(LOCK), StandardCharsets.US_ASCII).trim();
        }
        catch (final IOException ex)
        {
            return "unknown";
        }
    }

    private static boolean isPosix()
    {
        return Files.getFileAttributeView(
            base(), java.nio.file.attribute.PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }

    private static BackendException failure(final Path path, final String detail, final Exception cause)
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "run directory: " + detail, cause);
        failure.with("operation", "create run directory").with("detail", detail).with("path", path.toString());
        return failure;
    }
}
