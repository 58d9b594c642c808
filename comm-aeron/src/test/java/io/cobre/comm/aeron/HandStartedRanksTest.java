package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.control.RandomIds;
import io.cobre.engine.control.RunDirectory;
import io.cobre.engine.launch.LaunchSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ranks without a launcher: rank 0 hosts the group, the others find it by name or address.
 */
class HandStartedRanksTest
{
    private final String name = "/cobre_comm_" + String.format("%016x", RandomIds.next());
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path logs;

    @AfterEach
    void shouldLeaveNothingBehind()
    {
        processes.forEach((process) -> process.destroyForcibly().onExit().join());
        assertFalse(Files.exists(RunDirectory.locate(name)), name);
    }

    @Test
    void shouldMeetUnderTheNameInSharedMemory() throws IOException, InterruptedException
    {
        for (final int rank : new int[]{2, 0, 1})
        {
            start(Map.of("COBRE_SHM_NAME", name, "COBRE_SHM_RANK", "" + rank, "COBRE_SHM_SIZE", "3"));
        }
        assertExitCodes(33);
    }

    @Test
    void shouldMeetAtTheCoordinator() throws IOException, InterruptedException
    {
        final String coordinator = "127.0.0.1:" + unusedPort();
        for (final int rank : new int[]{1, 0})
        {
            start(Map.of(
                "COBRE_TCP_COORDINATOR", coordinator,
                "COBRE_TCP_RANK", "" + rank,
                "COBRE_TCP_SIZE", "2",
                "COBRE_COMM_SECRET", "between us"));
        }
        assertExitCodes(21);
    }

    @Test
    void shouldWaitForANameAndACoordinatorThatAreLate() throws IOException, InterruptedException
    {
        final Path hosts = Files.createFile(logs.resolve("hosts"));
        final Path security = Files.writeString(
            logs.resolve("security"), "networkaddress.cache.negative.ttl=0\n");
        final int port = unusedPort();
        start(Map.of(
            "JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts + " -Djava.security.properties=" + security,
            "COBRE_TCP_COORDINATOR", "rank-0.test:" + port,
            "COBRE_TCP_RANK", "1",
            "COBRE_TCP_SIZE", "2"));
        Thread.sleep(1500);
        Files.writeString(hosts, "127.0.0.1 rank-0.test\n");
        Thread.sleep(300);
        start(Map.of("COBRE_TCP_COORDINATOR", "127.0.0.1:" + port, "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2"));
        assertExitCodes(21);
    }

    @Test
    void shouldNameTheHostThatStaysUnknown() throws IOException, InterruptedException
    {
        start(Map.of(
            "COBRE_TCP_COORDINATOR", "nobody.invalid",
            "COBRE_TCP_RANK", "1",
            "COBRE_TCP_SIZE", "2",
            "COBRE_TCP_CONNECT_TIMEOUT_MS", "700"));
        assertExitCodes(1);
        assertTrue(stderr(0).contains("within 700 ms: unknown host nobody.invalid"), stderr(0));
    }

    @Test
    void shouldTakeRankAndSizeFromTheScheduler() throws IOException, InterruptedException
    {
        for (int rank = 0; rank < 2; rank++)
        {
            start(Map.of(
                "COBRE_SHM_NAME", name,
                "OMPI_COMM_WORLD_RANK", "" + rank,
                "OMPI_COMM_WORLD_SIZE", "2"));
        }
        assertExitCodes(21);
    }

    @Test
    void shouldRefuseAWrongSecretOnBothSides() throws IOException, InterruptedException
    {
        final String coordinator = "127.0.0.1:" + unusedPort();
        for (int rank = 0; rank < 2; rank++)
        {
            start(Map.of(
                "COBRE_TCP_COORDINATOR", coordinator,
                "COBRE_TCP_RANK", "" + rank,
                "COBRE_TCP_SIZE", "2",
                "COBRE_TCP_CONNECT_TIMEOUT_MS", "3000",
                "COBRE_COMM_SECRET", "secret " + rank));
        }
        assertExitCodes(1);
        assertTrue(stderr(1).contains("wrong secret"), stderr(1));
        assertTrue(stderr(0).contains("did not join within 3000 ms: 1"), stderr(0));
        assertTrue(stderr(0).contains("wrong secret"), stderr(0));
        assertFalse((stderr(0) + stderr(1)).contains("secret 1"), "a secret is never printed");
        assertFalse((stderr(0) + stderr(1)).contains("secret 0"), "a secret is never printed");
    }

    @Test
    void shouldPublishThePortThatTheSystemHasChosen() throws IOException, InterruptedException
    {
        start(Map.of("COBRE_TCP_COORDINATOR", "127.0.0.1:0", "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2"));
        final String sentence = "the coordinator listens on ";
        while (!stderr(0).contains(sentence) || !stderr(0).endsWith("\n"))
        {
            assertTrue(processes.get(0).isAlive(), stderr(0));
            Thread.sleep(20);
        }
        final String text = stderr(0);
        start(Map.of(
            "COBRE_TCP_COORDINATOR", text.substring(text.indexOf(sentence) + sentence.length()).strip(),
            "COBRE_TCP_RANK", "1",
            "COBRE_TCP_SIZE", "2"));
        assertExitCodes(21);
    }

    @Test
    void shouldNotListenBeyondLoopbackUnasked() throws IOException, InterruptedException
    {
        start(Map.of("COBRE_TCP_COORDINATOR", "192.0.2.7", "COBRE_TCP_RANK", "0", "COBRE_TCP_SIZE", "2"));
        assertExitCodes(1);
        assertTrue(stderr(0).contains("is not a loopback address"), stderr(0));
        assertTrue(stderr(0).contains("COBRE_TCP_BIND_ADDR"), stderr(0));
    }

    @Test
    void shouldRefuseANameInUse() throws IOException, InterruptedException
    {
        try (RunDirectory owned = RunDirectory.create(name))
        {
            assertTrue(Files.isDirectory(owned.path()));
            start(Map.of("COBRE_SHM_NAME", name, "COBRE_SHM_RANK", "0", "COBRE_SHM_SIZE", "2"));
            assertExitCodes(1);
        }
        assertTrue(stderr(0).contains("in use by process " + ProcessHandle.current().pid()), stderr(0));
    }

    private void start(final Map<String, String> variables) throws IOException
    {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LaunchSpec.JVM_FLAGS);
        command.add("-XX:TieredStopAtLevel=1");
        command.add(HandStartedProgram.class.getName());
        final int index = processes.size();
        final ProcessBuilder builder = new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(logs.resolve("err" + index).toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(variables);
        processes.add(builder.start());
    }

    private void assertExitCodes(final int expected) throws IOException, InterruptedException
    {
        for (int i = 0; i < processes.size(); i++)
        {
            assertTrue(processes.get(i).waitFor(60, TimeUnit.SECONDS), "process " + i + " does not end");
            assertEquals(expected, processes.get(i).exitValue(), stderr(i));
        }
    }

    private String stderr(final int index) throws IOException
    {
        return Files.readString(logs.resolve("err" + index));
    }

    private static int unusedPort() throws IOException
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()))
        {
            return socket.getLocalPort();
        }
    }
}
