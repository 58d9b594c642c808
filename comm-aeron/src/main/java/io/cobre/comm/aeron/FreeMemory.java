package io.cobre.comm.aeron;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes that files in a directory may still take: free space of its file store and, where that is memory, what the
 * control group leaves.
 */
final class FreeMemory
{
    private static final Path CGROUP = Path.of("/sys/fs/cgroup");

    private FreeMemory()
    {
    }

    static long availableBytes(final Path directory)
    {
        try
        {
            final FileStore store = Files.getFileStore(directory);
            final long space = store.getUsableSpace();
            return "tmpfs".equals(store.type()) ? Math.min(space, cgroupBytes(CGROUP)) : space;
        }
        catch (final IOException ex)
        {
            throw new java.io.UncheckedIOException("cannot ask the free space of " + directory, ex);
        }
    }

    /**
     * What a control group leaves: its limit less the memory that cannot be reclaimed.
     *
     * @param root where the control group is mounted.
     * @return bytes, {@link Long#MAX_VALUE} without a limit.
     */
    static long cgroupBytes(final Path root)
    {
        final long unified = left(root.resolve("memory.max"), root.resolve("memory.stat"), "anon", "shmem");
        final Path legacy = root.resolve("memory");
        return Math.min(unified, left(
            legacy.resolve("memory.limit_in_bytes"), legacy.resolve("memory.stat"), "total_rss", "total_shmem"));
    }

    private static long left(final Path limitFile, final Path statFile, final String... usedKeys)
    {
        try
        {
            final String limit = Files.readString(limitFile).trim();
            if ("max".equals(limit))
            {
                return Long.MAX_VALUE;
            }
            return Math.max(0, Long.parseLong(limit) - used(Files.readAllLines(statFile), List.of(usedKeys)));
        }
        catch (final IOException | NumberFormatException ignore)
        {
            return Long.MAX_VALUE;
        }
    }

    private static long used(final List<String> lines, final List<String> keys)
    {
        long sum = 0;
        for (final String line : lines)
        {
            final int space = line.indexOf(' ');
            if (space > 0 && keys.contains(line.substring(0, space)))
            {
                sum += Long.parseLong(line.substring(space + 1).trim());
            }
        }
        return sum;
    }
}
