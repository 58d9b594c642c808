package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.solver.Cobre;
import io.cobre.solver.ProgressEvent;
import io.cobre.solver.SimulateOptions;
import io.cobre.solver.TrainingResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;

/**
 * One callback for all workers (SS2.9).
 */
class ProgressTest extends LifecycleSuite
{
    private static final int ITERATIONS = 5;

    private final List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());

    @OnBothBackends
    void shouldTellEveryIterationOfEveryWorkerOnOneThread(final BackendKind backend)
    {
        final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        final TrainingResult result = Cobre.train(valley(), options(backend, 2).progressCallback((event) ->
        {
            threads.add(Thread.currentThread());
            events.add(event);
        }));
        assertEquals(2 * ITERATIONS, events.size());
        assertEquals(1, threads.size());
        final List<Integer> all = IntStream.rangeClosed(1, ITERATIONS).boxed().toList();
        for (int rank = 0; rank < 2; rank++)
        {
            assertEquals(all, iterationsOf(rank));
        }
        for (final ProgressEvent event : events)
        {
            assertEquals(ProgressEvent.Phase.TRAINING, event.phase());
            assertEquals(ITERATIONS, event.total());
            assertEquals(result.history().get(event.done() - 1).lowerBound(), event.lowerBound());
            assertEquals(result.history().get(event.done() - 1).upperBound(), event.upperBound());
            assertEquals(result.history().get(event.done() - 1).gap(), event.gap());
        }
    }

    @OnBothBackends
    @Tag("slow")
    void shouldTellEveryScenarioOfEveryWorker(final BackendKind backend)
    {
        final TrainingResult trained = Cobre.train(valley(), options(BackendKind.LOCAL, 1));
        Cobre.simulate(valley(), trained.policy(), new SimulateOptions()
            .backend(backend).numWorkers(2).scenarios(7).outputDirectory(output).progressCallback(events::add));
        assertEquals(7, events.size());
        assertEquals(7, events.get(6).done());
        assertTrue(events.stream().allMatch((event) -> event.phase() == ProgressEvent.Phase.SIMULATION));
    }

    @OnBothBackends
    @Tag("slow")
    void shouldNotWaitForASlowCallback(final BackendKind backend)
    {
        final CountDownLatch done = new CountDownLatch(1);
        final AtomicLong asked = new AtomicLong();
        final TrainingResult result = Cobre.train(valley(), endless(backend, 2)
            .stopRequested(() -> !events.isEmpty() && asked.incrementAndGet() > 10)
            .progressCallback((event) ->
            {
                events.add(event);
                waitFor(done, workers());
            }));
        assertEquals("shutdown", result.terminationReason());
        assertTrue(result.iterations() > ITERATIONS, "only " + result.iterations() + " iterations");
        for (int rank = 0; rank < 2; rank++)
        {
            final List<Integer> heard = iterationsOf(rank);
            assertEquals(result.iterations(), heard.get(heard.size() - 1));
            assertEquals(heard.stream().sorted().distinct().toList(), heard);
        }
    }

    @OnBothBackends
    @Tag("slow")
    void shouldThrowWhatTheCallbackThrows(final BackendKind backend)
    {
        for (final Throwable own : List.of(new IllegalStateException("enough"), new AssertionError("wrong")))
        {
            assertSame(own, assertThrows(Throwable.class, () -> Cobre.train(
                valley(), endless(backend, 2).progressCallback((event) -> rethrow(own)))));
            assertEquals(List.of(), children());
        }
    }

    private List<Integer> iterationsOf(final int rank)
    {
        return events.stream()
            .filter((event) -> event.workerId().orElseThrow() == rank)
            .map(ProgressEvent::done)
            .toList();
    }

    /**
     * The first call lasts until all workers have ended.
     */
    private static void waitFor(final CountDownLatch done, final WorkerWatch workers)
    {
        while (done.getCount() > 0)
        {
            if (workers.workers().size() == 2 && workers.workers().stream().noneMatch(ProcessHandle::isAlive))
            {
                done.countDown();
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void rethrow(final Throwable own)
    {
        if (own instanceof Error error)
        {
            throw error;
        }
        throw (RuntimeException) own;
    }
}
