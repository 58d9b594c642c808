package io.cobre.engine.profile;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads what the kernel tells of the machine.
 */
final class HostProbe
{
    /**
     * Room in a file system.
     *
     * @param bytes     size; -1 if there is none.
     * @param freeBytes free space; -1 if there is none.
     */
    record Space(long bytes, long freeBytes)
    {
    }

    private static final String ALLOWED = "Cpus_allowed_list:";

    private final Path root;
    private final Function<Path, Space> spaceOf;

    /**
     * A probe.
     *
     * @param root    of the file system.
     * @param spaceOf tells the room in a directory.
     */
    HostProbe(final Path root, final Function<Path, Space> spaceOf)
    {
        this.root = root;
        this.spaceOf = spaceOf;
    }

    HostResources read()
    {
        final List<Integer> usable = IntStream.range(0, Runtime.getRuntime().availableProcessors()).boxed().toList();
        final List<Integer> allowed = allowed(usable);
        final int online = Math.max(
            allowed.size(), list(text("sys/devices/system/cpu/online"), allowed).size());
        final Space shm = spaceOf.apply(root.resolve("dev/shm"));
        return new HostResources(
            online,
            siblingsLast(allowed),
            CpuQuota.cores(root),
            shm.bytes(),
            shm.freeBytes(),
            Numbers.parse(text("proc/sys/net/core/rmem_max")),
            Numbers.parse(text("proc/sys/net/core/wmem_max")));
    }

    static Space space(final Path directory)
    {
        try
        {
            if (Files.isDirectory(directory))
            {
                final FileStore store = Files.getFileStore(directory);
                return new Space(store.getTotalSpace(), store.getUsableSpace());
            }
        }
        catch (final IOException ignore)
        {
            // as if it were not there
        }
        return new Space(Numbers.UNKNOWN, Numbers.UNKNOWN);
    }

    private List<Integer> allowed(final List<Integer> unknown)
    {
        final String line = text("proc/self/status").lines()
            .filter((candidate) -> candidate.startsWith(ALLOWED))
            .findFirst()
            .orElse(ALLOWED);
        return list(line.substring(ALLOWED.length()), unknown);
    }

    private List<Integer> siblingsLast(final List<Integer> cores)
    {
        final List<Integer> ordered = new ArrayList<>(cores.stream().filter((core) -> isFirstThread(core)).toList());
        cores.stream().filter((core) -> !ordered.contains(core)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private boolean isFirstThread(final int core)
    {
        final List<Integer> alone = List.of(core);
        return list(text("sys/devices/system/cpu/cpu" + core + "/topology/thread_siblings_list"), alone).get(0) == core;
    }

    private static List<Integer> list(final String text, final List<Integer> unknown)
    {
        try
        {
            final List<Integer> cores = CpuList.parse(text);
            return cores.isEmpty() ? unknown : cores;
        }
        catch (final IllegalArgumentException ex)
        {
            return unknown;
        }
    }

    private String text(final String path)
    {
        try
        {
            return Files.readString(root.resolve(path));
        }
        catch (final IOException ex)
        {
            return "";
        }
    }
}
