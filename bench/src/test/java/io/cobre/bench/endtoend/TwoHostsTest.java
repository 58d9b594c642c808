package io.cobre.bench.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hosts as network namespaces with a cable between them; the second one has shared memory and an output folder of
 * its own, too.
 */
@Tag("slow")
class TwoHostsTest
{
    private static final long PID = ProcessHandle.current().pid();
    private static final String[] HOSTS = {"cobre-a-" + PID, "cobre-b-" + PID};
    private static final String[] DEVICES = {"cva-" + PID, "cvb-" + PID};
    private static final String[] ADDRESSES = {"10.231.7.1", "10.231.7.2"};
    private static final String SECRET = "COBRE_COMM_SECRET=between us";
    private static final int RANKS = 4;
    private static final int SCENARIOS = 50;

    @TempDir
    private Path folder;
    private final List<CobreProcess> others = new ArrayList<>();

    @BeforeEach
    void connectTwoHosts() throws Exception
    {
        removeHosts();
        Assumptions.assumeTrue(
            run("ip", "netns", "add", HOSTS[0]) && run("ip", "netns", "add", HOSTS[1]) &&
            run("ip", "link", "add", DEVICES[0], "type", "veth", "peer", "name", DEVICES[1]) &&
            run("unshare", "-m", "true"),
            "no network namespaces here: they need root and the tools ip and unshare");
        for (int host = 0; host < HOSTS.length; host++)
        {
            run("ip", "link", "set", DEVICES[host], "netns", HOSTS[host]);
            run("ip", "-n", HOSTS[host], "addr", "add", ADDRESSES[host] + "/24", "dev", DEVICES[host]);
            run("ip", "-n", HOSTS[host], "link", "set", "lo", "up");
            run("ip", "-n", HOSTS[host], "link", "set", DEVICES[host], "up");
        }
    }

    @AfterEach
    void removeHosts() throws IOException, InterruptedException
    {
        for (final CobreProcess process : others)
        {
            process.close();
        }
        run("ip", "link", "delete", DEVICES[0]);
        for (final String host : HOSTS)
        {
            run("ip", "netns", "delete", host);
        }
    }

    @Test
    void shouldGiveTheBitsOfOneHostAndAllTables() throws Exception
    {
        final LaunchScripts scripts = new LaunchScripts(folder);
        Files.createDirectories(scripts.output());
        for (int rank = 1; rank < RANKS; rank++)
        {
            others.add(start(scripts, rank));
        }
        final JsonNode data = LaunchScripts.ended(start(scripts, 0));
        for (final CobreProcess other : others)
        {
            assertEquals(0, other.exitCode(), other.err());
            assertEquals("", other.out());
        }
        scripts.check(RANKS, data);
        for (final JsonNode worker : data.get("workers"))
        {
            assertEquals("tcp", worker.get("backend").asText());
        }
        try (Stream<Path> scenarios = Files.list(scripts.output().resolve("simulation/costs")))
        {
            assertEquals(SCENARIOS, scenarios.filter((path) -> Files.exists(path.resolve("data.parquet"))).count());
        }
    }

    /**
     * Ranks 0 and 1 on the first host, 2 and 3 on the second.
     */
    private CobreProcess start(final LaunchScripts scripts, final int rank) throws IOException
    {
        final int host = rank * HOSTS.length / RANKS;
        final List<String> prefix = new ArrayList<>(List.of("ip", "netns", "exec", HOSTS[host]));
        if (host > 0)
        {
            prefix.addAll(List.of("unshare", "-m", "sh", "-c",
                "mount -t tmpfs none /dev/shm && mount -t tmpfs none \"$1\" && shift && exec \"$@\"",
                "host", scripts.output().toString()));
        }
        return scripts.startThrough(
            prefix,
            List.of(SECRET, "COBRE_TCP_BIND_ADDR=" + ADDRESSES[host]),
            "tcp-several-hosts.sh", "" + rank, "" + RANKS, ADDRESSES[0] + ":29500", LaunchScripts.CASE);
    }

    private static boolean run(final String... command) throws InterruptedException
    {
        try
        {
            final Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        }
        catch (final IOException notInstalled)
        {
            return false;
        }
    }
}
