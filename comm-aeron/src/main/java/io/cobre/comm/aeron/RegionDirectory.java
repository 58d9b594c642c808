package io.cobre.comm.aeron;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.spi.RegionMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shared regions as files in the run directory. A file is filled by writing zeros: a full file system is an error of
 * the write then, not a signal at the first touch of a page.
 */
final class RegionDirectory implements AutoCloseable
{
    private static final int CHUNK = 1024 * 1024;
    private static final String OWNER_ONLY = "rw-------";

    private final Path directory;
    private final Set<String> created = new HashSet<>();

    RegionDirectory(final Path directory)
    {
        this.directory = directory;
    }

    /**
     * Create a region of zeros that belongs to this user alone.
     *
     * @param name  of the region in its run.
     * @param bytes above 0.
     * @return mapped.
     * @throws AllocationFailedException before anything is mapped, with requested and available bytes.
     */
    RegionMemory create(final String name, final long bytes)
    {
        final long available = Math.min(FreeMemory.availableBytes(directory), Integer.MAX_VALUE);
        if (bytes > available)
        {
            throw failed(bytes, available, "only " + available + " bytes are available in " + directory);
        }
        final Path file = file(name);
        final Path unfinished = file(name + ".new");
        try (FileChannel channel = FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))))
        {
            fill(channel, unfinished, bytes);
            Files.move(unfinished, file);
            created.add(name);
            return new MappedRegion(channel, file, bytes, true);
        }
        catch (final IOException ex)
        {
            throw failed(bytes, FreeMemory.availableBytes(directory), ex.getMessage());
        }
    }

    /**
     * Map a region that another rank has created.
     *
     * @param name  as created.
     * @param bytes as created.
     * @return mapped.
     * @throws AllocationFailedException if it is not there or has another size.
     */
    RegionMemory map(final String name, final long bytes)
    {
        final RegionMemory memory = find(name, bytes);
        if (null == memory)
        {
            throw failed(bytes, 0, "there is no " + file(name));
        }
        return memory;
    }

    /**
     * Map a region if another rank has created it yet; it appears with all its zeros or not at all.
     *
     * @param name  as created.
     * @param bytes as created.
     * @return mapped, or null.
     * @throws AllocationFailedException if it has another size.
     */
    RegionMemory find(final String name, final long bytes)
    {
        final Path file = file(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE))
        {
            if (bytes != channel.size())
            {
                throw failed(bytes, channel.size(), file + " has " + channel.size() + " bytes");
            }
            return new MappedRegion(channel, file, bytes, false);
        }
        catch (final NoSuchFileException ex)
        {
            return null;
        }
        catch (final IOException ex)
        {
            throw failed(bytes, 0, "cannot map " + ex.getMessage());
        }
    }

    long availableBytes()
    {
        return FreeMemory.availableBytes(directory);
    }

    boolean has(final String name)
    {
        return Files.exists(file(name));
    }

    /**
     * Remove the name of a region that this rank has created.
     */
    void remove(final String name)
    {
        try
        {
            created.remove(name);
            Files.deleteIfExists(file(name));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot remove " + file(name), ex);
        }
    }

    /**
     * Remove the names of all regions that this rank has created.
     */
    @Override
    public void close()
    {
        List.copyOf(created).forEach(this::remove);
    }

    private Path file(final String name)
    {
        return directory.resolve(name);
    }

    private static void fill(final FileChannel channel, final Path file, final long bytes) throws IOException
    {
        final ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, bytes));
        try
        {
            for (long left = bytes; left > 0; )
            {
                zeros.clear().limit((int) Math.min(zeros.capacity(), left));
                left -= channel.write(zeros);
            }
        }
        catch (final IOException ex)
        {
            Files.deleteIfExists(file);
            throw ex;
        }
    }

    private static AllocationFailedException failed(final long requested, final long available, final String detail)
    {
        final AllocationFailedException error = new AllocationFailedException(
            "a shared region of " + requested + " bytes cannot be had: " + detail);
        error.with("requested_bytes", requested).with("available_bytes", available);
        return error;
    }
}
