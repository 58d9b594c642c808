package io.cobre.solver.output;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.files.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where a rank writes the tables of its scenarios so that all of them end up in the folder of rank 0: straight into it
 * if this rank sees it, else into a folder of its own, whose files are sent when all are written.
 */
public final class TableFolder implements AutoCloseable
{
    private static final int PATH_LENGTH = 2048;
    private static final int ROOT = 0;

    private final Communicator communicator;
    private final Path shared;
    private final Path own;

    private TableFolder(final Communicator communicator, final Path shared, final Path own)
    {
        this.communicator = communicator;
        this.shared = shared;
        this.own = own;
    }

    /**
     * Find out what this rank sees; collective.
     *
     * @param communicator of the group.
     * @param chosen       by rank 0, may be null for no tables; ignored on the others.
     * @return to be closed when the tables have been gathered, or will never be.
     * @throws CobreIOException of kind OutputNotFound if a file cannot be written.
     */
    public static TableFolder of(final Communicator communicator, final Path chosen)
    {
        return of(communicator, chosen, Files::exists);
    }

    static TableFolder of(final Communicator communicator, final Path chosen, final Predicate<Path> sees)
    {
        final boolean isRoot = communicator.rank() == ROOT;
        final Path probe = isRoot && chosen != null ? writeProbe(chosen.toAbsolutePath()) : null;
        try
        {
            final String told = broadcast(communicator, probe == null ? "" : probe.toString());
            if (told.isEmpty())
            {
                return new TableFolder(communicator, null, null);
            }
            final boolean isShared = isRoot || sees.test(Path.of(told));
            communicator.barrier();
            return new TableFolder(communicator, Path.of(told).getParent(), isShared ? null : temporary());
        }
        finally
        {
            if (probe != null)
            {
                AtomicFiles.deleteTree(probe);
            }
        }
    }

    /**
     * Where to write.
     *
     * @return null for no tables.
     */
    public Path path()
    {
        return own == null ? shared : own;
    }

    /**
     * Bring the files of all ranks into the folder of rank 0; collective, after the last table.
     *
     * @throws CobreIOException of kind OutputNotFound if a file cannot be read or written.
     */
    public void gather()
    {
        if (shared == null)
        {
            return;
        }
        try
        {
            final FilePacker packer = new FilePacker(own);
            while (exchange(packer.next()))
            {
                Thread.onSpinWait();
            }
        }
        catch (final IOException ex)
        {
            throw cannotWrite(path(), ex);
        }
    }

    /**
     * One package from every rank that has one.
     *
     * @return whether there was any.
     */
    private boolean exchange(final byte[] packed) throws IOException
    {
        final int[] counts = new int[communicator.size()];
        final int[] displacements = new int[counts.length];
        final int[] ones = new int[counts.length];
        Arrays.fill(ones, 1);
        Arrays.setAll(displacements, (rank) -> rank);
        communicator.allgatherv(new int[]{packed.length}, counts, ones, displacements);
        int total = 0;
        for (int rank = 0; rank < counts.length; rank++)
        {
            displacements[rank] = total;
            total = Math.addExact(total, counts[rank]);
        }
        if (total == 0)
        {
            return false;
        }
        final byte[] all = new byte[communicator.rank() == ROOT ? total : 0];
        communicator.gatherv(
            new UnsafeBuffer(packed), 0, packed.length,
            new UnsafeBuffer(all), 0, counts, displacements, ElementType.I8, ROOT);
        if (communicator.rank() == ROOT)
        {
            FilePacker.unpack(all, shared);
        }
        return true;
    }

    private static Path writeProbe(final Path folder)
    {
        final Path probe = folder.resolve(".probe-" + UUID.randomUUID());
        try
        {
            Files.createDirectories(folder);
            return Files.createFile(probe);
        }
        catch (final IOException ex)
        {
            throw cannotWrite(probe, ex);
        }
    }

    private static Path temporary()
    {
        try
        {
            return Files.createTempDirectory("cobre-tables-");
        }
        catch (final IOException ex)
        {
            throw cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), ex);
        }
    }

    private static String broadcast(final Communicator communicator, final String text)
    {
        final byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), PATH_LENGTH);
        communicator.broadcast(bytes, ROOT);
        return new String(bytes, StandardCharsets.UTF_8).trim();
    }

    private static CobreIOException cannotWrite(final Path path, final IOException cause)
    {
        return new CobreIOException(
            SolverErrorKind.OUTPUT_NOT_FOUND, "tables cannot be brought together in " + path + ": " + cause, path,
            cause);
    }

    @Override
    public void close()
    {
        if (own != null)
        {
            AtomicFiles.deleteTree(own);
        }
    }
}
