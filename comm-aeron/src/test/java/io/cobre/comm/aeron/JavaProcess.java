package io.cobre.comm.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM with the class path of this one; killed at the latest when the test ends.
 */
final class JavaProcess implements AutoCloseable
{
    private final Process process;

    JavaProcess(final Class<?> main, final String... args) throws IOException
    {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Djava.net.preferIPv4Stack=true",
            "-cp", System.getProperty("java.class.path"),
            main.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    }

    /**
     * SIGTERM.
     */
    void terminate()
    {
        process.destroy();
    }

    /**
     * SIGKILL.
     */
    void kill()
    {
        process.destroyForcibly();
    }

    /**
     * SIGSTOP.
     */
    void stop()
    {
        try
        {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().onExit().join();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    boolean isAlive()
    {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException
    {
        if (!process.waitFor(60, TimeUnit.SECONDS))
        {
            throw new AssertionError("process " + process.pid() + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close()
    {
        process.destroyForcibly().onExit().join();
    }
}
