package io.cobre.bench.lifecycle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees the workers below this process: who they are, where they meet, when they end.
 */
final class WorkerWatch implements AutoCloseable
{
    private static final Pattern RUN_DIRECTORY = Pattern.compile("(?:^|\\x00)COBRE_RUN_DIR=([^\\x00]+)");
    private static final Pattern MARKER = Pattern.compile("\\x00worker\\x00--rank\\x00([0-9]+)(?:\\x00|$)");

    private final Map<Integer, ProcessHandle> workers = new ConcurrentSkipListMap<>();
    private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
    private final Set<Path> runDirectories = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "worker-watch");
    private volatile boolean isClosed;

    WorkerWatch()
    {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The workers that have been seen, by rank.
     */
    List<ProcessHandle> workers()
    {
        return List.copyOf(workers.values());
    }

    /**
     * The process of a rank.
     *
     * @return null if it has not been seen.
     */
    ProcessHandle worker(final int rank)
    {
        return workers.get(rank);
    }

    Set<Path> runDirectories()
    {
        return Set.copyOf(runDirectories);
    }

    /**
     * How long after the first end the last one came.
     */
    long endsWithinNs()
    {
        final var summary = ends.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    /**
     * What {@code worker --rank R} in its command line says.
     *
     * @param pid of a process.
     * @return -1 if it is no worker.
     */
    static int rank(final long pid)
    {
        final Matcher marker = MARKER.matcher(read(pid, "cmdline"));
        return marker.find() ? Integer.parseInt(marker.group(1)) : -1;
    }

    private void run()
    {
        while (!isClosed)
        {
            ProcessHandle.current().descendants().filter((child) -> !workers.containsValue(child)).forEach(this::look);
            try
            {
                Thread.sleep(2);
            }
            catch (final InterruptedException ex)
            {
                return;
            }
        }
    }

    private void look(final ProcessHandle child)
    {
        final int rank = rank(child.pid());
        final Matcher directory = RUN_DIRECTORY.matcher(read(child.pid(), "environ"));
        if (rank >= 0 && directory.find())
        {
            runDirectories.add(Path.of(directory.group(1)));
            workers.put(rank, child);
            child.onExit().thenRun(() -> ends.put(rank, System.nanoTime()));
        }
    }

    private static String read(final long pid, final String name)
    {
        try
        {
            return Files.readString(Path.of("/proc", Long.toString(pid), name), StandardCharsets.ISO_8859_1);
        }
        catch (final IOException ex)
        {
            return "";
        }
    }

    @Override
    public void close()
    {
        isClosed = true;
        thread.interrupt();
    }
}
