package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.ReduceOp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.function.Executable;

/**
 * Collectives that cannot finish: who learns what.
 */
final class FailureScenarios
{
    private static final long BUSY_NS = 1_500_000_000L;

    private FailureScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.among("mismatch", "operation", (size) -> mismatch(
                Communicator::barrier, (other) -> other.allreduce(new long[1], new long[1], ReduceOp.SUM))),
            Scenario.among("mismatch", "count", (size) -> mismatch(
                (one) -> one.allreduce(new long[3], new long[3], ReduceOp.SUM),
                (other) -> other.allreduce(new long[4], new long[4], ReduceOp.SUM))),
            Scenario.among("mismatch", "element_type", (size) -> mismatch(
                (one) -> one.allreduce(new long[3], new long[3], ReduceOp.SUM),
                (other) -> other.allreduce(new double[3], new double[3], ReduceOp.SUM))),
            Scenario.among("mismatch", "reduction", (size) -> mismatch(
                (one) -> one.allreduce(new long[9000], new long[9000], ReduceOp.SUM),
                (other) -> other.allreduce(new long[9000], new long[9000], ReduceOp.MAX))),
            Scenario.among("mismatch", "counts", (size) -> mismatch(
                (one) -> one.allgatherv(new long[size], new long[size * size], counts(size, size), places(size)),
                (other) -> other.allgatherv(new long[1], new long[size * size], counts(size, 1), places(size)))),
            Scenario.among("mismatch", "root_told_later", (size) -> told(new CountDownLatch(1))),
            Scenario.among("mismatch", "buffer_of_the_root_unchanged", (size) -> FailureScenarios::rootUnchanged),
            Scenario.among("timeout", "names_missing_ranks", (size) ->
                timeout(Communicator::barrier, size - 1, new CountDownLatch(size - 1))).timeoutMs(2000),
            Scenario.among("timeout", "names_missing_rank_0_alone", (size) ->
                timeout(Communicator::barrier, 0, new CountDownLatch(size - 1))).timeoutMs(2000),
            Scenario.among("timeout", "names_missing_ranks_of_long_allreduce", (size) ->
                timeout(FailureScenarios::longAllreduce, size - 1, new CountDownLatch(size - 1))).timeoutMs(1000),
            Scenario.among("timeout", "names_missing_ranks_of_long_broadcast", (size) ->
                timeout(FailureScenarios::longBroadcast, size - 1, new CountDownLatch(size - 1))).timeoutMs(1000),
            Scenario.among("timeout", "not_while_a_rank_computes", (size) -> FailureScenarios::computing)
                .timeoutMs(500),
            Scenario.among("timeout", "absolute_deadline", (size) -> deadline(new CountDownLatch(1))),
            Scenario.among("peer_lost", "peer_closed", (size) -> FailureScenarios::peerClosed),
            Scenario.among("thread", "second_one_refused", (size) -> secondThread(new CountDownLatch(1))));
    }

    private static int[] counts(final int size, final int value)
    {
        final int[] counts = new int[size];
        java.util.Arrays.fill(counts, value);
        return counts;
    }

    private static int[] places(final int size)
    {
        final int[] places = new int[size];
        java.util.Arrays.setAll(places, (i) -> i * size);
        return places;
    }

    private static CollectiveFailedException failed(final Reason reason, final Executable call)
    {
        final CollectiveFailedException failure = assertThrows(CollectiveFailedException.class, call);
        assertEquals(reason, failure.reason(), failure::getMessage);
        assertEquals(reason.id(), failure.context().get("reason"));
        return failure;
    }

    private static void poisoned(final Communicator communicator, final CollectiveFailedException failure)
    {
        assertSame(failure, assertThrows(CollectiveFailedException.class, communicator::barrier));
        assertSame(failure, assertThrows(
            CollectiveFailedException.class, () -> communicator.broadcast(new double[1], 0)));
        assertTrue(communicator.rank() < communicator.size());
    }

    /**
     * Rank 0 does one thing, the others another.
     */
    private static RankBody mismatch(final RankBody one, final RankBody other)
    {
        return (communicator) ->
        {
            communicator.barrier();
            communicator.barrier();
            final RankBody mine = 0 == communicator.rank() ? one : other;
            final CollectiveFailedException failure = failed(Reason.MISMATCH, () -> mine.run(communicator));
            assertEquals(3L, failure.context().get("sequence"));
            assertSide(failure, "local", communicator.rank());
            assertTrue(failure.context().get("remote") instanceof Map);
            poisoned(communicator, failure);
        };
    }

    private static void assertSide(final CollectiveFailedException failure, final String side, final int rank)
    {
        final Map<?, ?> facts = (Map<?, ?>) failure.context().get(side);
        assertEquals(rank, facts.get("rank"));
        for (final String fact : List.of("sequence", "operation", "type", "count", "root"))
        {
            assertTrue(facts.containsKey(fact), fact);
        }
    }

    /**
     * The root of a broadcast leaves at once; it is told of the mismatch in its next call.
     */
    private static RankBody told(final CountDownLatch left)
    {
        return (communicator) ->
        {
            communicator.barrier();
            if (0 == communicator.rank())
            {
                communicator.broadcast(new double[10], 0);
                left.countDown();
            }
            else
            {
                left.await();
            }
            final CollectiveFailedException failure = failed(Reason.MISMATCH, communicator::barrier);
            assertEquals(2L, failure.context().get("sequence"));
            poisoned(communicator, failure);
        };
    }

    /**
     * More than fits into the stream at once, so that the root is still inside when it learns of the mismatch.
     */
    private static void rootUnchanged(final Communicator communicator)
    {
        final int count = 400_000;
        final MutableDirectBuffer buffer = communicator.allocate(8 * count);
        Values.fill(buffer, 0, 1, 0, count, ElementType.F64);
        communicator.barrier();
        failed(Reason.MISMATCH, () ->
        {
            if (0 == communicator.rank())
            {
                communicator.broadcast(buffer, 0, count, ElementType.F64, 0);
            }
            communicator.barrier();
        });
        Expect.elements(buffer, 0, 1, 0, count, ElementType.F64);
    }

    private static void longAllreduce(final Communicator communicator)
    {
        final MutableDirectBuffer buffer = communicator.allocate(8 * 9000);
        communicator.allreduce(buffer, 0, buffer, 0, 9000, ElementType.I64, ReduceOp.SUM);
    }

    private static void longBroadcast(final Communicator communicator)
    {
        communicator.broadcast(
            communicator.allocate(8 * 9000), 0, 9000, ElementType.I64, communicator.size() - 1);
    }

    private static RankBody timeout(final RankBody call, final int silent, final CountDownLatch failed)
    {
        return (communicator) ->
        {
            communicator.barrier();
            if (communicator.rank() == silent)
            {
                failed.await();
                return;
            }
            final CollectiveFailedException failure = failed(Reason.TIMEOUT, () -> call.run(communicator));
            failed.countDown();
            assertEquals(List.of(silent), failure.context().get("missing_ranks"));
            assertEquals(1, ((List<?>) failure.context().get("last_operations")).size());
            assertTrue(failure.getMessage().contains("rank " + silent), failure::getMessage);
            poisoned(communicator, failure);
            failed.await();
        };
    }

    private static void computing(final Communicator communicator)
    {
        communicator.barrier();
        if (0 == communicator.rank())
        {
            final long startNs = System.nanoTime();
            double x = 1;
            while (System.nanoTime() - startNs < BUSY_NS)
            {
                x = Math.sqrt(x + 1);
            }
            assertTrue(x > 0);
        }
        communicator.barrier();
    }

    private static RankBody deadline(final CountDownLatch done)
    {
        return (communicator) ->
        {
            communicator.barrier();
            if (0 == communicator.rank())
            {
                final CollectiveFailedException failure =
                    failed(Reason.TIMEOUT, () -> communicator.startBarrier().await(100_000_000L));
                poisoned(communicator, failure);
                done.countDown();
            }
            done.await();
        };
    }

    private static void peerClosed(final Communicator communicator)
    {
        communicator.barrier();
        if (0 == communicator.rank())
        {
            communicator.close();
            return;
        }
        final CollectiveFailedException failure = failed(Reason.PEER_LOST, communicator::barrier);
        poisoned(communicator, failure);
    }

    private static RankBody secondThread(final CountDownLatch refused)
    {
        return (communicator) ->
        {
            communicator.barrier();
            if (communicator.rank() > 0)
            {
                refused.await();
                communicator.barrier();
                return;
            }
            final AtomicReference<Throwable> seen = new AtomicReference<>();
            final Thread first = Thread.currentThread();
            final Thread second = new Thread(() -> provoke(communicator, first, seen, refused));
            second.start();
            communicator.barrier();
            second.join();
            assertTrue(seen.get() instanceof InvalidCommunicatorException, () -> "" + seen.get());
        };
    }

    /**
     * Call while the first thread is inside.
     */
    private static void provoke(
        final Communicator communicator,
        final Thread first,
        final AtomicReference<Throwable> seen,
        final CountDownLatch refused)
    {
        try
        {
            while (Arrays.stream(first.getStackTrace()).noneMatch((frame) -> "await".equals(frame.getMethodName())))
            {
                Thread.sleep(1);
            }
            seen.set(assertThrows(Exception.class, () -> communicator.broadcast(new double[1], 0)));
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
        finally
        {
            refused.countDown();
        }
    }
}
