package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.BackendKind;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.Study;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ranks that are threads of the caller's process (SS7.1): results and errors of worker processes.
 */
class RankThreadsTest
{
    private static final int ITERATIONS = 5;

    private final Study study = SmallStudies.cascade(4, ITERATIONS);
    private final Study endless = SmallStudies.cascade(4, 100_000);

    @AfterEach
    void shouldLeaveNothing()
    {
        assertEquals(0, ProcessHandle.current().children().count());
        assertEquals(
            List.of(), Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
            .filter((name) -> name.startsWith("cobre-rank-")).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5})
    void shouldGiveTheBitsOfOneProcess(final int ranks)
    {
        final List<ProgressEvent> events = new ArrayList<>();
        final Set<Thread> threads = new HashSet<>();
        final TrainingResult alone = Cobre.train(study, new TrainOptions());
        final TrainingResult together = Cobre.train(study, threads(ranks).progressCallback((event) ->
        {
            threads.add(Thread.currentThread());
            events.add(event);
        }));
        assertEquals(alone.policyDigest(), together.policyDigest());
        assertEquals(alone.boundsDigest(), together.boundsDigest());
        assertEquals(alone.lpSolves(), together.lpSolves());
        final List<WorkerInfo> workers = together.workers().orElseThrow();
        assertEquals(IntStream.range(0, ranks).boxed().toList(), workers.stream().map(WorkerInfo::rank).toList());
        assertEquals(BackendKind.LOCAL, workers.get(1).backend());
        assertEquals(ProcessHandle.current().pid(), workers.get(1).pid());
        assertEquals(ranks * ITERATIONS, events.size());
        assertEquals(1, threads.size());
        assertEquals(0, together.droppedEvents());
        for (int rank = 0; rank < ranks; rank++)
        {
            final int worker = rank;
            assertEquals(
                IntStream.rangeClosed(1, ITERATIONS).boxed().toList(),
                events.stream().filter((event) -> event.worker() == worker).map(ProgressEvent::done).toList());
        }
        final SimulationResult simulated = Cobre.simulate(
            study, together.policy(), new SimulateOptions().numWorkers(ranks).startMethod("thread").scenarios(7));
        assertEquals(
            Cobre.simulate(study, alone.policy(), new SimulateOptions().scenarios(7)).digest(), simulated.digest());
        assertEquals(ranks, simulated.workers().orElseThrow().size());
    }

    @Test
    void shouldWarnOfEventsThatASlowCallbackMissed()
    {
        final List<String> warnings = new ArrayList<>();
        final SimulationResult result = Cobre.simulate(
            study,
            Cobre.train(study, new TrainOptions()).policy(),
            new SimulateOptions().numWorkers(2).startMethod("thread").scenarios(3_000)
                .warningCallback((warning) -> warnings.add(warning.message()))
                .progressCallback((event) -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5))));
        assertTrue(result.droppedEvents() > 0);
        assertTrue(
            warnings.stream().anyMatch((message) -> message.startsWith(result.droppedEvents() + " progress events")),
            warnings.toString());
    }

    @Test
    void shouldReportASolverFailureAsAWorkerWould()
    {
        System.setProperty("cobre.solve.fault", "2,3,3,1");
        try
        {
            final WorkerException failure =
                assertThrows(WorkerException.class, () -> Cobre.train(study, threads(2)));
            assertEquals(1, failure.rank());
            assertEquals(3, failure.exitCode().orElseThrow());
            final SolverException inner = (SolverException) failure.inner().orElseThrow();
            assertEquals(3, inner.stage());
            assertEquals(2, inner.iteration());
            assertEquals(List.of(0), failure.context().get("other_failed_ranks"));
        }
        finally
        {
            System.clearProperty("cobre.solve.fault");
        }
    }

    @Test
    void shouldThrowWhatTheCallbackThrows()
    {
        final IllegalStateException own = new IllegalStateException("enough");
        assertSame(own, assertThrows(IllegalStateException.class, () -> Cobre.train(
            endless, threads(2).progressCallback((event) ->
            {
                throw own;
            }))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void shouldEndWhenTheCallerIsInterrupted(final int ranks)
    {
        final Thread caller = Thread.currentThread();
        assertThrows(CancellationException.class, () -> Cobre.train(
            endless, threads(ranks).progressCallback((event) -> caller.interrupt())));
        assertTrue(Thread.interrupted());
    }

    @Test
    void shouldStopAfterAnIteration()
    {
        final List<Integer> heard = new ArrayList<>();
        final TrainingResult result = Cobre.train(
            endless,
            threads(2)
            .progressCallback((event) -> heard.add(event.done()))
            .stopRequested(() -> !heard.isEmpty()));
        assertEquals("shutdown", result.terminationReason());
    }

    @Test
    void shouldWarnOfWhatThreadsDoNotUse()
    {
        final List<ValidationRecord> warnings = new ArrayList<>();
        Cobre.train(
            study,
            threads(2).backend("tcp").jvmArgs(List.of("-Xmx1g")).warningCallback(warnings::add));
        assertEquals(2, warnings.size());
        assertTrue(warnings.get(0).message().contains("tcp"));
        assertTrue(warnings.get(1).message().contains("-Xmx1g"));
    }

    private static TrainOptions threads(final int ranks)
    {
        return new TrainOptions().numWorkers(ranks).environment(Map.of("COBRE_START_METHOD", "thread"));
    }
}
