package io.cobre.bench.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The command line as a child process, with everything that it prints.
 */
final class CobreProcess implements AutoCloseable
{
    private static final long LIMIT_SECONDS = 180;
    private static final Pattern RUN_DIRECTORY = Pattern.compile("=(/[^\\x00]*/cobre_comm_[0-9a-f]{16})");

    private final Path folder;
    private final Process process;

    private CobreProcess(final Path folder, final Process process)
    {
        this.folder = folder;
        this.process = process;
    }

    static CobreProcess start(final String... arguments) throws IOException
    {
        return start(List.of(), arguments);
    }

    static CobreProcess start(final List<String> javaOptions, final String... arguments) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.net.preferIPv4Stack=true"));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.cobre.solver.cli.Main"));
        command.addAll(List.of(arguments));
        return startCommand(command);
    }

    static CobreProcess startCommand(final List<String> command) throws IOException
    {
        final Path folder = Files.createTempDirectory("cobre-test");
        final Process process = new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
        process.getOutputStream().close();
        return new CobreProcess(folder, process);
    }

    Process process()
    {
        return process;
    }

    String out() throws IOException
    {
        return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    }

    String err() throws IOException
    {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    int exitCode() throws IOException, InterruptedException
    {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
        {
            throw new IllegalStateException("no end within " + LIMIT_SECONDS + " s: " + out() + err());
        }
        return process.exitValue();
    }

    /**
     * The response of {@code --format json}.
     *
     * @return the one object on stdout.
     */
    JsonNode json() throws IOException, InterruptedException
    {
        exitCode();
        final List<String> lines = out().lines().toList();
        if (lines.size() != 1)
        {
            throw new IllegalStateException("not one line but " + lines + "\n" + err());
        }
        return new ObjectMapper().readTree(lines.get(0));
    }

    /**
     * Wait for the end.
     *
     * @return the most memory that the process had resident, KiB; 0 where the system does not tell.
     */
    long peakKilobytes() throws InterruptedException
    {
        final Path status = Path.of("/proc/" + process.pid() + "/status");
        final AtomicLong peak = new AtomicLong();
        await(() ->
        {
            peak.accumulateAndGet(peakKilobytes(status), Math::max);
            return !process.isAlive();
        });
        return peak.get();
    }

    private static long peakKilobytes(final Path status)
    {
        try (Stream<String> lines = Files.lines(status))
        {
            return lines.filter((line) -> line.startsWith("VmHWM:"))
                .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", ""))).max().orElse(0L);
        }
        catch (final IOException | UncheckedIOException ex)
        {
            return 0L;
        }
    }

    /**
     * The processes of the workers, by rank.
     *
     * @param count of workers that are to be there.
     * @return their handles.
     */
    List<ProcessHandle> workers(final int count) throws InterruptedException
    {
        await(() -> findWorkers().size() == count);
        return findWorkers();
    }

    /**
     * Run directory of a worker, from its environment.
     */
    static Path runDirectory(final ProcessHandle worker) throws IOException
    {
        final Path environment = Path.of("/proc/" + worker.pid() + "/environ");
        Assumptions.assumeTrue(Files.exists(environment), "no /proc here to look a process up");
        final Matcher matcher = RUN_DIRECTORY.matcher(Files.readString(environment));
        Assertions.assertTrue(matcher.find(), "a worker knows its run directory");
        return Path.of(matcher.group(1));
    }

    void await(final BooleanSupplier condition) throws InterruptedException
    {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean())
        {
            if (System.nanoTime() > deadline)
            {
                throw new IllegalStateException("waited too long; is the process alive: " + process.isAlive());
            }
            Thread.sleep(20);
        }
    }

    boolean hasPrinted(final String text)
    {
        try
        {
            return out().contains(text);
        }
        catch (final IOException ex)
        {
            return false;
        }
    }

    private List<ProcessHandle> findWorkers()
    {
        return process.descendants()
            .filter((handle) -> rank(handle) >= 0)
            .sorted(Comparator.comparingInt(CobreProcess::rank))
            .toList();
    }

    private static int rank(final ProcessHandle handle)
    {
        final List<String> arguments = List.of(handle.info().arguments().orElse(new String[0]));
        final int marker = arguments.indexOf("--rank");
        return marker < 0 ? -1 : Integer.parseInt(arguments.get(marker + 1));
    }

    @Override
    public void close() throws IOException
    {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(folder))
        {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(file);
            }
        }
    }
}
