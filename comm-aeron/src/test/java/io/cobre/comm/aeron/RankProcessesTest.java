package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchResult;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.engine.launch.ProcessLauncher;
import io.cobre.engine.launch.WorkerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Groups of real processes, good ones and bad ones. Whatever happens, no process and no file is left.
 */
class RankProcessesTest
{
    private final Map<Integer, Long> pids = new ConcurrentHashMap<>();
    private final Set<Path> runDirectories = ConcurrentHashMap.newKeySet();

    @AfterEach
    void shouldLeaveNothingBehind()
    {
        runDirectories.removeIf((path) -> !Files.exists(path));
        assertEquals(Set.of(), runDirectories);
        pids.forEach((rank, pid) -> assertTrue(
            ProcessHandle.of(pid).map((handle) -> !handle.isAlive()).orElse(true), "rank " + rank + " lives on"));
    }

    @Test
    void shouldGiveTheSameBitsOnBothBackends()
    {
        final String overShm = mixed(spec(BackendKind.SHM, 3, AeronRankProgram.MIXED));
        assertEquals(overShm, mixed(spec(BackendKind.TCP, 3, AeronRankProgram.MIXED)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    @Tag("slow")
    void shouldCarryMoreRanksThanCores(final BackendKind kind)
    {
        mixed(spec(kind, 8, AeronRankProgram.MIXED));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    void shouldNameTheKilledRank(final BackendKind kind)
    {
        final WorkerException error = failWhen("KILL", spec(kind, 3, AeronRankProgram.LOOP));
        assertEquals(1, error.rank());
        assertEquals("SIGKILL", error.signal().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    void shouldTimeOutOnStoppedRank(final BackendKind kind)
    {
        final WorkerException error =
            failWhen("STOP", spec(kind, 3, AeronRankProgram.LOOP).timeoutNs(TimeUnit.SECONDS.toNanos(2)));
        assertTimeoutOfRank1(error);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    void shouldTimeOutOnSilentRank(final BackendKind kind)
    {
        final ProcessLauncher launcher =
            new ProcessLauncher(spec(kind, 2, AeronRankProgram.SLEEP).timeoutNs(TimeUnit.SECONDS.toNanos(2)));
        assertTimeoutOfRank1(assertThrows(WorkerException.class, launcher::run));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    void shouldWaitForRankThatComputes(final BackendKind kind)
    {
        final LaunchSpec spec = spec(kind, 2, AeronRankProgram.COMPUTE, "4").timeoutNs(TimeUnit.SECONDS.toNanos(1));
        assertEquals(2, new ProcessLauncher(spec).run().ranks().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"SHM", "TCP"})
    @Tag("slow")
    void shouldWaitLongForRankThatComputes(final BackendKind kind)
    {
        final LaunchSpec spec = spec(kind, 2, AeronRankProgram.COMPUTE, "15").timeoutNs(TimeUnit.SECONDS.toNanos(5));
        assertEquals(2, new ProcessLauncher(spec).run().ranks().size());
    }

    private static void assertTimeoutOfRank1(final WorkerException error)
    {
        final CobreException inner = error.inner().orElseThrow(() -> new AssertionError(error));
        assertEquals("Timeout", inner.context().get("reason"), inner.toString());
        assertEquals(List.of(1), inner.context().get("missing_ranks"), inner.context().toString());
    }

    private static String mixed(final LaunchSpec spec)
    {
        final LaunchResult result = new ProcessLauncher(spec).run();
        final Set<String> hashes = new HashSet<>();
        result.ranks().forEach((rank) -> hashes.add(new String(rank.result())));
        assertEquals(1, hashes.size());
        return hashes.iterator().next();
    }

    /**
     * Send rank 1 a signal as soon as it loops.
     */
    private WorkerException failWhen(final String signal, final LaunchSpec spec)
    {
        spec.listener(new Recorder()
        {
            @Override
            public void onProgress(final int rank, final byte[] body)
            {
                if (1 == rank)
                {
                    signal(signal, pids.get(rank));
                }
            }
        });
        return assertThrows(WorkerException.class, new ProcessLauncher(spec)::run);
    }

    private static void signal(final String name, final long pid)
    {
        try
        {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).inheritIO().start().onExit().join();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    private LaunchSpec spec(final BackendKind kind, final int size, final String... arguments)
    {
        return new LaunchSpec()
            .size(size)
            .backend(kind)
            .mainClass(AeronRankProgram.class.getName(), arguments)
            .jvmFlags(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
            .payload(runDirectories::add)
            .listener(new Recorder());
    }

    private class Recorder implements LaunchListener
    {
        @Override
        public void onStarted(final int rank, final long pid)
        {
            pids.put(rank, pid);
        }
    }
}
