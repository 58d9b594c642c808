package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.Cobre;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.error.SolverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/**
 * Workers that fail, and callers that do not want to go on (SS6.1a, SS2.1c).
 */
class FailureTest extends LifecycleSuite
{
    private static final int KILLS = 30;
    private static final long LONGEST_DELAY_MS = 900;
    private static final long GONE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long SEED = 20_240_229L;

    @OnBothBackends
    void shouldBringTheSolverFailureOfOneRank(final BackendKind backend)
    {
        // ten forward passes on three ranks: trial 4 is rank 1's
        final WorkerException failure = failure(
            endless(backend, 3).jvmArgs(List.of("-Dcobre.solve.fault=2,1,4,3")));
        assertEquals(1, failure.rank());
        assertEquals(OptionalInt.of(3), failure.exitCode());
        assertEquals(Optional.empty(), failure.signal());
        final SolverException inner = (SolverException) failure.inner().orElseThrow();
        assertEquals("SolverFailure", inner.kind().id());
        assertEquals(2, inner.iteration());
        assertEquals(1, inner.stage());
        assertEquals(List.of(0, 2), failure.context().get("other_failed_ranks"));
        assertEquals(backend.id(), failure.context().get("backend"));
        assertFalse(failure.stderrTail().isEmpty());
    }

    @OnBothBackends
    @Tag("slow")
    void shouldBringAFailureFromBeforeTheRankJoined(final BackendKind backend)
    {
        final WorkerException failure = failure(
            options(backend, 2).jvmArgs(List.of("-Dcobre.solve.fault=nothing")));
        assertEquals(OptionalInt.of(4), failure.exitCode());
        assertEquals("InternalPanic", failure.inner().orElseThrow().kind().id());
        assertTrue(failure.getMessage().contains("NumberFormatException"), failure.getMessage());
    }

    @OnBothBackends
    @Tag("slow")
    void shouldTellAnExitFromAKill(final BackendKind backend) throws IOException
    {
        for (final String way : List.of("exit:7", "halt:7", "exit:137"))
        {
            final WorkerException failure = failure(
                endless(backend, 3).jvmArgs(List.of(FaultAgent.option(output, "1:" + way))));
            assertEquals(1, failure.rank());
            assertEquals(OptionalInt.of(Integer.parseInt(way.substring(5))), failure.exitCode(), way);
            assertEquals(Optional.empty(), failure.signal());
            assertEquals(Optional.empty(), failure.inner());
        }
    }

    @OnBothBackends
    void shouldNameTheSignalThatEndedARank(final BackendKind backend)
    {
        final WorkerException failure = signalled("KILL", backend);
        assertEquals(Optional.of("SIGKILL"), failure.signal());
        assertEquals(OptionalInt.empty(), failure.exitCode());
        assertFalse("none".equals(failure.lastOperation()), failure.lastOperation());
    }

    @OnBothBackends
    @Tag("slow")
    void shouldKeepTheLogOfACrash(final BackendKind backend) throws IOException
    {
        final WorkerException failure = signalled("SEGV", backend);
        assertEquals(OptionalInt.of(1), failure.exitCode());
        try (Stream<Path> files = Files.walk(output.resolve("diagnostics")))
        {
            assertEquals(1, files.filter((file) -> file.endsWith("rank-1.hs_err")).count());
        }
    }

    @OnBothBackends
    @Tag("slow")
    void shouldNameTheKilledRankAtAnyMoment(final BackendKind backend) throws InterruptedException
    {
        final Random random = new Random(SEED);
        for (int run = 0; run < KILLS; run++)
        {
            try (WorkerWatch group = new WorkerWatch())
            {
                final long delayMs = (long) (random.nextDouble() * LONGEST_DELAY_MS);
                final Thread killer = killer(group, 1, delayMs);
                final WorkerException failure = failure(endless(backend, 3));
                killer.join();
                final String where = "run " + run + ", killed after " + delayMs + " ms: " + failure;
                assertEquals(1, failure.rank(), where);
                assertEquals(Optional.of("SIGKILL"), failure.signal(), where);
                assertEquals(Optional.empty(), failure.inner(), where);
                assertEquals(List.of(), children(), where);
                assertTrue(group.endsWithinNs() < GONE_NS, where + ": " + group.endsWithinNs() + " ns");
            }
        }
    }

    @OnBothBackends
    @Tag("slow")
    void shouldEndTheGroupWhenTheCallerIsInterrupted(final BackendKind backend)
    {
        final Thread caller = Thread.currentThread();
        assertThrows(CancellationException.class, () -> Cobre.train(
            valley(), endless(backend, 2).progressCallback((event) -> caller.interrupt())));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), children());
    }

    private WorkerException signalled(final String signal, final BackendKind backend)
    {
        try (WorkerWatch group = new WorkerWatch())
        {
            final WorkerException failure = failure(endless(backend, 3).progressCallback((event) ->
            {
                if (group.workers().size() == 3 && event.done() == 2)
                {
                    kill(signal, group.worker(1));
                }
            }));
            assertEquals(1, failure.rank());
            assertEquals(Optional.empty(), failure.inner());
            return failure;
        }
    }

    private WorkerException failure(final TrainOptions options)
    {
        final WorkerException failure = assertThrows(WorkerException.class, () -> Cobre.train(valley(), options));
        assertEquals("WorkerFailed", failure.kind().id());
        assertEquals(List.of(), children());
        return failure;
    }

    private static Thread killer(final WorkerWatch group, final int rank, final long delayMs)
    {
        final Thread thread = new Thread(() ->
        {
            try
            {
                while (group.worker(rank) == null)
                {
                    Thread.sleep(1);
                }
                Thread.sleep(delayMs);
                group.worker(rank).destroyForcibly();
            }
            catch (final InterruptedException ex)
            {
                Thread.currentThread().interrupt();
            }
        }, "worker-watch-killer");
        thread.start();
        return thread;
    }
}
