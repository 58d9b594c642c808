package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts of examples/launch give the bits of one process.
 */
@Tag("slow")
class LaunchScriptsTest
{
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
    private LaunchScripts scripts;

    @BeforeEach
    void setUp() throws IOException
    {
        scripts = new LaunchScripts(folder);
    }

    @Test
    void shouldRunInSharedMemory() throws Exception
    {
        scripts.check(3, LaunchScripts.ended(scripts.start(List.of(), "shm-one-host.sh", "3", LaunchScripts.CASE)));
    }

    @Test
    void shouldRunOnTheNetwork() throws Exception
    {
        final String coordinator = "127.0.0.1:" + unusedPort();
        final List<String> variables = List.of("COBRE_COMM_SECRET=between us");
        final String script = "tcp-several-hosts.sh";
        try (CobreProcess other = scripts.start(variables, script, "1", "2", coordinator, LaunchScripts.CASE))
        {
            scripts.check(2, LaunchScripts.ended(
                scripts.start(variables, script, "0", "2", coordinator, LaunchScripts.CASE)));
            assertEquals(0, other.exitCode(), other.err());
            assertEquals("", other.out());
        }
    }

    @Test
    void shouldRunUnderOpenMpi() throws Exception
    {
        Assumptions.assumeTrue(isOnPath("mpirun"), "mpirun is not installed: apt-get install openmpi-bin");
        scripts.check(2, LaunchScripts.ended(scripts.start(List.of(), "mpirun.sh", "2", LaunchScripts.CASE)));
    }

    @ParameterizedTest
    @CsvSource({"shm", "tcp"})
    void shouldRunUnderTheLauncherOfAnyProgram(final String backend) throws Exception
    {
        scripts.check(2, LaunchScripts.ended(CobreProcess.startCommand(List.of(
            scripts.launcher().toString(), "launch", "-n", "2", "--backend", backend, "--",
            scripts.launcher().toString(), "run", LaunchScripts.CASE, "--output", scripts.output().toString(),
            "--format", "json"))));
    }

    @Test
    void shouldRunUnderSlurm() throws Exception
    {
        scripts.script("srun", FAKE_SRUN);
        final String path = "PATH=" + folder + ":" + System.getenv("PATH");
        scripts.check(2, LaunchScripts.ended(scripts.start(List.of(path), "srun.sh", "2", LaunchScripts.CASE)));
    }

    private static boolean isOnPath(final String program)
    {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch((entry) ->
            Files.isExecutable(Path.of(entry, program)));
    }

    static int unusedPort() throws IOException
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            return socket.getLocalPort();
        }
    }
}
