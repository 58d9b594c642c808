package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts of examples/launch with a launcher that runs the classes under test.
 */
final class LaunchScripts
{
    static final Path EXAMPLES = Path.of(System.getProperty("cobre.root"), "examples");
    static final String CASE = EXAMPLES.resolve("two-reservoirs").toString();

    private static final List<String> DIGESTS = List.of("policy_digest", "bounds_digest", "simulation");

    private final Path folder;
    private final Path launcher;

    LaunchScripts(final Path folder) throws IOException
    {
        this.folder = folder;
        launcher = script("cobre", "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") +
            "' --add-opens java.base/jdk.internal.misc=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1" +
            " -XX:-UsePerfData -Djava.net.preferIPv4Stack=true" +
            " -cp '" + System.getProperty("java.class.path") + "' io.cobre.solver.cli.Main \"$@\"\n");
    }

    Path script(final String name, final String text) throws IOException
    {
        final Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    Path launcher()
    {
        return launcher;
    }

    Path output()
    {
        return folder.resolve("output");
    }

    CobreProcess start(final List<String> variables, final String name, final String... arguments) throws IOException
    {
        return startThrough(List.of(), variables, name, arguments);
    }

    /**
     * Start a script as the last argument of another command.
     */
    CobreProcess startThrough(
        final List<String> prefix, final List<String> variables, final String name, final String... arguments)
        throws IOException
    {
        final List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("env", "COBRE=" + launcher));
        command.addAll(variables);
        command.add(EXAMPLES.resolve("launch").resolve(name).toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--output", output().toString(), "--format", "json"));
        return CobreProcess.startCommand(command);
    }

    /**
     * What one process gives.
     */
    JsonNode alone() throws Exception
    {
        return ended(CobreProcess.startCommand(List.of(
            launcher.toString(), "run", CASE, "--num-workers", "1", "--output", folder.resolve("alone").toString(),
            "--format", "json")));
    }

    void check(final int ranks, final JsonNode data) throws Exception
    {
        final JsonNode alone = alone();
        for (final String digest : DIGESTS)
        {
            assertFalse(alone.path(digest).isMissingNode(), alone.toString());
            assertEquals(alone.get(digest), data.get(digest));
        }
        assertEquals(ranks, data.get("workers").size(), data.toString());
    }

    static JsonNode ended(final CobreProcess started) throws IOException, InterruptedException
    {
        try (CobreProcess process = started)
        {
            assertEquals(0, process.exitCode(), process.err());
            return process.json().get("data");
        }
    }
}
