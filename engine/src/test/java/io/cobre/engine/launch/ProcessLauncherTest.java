package io.cobre.engine.launch;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProcessLauncherTest
{
    @TempDir
    private Path output;

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
    void shouldReturnWhatEveryRankSent()
    {
        final Map<Integer, List<Integer>> events = new ConcurrentHashMap<>();
        final LaunchResult result = new ProcessLauncher(spec(3, "ok").listener(new LaunchListener()
        {
            @Override
            public void onStarted(final int rank, final long pid)
            {
                pids.put(rank, pid);
            }

            @Override
            public void onProgress(final int rank, final byte[] body)
            {
                events.computeIfAbsent(rank, (key) -> new ArrayList<>()).add(ByteBuffer.wrap(body).getInt());
            }
        })).run();

        final List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertEquals(Map.of(0, all, 1, all, 2, all), events);
        assertEquals(0, result.droppedEvents());
        assertEquals(3, new HashSet<>(pids.values()).size());
        for (int rank = 0; rank < 3; rank++)
        {
            assertEquals("result of " + rank, new String(result.ranks().get(rank).result()));
            assertEquals(pids.get(rank), result.ranks().get(rank).pid());
        }
    }

    @Test
    void shouldNameTheKilledRank() throws InterruptedException
    {
        for (int run = 0; run < 5; run++)
        {
            final ProcessLauncher launcher = new ProcessLauncher(spec(3, "wait", "1").listener(new Recorder()
            {
                @Override
                public void onConnected()
                {
                    ProcessHandle.of(pids.get(1)).orElseThrow().destroyForcibly();
                }
            }));
            final WorkerException failure = assertThrows(WorkerException.class, launcher::run);
            assertEquals(1, failure.rank());
            assertEquals("SIGKILL", failure.signal().orElseThrow());
            assertTrue(failure.exitCode().isEmpty());
            assertTrue(failure.inner().isEmpty());
            assertEquals(EngineErrorKind.WORKER_FAILED, failure.kind());
            assertEquals(List.of(0, 2), failure.context().get("other_failed_ranks"));
            assertEquals(2, failure.getSuppressed().length);
        }
    }

    @Test
    void shouldReportAnExitCode()
    {
        for (final String behaviour : List.of("exit", "halt"))
        {
            final WorkerException failure = fail(3, behaviour, "2");
            assertEquals(2, failure.rank());
            assertEquals(7, failure.exitCode().orElseThrow());
            assertTrue(failure.signal().isEmpty());
            assertTrue(failure.inner().isEmpty());
        }
    }

    @Test
    void shouldTellExitCode137FromAKill()
    {
        final WorkerException failure = fail(2, "exit137", "0");
        assertEquals(0, failure.rank());
        assertEquals(137, failure.exitCode().orElseThrow());
        assertTrue(failure.signal().isEmpty());
    }

    @Test
    void shouldKeepClassAndFieldsOfTheError() throws IOException
    {
        final WorkerException failure = fail(3, "throw", "1");
        assertEquals(1, failure.rank());
        assertEquals(1, failure.exitCode().orElseThrow());
        assertEquals(EngineErrorKind.OUT_OF_RANGE, failure.inner().orElseThrow().kind());
        assertEquals("the value 12 is too large", failure.inner().orElseThrow().getMessage());
        assertEquals(12, failure.inner().orElseThrow().context().get("value"));
        assertEquals(
            Arrays.asList(1, 2.5, null, true), failure.inner().orElseThrow().context().get("allowed"));
        assertEquals("use 11", failure.inner().orElseThrow().suggestion());
        assertEquals("bad", failure.inner().orElseThrow().getStackTrace()[0].getMethodName());
        assertEquals(
            List.of("rank", "exit_code", "signal", "inner", "backend", "operation", "sequence", "stderr_tail",
            "other_failed_ranks"),
            List.copyOf(failure.context().keySet()));
        try (Stream<Path> saved = Files.list(output.resolve("diagnostics")))
        {
            final Path folder = saved.findFirst().orElseThrow();
            assertTrue(Files.exists(folder.resolve("rank-1.status")));
            assertTrue(Files.readString(folder.resolve("rank-1.stderr")).contains("the value 12 is too large"));
            assertTrue(Files.readString(folder.resolve("error.txt")).contains("worker 1 failed"));
        }
    }

    @Test
    void shouldReportAForeignErrorAsInternalPanic()
    {
        final WorkerException failure = fail(2, "npe", "1");
        assertEquals(EngineErrorKind.INTERNAL_PANIC, failure.inner().orElseThrow().kind());
        assertEquals(
            "java.lang.NullPointerException: nothing here", failure.inner().orElseThrow().getMessage());
        assertEquals(4, failure.exitCode().orElseThrow());
    }

    @Test
    void shouldReportAProcessThatNeverJoins()
    {
        final BackendException failure = assertThrows(
            BackendException.class,
            () -> new ProcessLauncher(
            spec(3, "mute", "1").joinTimeoutNs(TimeUnit.MILLISECONDS.toNanos(1500))).run());
        assertEquals(EngineErrorKind.INITIALIZATION_FAILED, failure.kind());
        assertTrue(failure.getMessage().contains("did not join within 1500 ms: 1"), failure.getMessage());
    }

    @Test
    void shouldReportAProcessThatEndsBeforeItJoins()
    {
        final WorkerException failure = fail(3, "early", "0");
        assertEquals(0, failure.rank());
        assertEquals(9, failure.exitCode().orElseThrow());
        assertEquals(List.of("no way"), failure.stderrTail());
    }

    @Test
    void shouldReportAFailureBeforeTheRankCouldJoin()
    {
        final WorkerException failure = fail(3, "unprepared", "2");
        assertEquals(2, failure.rank());
        assertEquals(4, failure.exitCode().orElseThrow());
        assertEquals(EngineErrorKind.ALLOCATION_FAILED, failure.inner().orElseThrow().kind());
        assertEquals(12, failure.inner().orElseThrow().context().get("bytes"));
    }

    @Test
    void shouldRefuseARankWithOtherFacts()
    {
        final WorkerException failure = fail(3, "stranger", "2");
        assertEquals(EngineErrorKind.INITIALIZATION_FAILED, failure.inner().orElseThrow().kind());
        assertTrue(failure.getMessage().contains("other facts"), failure.getMessage());
    }

    @Test
    void shouldStopInGoodOrder()
    {
        final ProcessLauncher[] launcher = new ProcessLauncher[1];
        launcher[0] = new ProcessLauncher(spec(2, "untilStopped").listener(new Recorder()
        {
            @Override
            public void onConnected()
            {
                launcher[0].stop(0);
            }
        }));
        assertEquals("result of 1", new String(launcher[0].run().ranks().get(1).result()));
    }

    @Test
    void shouldEndTheGroupWhenCancelled()
    {
        final ProcessLauncher[] launcher = new ProcessLauncher[1];
        launcher[0] = new ProcessLauncher(spec(2, "wait", "1").listener(new Recorder()
        {
            @Override
            public void onConnected()
            {
                launcher[0].stop(1);
            }
        }));
        assertThrows(CancellationException.class, launcher[0]::run);
    }

    @Test
    void shouldEndTheGroupWhenInterrupted()
    {
        final Thread caller = Thread.currentThread();
        final ProcessLauncher launcher = new ProcessLauncher(spec(2, "wait", "1").listener(new Recorder()
        {
            @Override
            public void onConnected()
            {
                caller.interrupt();
            }
        }));
        assertThrows(CancellationException.class, launcher::run);
        assertTrue(Thread.interrupted());
    }

    @Test
    void shouldThrowWhatTheListenerThrows()
    {
        final AtomicInteger calls = new AtomicInteger();
        final AssertionError own = new AssertionError("enough");
        final ProcessLauncher launcher = new ProcessLauncher(spec(2, "untilStopped").listener(new Recorder()
        {
            @Override
            public void onProgress(final int rank, final byte[] body)
            {
                if (calls.incrementAndGet() == 5)
                {
                    throw own;
                }
            }
        }));
        assertSame(own, assertThrows(AssertionError.class, launcher::run));
        assertEquals(5, calls.get());
    }

    private WorkerException fail(final int size, final String... arguments)
    {
        return assertThrows(WorkerException.class, () -> new ProcessLauncher(spec(size, arguments)).run());
    }

    private LaunchSpec spec(final int size, final String... arguments)
    {
        assertNotNull(output);
        return new LaunchSpec()
            .size(size)
            .backend(new SilentBackend())
            .mainClass(RankProgram.class.getName(), arguments)
            .jvmFlags(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
            .payload(runDirectories::add)
            .listener(new Recorder())
            .diagnosticsDirectory(output);
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
