package io.cobre.engine.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much processor time the control groups of this process grant it: the least of its own and those above it.
 */
final class CpuQuota
{
    /** No limit. */
    static final double NONE = Double.POSITIVE_INFINITY;

    private CpuQuota()
    {
    }

    /**
     * Read it.
     *
     * @param root of the file system.
     * @return cores, a fraction among others; {@link #NONE} without a limit.
     */
    static double cores(final Path root)
    {
        final Path mount = root.resolve("sys/fs/cgroup");
        double least = NONE;
        for (final String line : lines(root.resolve("proc/self/cgroup")))
        {
            final String[] parts = line.split(":", 3);
            if (parts.length < 3)
            {
                continue;
            }
            if (parts[1].isEmpty())
            {
                least = Math.min(least, least(mount, parts[2], CpuQuota::unified));
                least = Math.min(least, least(mount.resolve("unified"), parts[2], CpuQuota::unified));
            }
            else if (List.of(parts[1].split(",")).contains("cpu"))
            {
                least = Math.min(least, least(mount.resolve("cpu"), parts[2], CpuQuota::legacy));
                least = Math.min(least, least(mount.resolve(parts[1]), parts[2], CpuQuota::legacy));
            }
        }
        return least;
    }

    /**
     * Inside a container the path may be the host's and not be there; the mount is then the group's own.
     */
    private static double least(final Path mount, final String path, final ToDoubleFunction<Path> quota)
    {
        double least = NONE;
        Path group = mount.resolve(path.replaceFirst("^/+", "")).normalize();
        while (group != null && group.startsWith(mount))
        {
            least = Math.min(least, quota.applyAsDouble(group));
            group = group.getParent();
        }
        return Math.min(least, quota.applyAsDouble(mount));
    }

    private static double unified(final Path group)
    {
        final String[] words = String.join(" ", lines(group.resolve("cpu.max"))).trim().split("\\s+");
        return words.length == 2 ? ratio(words[0], words[1]) : NONE;
    }

    private static double legacy(final Path group)
    {
        return ratio(
            String.join(" ", lines(group.resolve("cpu.cfs_quota_us"))),
            String.join(" ", lines(group.resolve("cpu.cfs_period_us"))));
    }

    private static double ratio(final String quota, final String period)
    {
        final long quotaUs = Numbers.parse(quota);
        final long periodUs = Numbers.parse(period);
        return quotaUs > 0 && periodUs > 0 ? (double) quotaUs / periodUs : NONE;
    }

    private static List<String> lines(final Path file)
    {
        try
        {
            return Files.readAllLines(file);
        }
        catch (final IOException ex)
        {
            return List.of();
        }
    }
}
