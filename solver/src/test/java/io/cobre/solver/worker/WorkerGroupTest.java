package io.cobre.solver.worker;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.launch.RankOutcome;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.simulate.SimulationListener;
import io.cobre.solver.simulate.SimulationResult;
import io.cobre.solver.simulate.Simulator;
import io.cobre.solver.stochastic.StochasticModel;
import io.cobre.solver.study.Study;
import io.cobre.solver.train.IterationRecord;
import io.cobre.solver.train.TerminationReason;
import io.cobre.solver.train.Trainer;
import io.cobre.solver.train.TrainingContext;
import io.cobre.solver.train.TrainingResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Worker processes for real (SS2.1a, SS6.1a): the bits of one process, and failures that are found out.
 */
class WorkerGroupTest
{
    private static final int ITERATIONS = 6;

    @TempDir
    private Path output;

    private final Study study = SmallStudies.cascade(4, ITERATIONS);

    @AfterEach
    void shouldLeaveNoWorker()
    {
        assertEquals(0, workers("").count());
    }

    @ParameterizedTest
    @CsvSource({"SHM,2", "SHM,3", "SHM,5", "TCP,2"})
    void shouldGiveTheBitsOfOneProcess(final BackendKind backend, final int size)
    {
        final Map<Integer, List<Integer>> events = new ConcurrentHashMap<>();
        final WorkerOutcome<TrainingResult> outcome = WorkerGroup.train(
            context(backend, size).progress(progress((rank, row) ->
            events.computeIfAbsent(rank, (key) -> new ArrayList<>()).add(row.iteration()))), study);

        final TrainingResult alone = alone();
        final TrainingResult together = outcome.result();
        assertEquals(alone.policyDigest(), together.policyDigest());
        assertEquals(alone.boundsDigest(), together.boundsDigest());
        assertEquals(alone.policyDigest(), together.policy().digest());
        assertEquals(alone.policy().info(), together.policy().info());
        assertEquals(alone.lpSolves(), together.lpSolves());
        assertEquals(TerminationReason.ITERATION_LIMIT, together.terminationReason());
        assertEquals(ITERATIONS, together.iterations().size());
        assertEquals(backend, outcome.backend());
        assertEquals(size, outcome.ranks().stream().map(RankOutcome::pid).distinct().count());
        final List<Integer> all = IntStream.rangeClosed(1, ITERATIONS).boxed().toList();
        assertEquals(size, events.size());
        events.values().forEach((iterations) -> assertEquals(all, iterations));
    }

    @Test
    void shouldSimulateWithTheBitsOfOneProcess() throws IOException
    {
        final TrainingResult trained = alone();
        final List<Integer> done = new ArrayList<>();
        final SimulationResult together = WorkerGroup.simulate(
            context(BackendKind.SHM, 2).progress(new WorkerProgress()
            {
                @Override
                public void scenarios(final int rank, final int count)
                {
                    done.add(count);
                }
            }),
            study,
            trained.policy(),
            7,
            output).result();
        assertEquals(7, done.size());
        final SimulationResult alone = simulateAlone(trained);
        assertEquals(alone.digest(), together.digest());
        assertArrayEquals(alone.costs(), together.costs());
        try (Stream<Path> tables = Files.list(output.resolve("costs")))
        {
            assertEquals(7, tables.count());
        }
    }

    @Test
    void shouldReportASolverFailureWithClassAndFields()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () -> WorkerGroup.train(
            context(BackendKind.SHM, 2).jvmArgs(List.of("-Dcobre.solve.fault=2,3,3,1")), study));
        assertEquals(1, failure.rank());
        assertEquals(3, failure.exitCode().orElseThrow());
        assertEquals(SolverException.class, failure.inner().orElseThrow().getClass());
        final SolverException inner = (SolverException) failure.inner().orElseThrow();
        assertEquals(3, inner.stage());
        assertEquals(2, inner.iteration());
        assertFalse(failure.stderrTail().isEmpty());
    }

    @Test
    void shouldNameTheKilledWorker()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () -> WorkerGroup.train(
            context(BackendKind.SHM, 3).progress(progress((rank, row) ->
            workers("worker --rank 1").forEach(ProcessHandle::destroyForcibly))),
            SmallStudies.cascade(4, 100_000)));
        assertEquals(1, failure.rank());
        assertEquals("SIGKILL", failure.signal().orElseThrow());
        assertTrue(failure.inner().isEmpty());
        assertTrue(Files.isDirectory(output.resolve("diagnostics")));
    }

    @Test
    void shouldStopAfterAnIteration()
    {
        final AtomicInteger heard = new AtomicInteger();
        final TrainingResult result = WorkerGroup.train(
            context(BackendKind.SHM, 2)
            .progress(progress((rank, row) -> heard.set(row.iteration())))
            .stopRequested(() -> heard.get() >= 3), SmallStudies.cascade(4, 100_000)).result();
        assertEquals(TerminationReason.SHUTDOWN, result.terminationReason());
        assertTrue(result.iterations().size() >= 3);
        assertTrue(result.iterations().size() < 100_000);
    }

    @Test
    void shouldThrowWhatTheListenerThrows()
    {
        final IllegalStateException own = new IllegalStateException("enough");
        assertSame(own, assertThrows(IllegalStateException.class, () -> WorkerGroup.train(
            context(BackendKind.SHM, 2).progress(progress((rank, row) ->
            {
                throw own;
            })), SmallStudies.cascade(4, 100_000))));
    }

    private WorkerContext context(final BackendKind backend, final int size)
    {
        return new WorkerContext(backend, size).outputDirectory(output);
    }

    private TrainingResult alone()
    {
        try (Communicator communicator = Communicators.local();
            Trainer trainer = new Trainer(new TrainingContext(
                study, StochasticModel.of(study), communicator, solvers())))
        {
            return trainer.train();
        }
    }

    private SimulationResult simulateAlone(final TrainingResult trained)
    {
        try (Communicator communicator = Communicators.local();
            Simulator simulator = new Simulator(
                study, StochasticModel.of(study), trained.policy(), communicator, solvers()))
        {
            return simulator.simulate(7, SimulationListener.NONE);
        }
    }

    private static LpSource solvers()
    {
        return LpSource.of(LpSolvers.byId(LpSolvers.DEFAULT_ID));
    }

    private static Stream<ProcessHandle> workers(final String mark)
    {
        return ProcessHandle.current().children().filter((child) -> child.info().commandLine()
            .map((line) -> line.contains(WorkerMain.class.getName()) && line.contains(mark)).orElse(false));
    }

    private static WorkerProgress progress(final IterationCallback callback)
    {
        return new WorkerProgress()
        {
            @Override
            public void iteration(final int rank, final IterationRecord row)
            {
                callback.iteration(rank, row);
            }
        };
    }

    private interface IterationCallback
    {
        void iteration(int rank, IterationRecord row);
    }
}
