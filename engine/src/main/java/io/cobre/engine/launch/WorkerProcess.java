package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.control.RunDirectory;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * One spawned process. Its standard output and error are files in the run directory.
 */
final class WorkerProcess
{
    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 20;

    private final int rank;
    private final Path runDirectory;
    private final Process process;

    private WorkerProcess(final int rank, final Path runDirectory, final Process process)
    {
        this.rank = rank;
        this.runDirectory = runDirectory;
        this.process = process;
    }

    static WorkerProcess spawn(
        final LaunchSpec spec,
        final Pinning pinning,
        final RunDirectory directory,
        final String coordinator,
        final int rank)
    {
        final ProcessBuilder builder =
            new ProcessBuilder(pinning.command(rank, spec.commandLine(rank, directory.path())));
        final Map<String, String> environment = builder.environment();
        environment.putAll(spec.environment());
        RankEnvironment.RANK_VARIABLES.forEach(environment::remove);
        environment.remove(RankEnvironment.SECRET);
        environment.putAll(spec.javaEnvironment());
        environment.put(RankEnvironment.RUN_DIRECTORY, directory.path().toString());
        environment.put(RankEnvironment.BACKEND, spec.kind().id());
        final boolean isTcp = spec.kind() == BackendKind.TCP;
        if (isTcp)
        {
            environment.put(RankEnvironment.TCP_COORDINATOR, coordinator);
        }
        else
        {
            environment.put(RankEnvironment.SHM_NAME, directory.shmName());
        }
        environment.put(isTcp ? RankEnvironment.TCP_RANK : RankEnvironment.SHM_RANK, Integer.toString(rank));
        environment.put(
            isTcp ? RankEnvironment.TCP_SIZE : RankEnvironment.SHM_SIZE, Integer.toString(spec.size()));
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        if (spec.inheritsOutput())
        {
            builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        }
        else
        {
            builder.redirectOutput(stdout(directory.path(), rank).toFile());
            builder.redirectError(stderr(directory.path(), rank).toFile());
        }
        try
        {
            return new WorkerProcess(rank, directory.path(), builder.start());
        }
        catch (final IOException ex)
        {
            throw new CobreException(
                EngineErrorKind.INITIALIZATION_FAILED,
                "worker " + rank + " cannot be started: " + ex.getMessage(),
                ex).with("backend", spec.kind().id()).with("operation", "spawn").with("detail", ex.getMessage());
        }
    }

    static Path stdout(final Path runDirectory, final int rank)
    {
        return runDirectory.resolve("rank-" + rank + ".stdout");
    }

    static Path stderr(final Path runDirectory, final int rank)
    {
        return runDirectory.resolve("rank-" + rank + ".stderr");
    }

    int rank()
    {
        return rank;
    }

    long pid()
    {
        return process.pid();
    }

    void onExit(final IntConsumer consumer)
    {
        process.onExit().thenAccept((ended) -> consumer.accept(ended.exitValue()));
    }

    boolean isAlive()
    {
        return process.isAlive();
    }

    void terminate()
    {
        process.destroy();
    }

    void kill()
    {
        process.destroyForcibly();
    }

    /**
     * Wait for the end, whether this thread is interrupted or not.
     *
     * @param deadlineNs system nano time.
     * @return true if it has ended.
     */
    boolean awaitEnd(final long deadlineNs)
    {
        boolean isInterrupted = false;
        try
        {
            while (true)
            {
                try
                {
                    return process.waitFor(Math.max(0, deadlineNs - System.nanoTime()), TimeUnit.NANOSECONDS);
                }
                catch (final InterruptedException ex)
                {
                    isInterrupted = true;
                }
            }
        }
        finally
        {
            if (isInterrupted)
            {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<String> stderrTail()
    {
        final List<String> lines = tail(stderr(runDirectory, rank), TAIL_BYTES).lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    }

    static String tail(final Path file, final int maxBytes)
    {
        if (!Files.isRegularFile(file))
        {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r"))
        {
            final byte[] bytes = new byte[(int) Math.min(maxBytes, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        catch (final IOException ex)
        {
            return "";
        }
    }
}
