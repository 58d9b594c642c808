package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of examples/launch give the bits of one process.
 */
@Tag("slow")
class LaunchScriptsTest
{
    private static final Path EXAMPLES = Path.of(System.getProperty("cobre.root"), "examples");
    private static final String CASE = EXAMPLES.resolve("two-reservoirs").toString();
    private static final List<String> DIGESTS = List.of("policy_digest", "bounds_digest", "simulation");
    private static final String FAKE_SRUN = """
        #!/bin/sh
        size=1
        while :
        do
            case $1 in
                --ntasks=*) size=${1#--ntasks=} ;;
                -*) ;;
                *) break ;;
            esac
            shift
        done
        rank=0
        while [ "$rank" -lt "$size" ]
        do
            SLURM_PROCID=$rank SLURM_NTASKS=$size "$@" &
            rank=$((rank + 1))
        done
        wait
        """;

    @TempDir
    private Path folder;
    private Path launcher;

    @BeforeEach
    void setUp() throws IOException
    {
        launcher = script("cobre", "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") +
            "' --add-opens java.base/jdk.internal.misc=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1" +
            " -XX:-UsePerfData -Djava.net.preferIPv4Stack=true" +
            " -cp '" + System.getProperty("java.class.path") + "' io.cobre.solver.cli.Main \"$@\"\n");
    }

    @Test
    void shouldRunInSharedMemory() throws Exception
    {
        check(3, ended(start(List.of(), "shm-one-host.sh", "3", CASE)));
    }

    @Test
    void shouldRunOnTheNetwork() throws Exception
    {
        final String coordinator = "127.0.0.1:" + unusedPort();
        final List<String> variables = List.of("COBRE_COMM_SECRET=between us");
        try (CobreProcess other = start(variables, "tcp-several-hosts.sh", "1", "2", coordinator, CASE))
        {
            check(2, ended(start(variables, "tcp-several-hosts.sh", "0", "2", coordinator, CASE)));
            assertEquals(0, other.exitCode(), other.err());
            assertEquals("", other.out());
        }
    }

    @Test
    void shouldRunUnderOpenMpi() throws Exception
    {
        Assumptions.assumeTrue(isOnPath("mpirun"), "mpirun is not installed: apt-get install openmpi-bin");
        check(2, ended(start(List.of(), "mpirun.sh", "2", CASE)));
    }

    @Test
    void shouldRunUnderSlurm() throws Exception
    {
        script("srun", FAKE_SRUN);
        final String path = "PATH=" + folder + ":" + System.getenv("PATH");
        check(2, ended(start(List.of(path), "srun.sh", "2", CASE)));
    }

    private void check(final int ranks, final JsonNode data) throws Exception
    {
        final JsonNode alone = ended(CobreProcess.startCommand(List.of(
            launcher.toString(), "run", CASE, "--num-workers", "1", "--output", folder.resolve("alone").toString(),
            "--format", "json")));
        for (final String digest : DIGESTS)
        {
            assertFalse(alone.path(digest).isMissingNode(), alone.toString());
            assertEquals(alone.get(digest), data.get(digest));
        }
        assertEquals(ranks, data.get("workers").size(), data.toString());
    }

    private CobreProcess start(final List<String> variables, final String name, final String... arguments)
        throws IOException
    {
        final List<String> command = new ArrayList<>(List.of("env", "COBRE=" + launcher));
        command.addAll(variables);
        command.add(EXAMPLES.resolve("launch").resolve(name).toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--output", folder.resolve("output").toString(), "--format", "json"));
        return CobreProcess.startCommand(command);
    }

    private static JsonNode ended(final CobreProcess started) throws IOException, InterruptedException
    {
        try (CobreProcess process = started)
        {
            assertEquals(0, process.exitCode(), process.err());
            return process.json().get("data");
        }
    }

    private Path script(final String name, final String text) throws IOException
    {
        final Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static boolean isOnPath(final String program)
    {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch((entry) ->
            Files.isExecutable(Path.of(entry, program)));
    }

    private static int unusedPort() throws IOException
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            return socket.getLocalPort();
        }
    }
}
