package io.cobre.engine.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ReduceOp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadLauncherTest
{
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);

    @AfterEach
    void shouldLeaveNoRank()
    {
        assertEquals(
            List.of(), Thread.getAllStackTraces().keySet().stream()
            .filter((thread) -> thread.getName().startsWith("cobre-rank-")).toList());
    }

    @Test
    void shouldRunAllRanksAndTellTheirProgressOnOneThread()
    {
        final List<Thread> threads = new ArrayList<>();
        final List<Integer> events = new ArrayList<>();
        final long[] sums = new long[3];
        final LaunchResult result = new ThreadLauncher(3, TIMEOUT_NS, (rank) ->
        {
            final long[] value = {rank.rank()};
            rank.communicator().allreduce(value, value, ReduceOp.SUM);
            sums[rank.rank()] = value[0];
            rank.progress(() ->
            {
                threads.add(Thread.currentThread());
                events.add(rank.rank());
            });
        }).run();
        assertEquals(List.of(3L, 3L, 3L), List.of(sums[0], sums[1], sums[2]));
        assertEquals(List.of(0, 1, 2), events.stream().sorted().toList());
        assertEquals(1, threads.stream().distinct().count());
        assertEquals(BackendKind.LOCAL, result.backend());
        assertEquals(List.of(0, 1, 2), result.ranks().stream().map(RankOutcome::rank).toList());
        assertEquals(ProcessHandle.current().pid(), result.ranks().get(2).pid());
    }

    @Test
    void shouldNameTheRankThatFailed()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () ->
            new ThreadLauncher(3, TIMEOUT_NS, (rank) ->
            {
                rank.communicator().barrier();
                if (rank.rank() == 1)
                {
                    throw new CobreException(EngineErrorKind.OUT_OF_RANGE, "on purpose").with("value", 7);
                }
                rank.communicator().barrier();
            }).run());
        assertEquals(1, failure.rank());
        assertEquals(1, failure.exitCode().orElseThrow());
        assertTrue(failure.signal().isEmpty());
        assertEquals(7, failure.inner().orElseThrow().context().get("value"));
        assertEquals("barrier #1", failure.lastOperation());
        assertEquals(List.of(0, 2), failure.context().get("other_failed_ranks"));
    }

    @Test
    void shouldMakeAnInternalPanicOfWhatIsNotOurs()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () ->
            new ThreadLauncher(2, TIMEOUT_NS, (rank) ->
            {
                if (rank.rank() == 0)
                {
                    throw new StackOverflowError("too deep");
                }
                while (true)
                {
                    rank.check();
                    Thread.onSpinWait();
                }
            }).run());
        assertEquals(0, failure.rank());
        assertEquals(EngineErrorKind.INTERNAL_PANIC, failure.inner().orElseThrow().kind());
    }

    @Test
    void shouldThrowWhatTheListenerThrows()
    {
        final AssertionError own = new AssertionError("enough");
        assertSame(own, assertThrows(AssertionError.class, () -> new ThreadLauncher(2, TIMEOUT_NS, (rank) ->
        {
            rank.progress(() ->
            {
                throw own;
            });
            while (true)
            {
                rank.communicator().barrier();
            }
        }).run()));
    }

    @Test
    void shouldEndWhenTheCallerIsInterrupted()
    {
        final Thread caller = Thread.currentThread();
        final AtomicInteger ended = new AtomicInteger();
        assertThrows(CancellationException.class, () -> new ThreadLauncher(2, TIMEOUT_NS, (rank) ->
        {
            try
            {
                rank.communicator().barrier();
                caller.interrupt();
                while (true)
                {
                    rank.check();
                    Thread.onSpinWait();
                }
            }
            finally
            {
                ended.incrementAndGet();
            }
        }).run());
        assertTrue(Thread.interrupted());
        assertEquals(2, ended.get());
    }

    @Test
    void shouldNeverLoseTheLastEventOfARank()
    {
        final List<Integer> heard = new ArrayList<>();
        final int events = 5000;
        final LaunchResult result = new ThreadLauncher(2, TIMEOUT_NS, (rank) ->
        {
            for (int i = 1; i <= events; i++)
            {
                final int event = i * 10 + rank.rank();
                rank.progress(() ->
                {
                    sleep(heard.isEmpty() ? 100 : 0);
                    heard.add(event);
                });
            }
        }).run();
        assertTrue(heard.containsAll(List.of(events * 10, events * 10 + 1)), heard.toString());
        assertEquals(2 * events, heard.size() + result.droppedEvents());
        assertTrue(result.droppedEvents() > 0);
        for (int rank = 0; rank < 2; rank++)
        {
            final int wanted = rank;
            final List<Integer> own = heard.stream().filter((event) -> event % 10 == wanted).toList();
            assertEquals(own.stream().sorted().toList(), own);
        }
    }

    private static void sleep(final long ms)
    {
        try
        {
            Thread.sleep(ms);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
    }
}
