package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A caller in a Java virtual machine of its own: what it chooses by its real environment (SS7.5), that it only watches
 * over its workers (SS1.2a), and that nothing is left in its folder for temporary files.
 */
class ParentTest extends LifecycleSuite
{
    @TempDir
    private Path temporary;

    @OnBothBackends
    void shouldOnlyWatchOverItsWorkers(final BackendKind backend) throws Exception
    {
        final String coordinator = backend == BackendKind.TCP ? "127.0.0.1:0" : "";
        assertEquals("[" + backend + ", " + backend + "] communicators 0 libraries 0", run(coordinator, 2));
        assertEquals(1, workers().runDirectories().size());
    }

    @Test
    void shouldCountWhatACallerUsesItself() throws Exception
    {
        assertEquals("[] communicators 1 libraries 1", run("", 1));
    }

    private String run(final String coordinator, final int workers) throws IOException, InterruptedException
    {
        final List<String> flags = List.of(
            "-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary);
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
            "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"),
            ParentProgram.class.getName(), VALLEY.toString(), output.toString(), "" + workers));
        command.addAll(flags);
        final Path out = output.resolve("out");
        final ProcessBuilder builder = new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
        builder.environment().put("COBRE_TCP_COORDINATOR", coordinator);
        final Process process = builder.start();
        try
        {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "no end");
        }
        finally
        {
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, process.exitValue(), Files.readString(out));
        try (Stream<Path> left = Files.list(temporary))
        {
            assertEquals(List.of(), left.toList());
        }
        return Files.readString(out).trim();
    }
}
