package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.CutSelection;
import io.cobre.solver.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads of a worker that solve LPs side by side (SS7.4): the same bits for every number of them.
 */
class LpThreadsRunTest
{
    private static final CutSelection LML1 = new CutSelection(CutSelection.Method.LML1, 2, 2, 0, 0.0, 0.0, 0);

    @TempDir
    private Path output;

    private final Study study = SmallStudies.with(SmallStudies.cascade(5, 7), LML1);

    @AfterEach
    void shouldLeaveNoThread()
    {
        assertEquals(
            List.of(), Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
            .filter((name) -> name.startsWith("cobre-lp-")).toList());
    }

    @ParameterizedTest
    @CsvSource({"1,2,spawn", "1,3,spawn", "1,8,spawn", "2,2,thread", "2,2,spawn"})
    void shouldGiveTheSameBits(final int workers, final int threads, final String startMethod) throws Exception
    {
        final TrainingResult alone = Cobre.train(study, new TrainOptions());
        final TrainingResult together = Cobre.train(
            study, new TrainOptions().numWorkers(workers).threads(threads).startMethod(startMethod));
        assertEquals(alone.policyDigest(), together.policyDigest());
        assertEquals(alone.boundsDigest(), together.boundsDigest());
        assertEquals(alone.lpSolves(), together.lpSolves());
        final Set<Thread> callers = new HashSet<>();
        final List<Integer> done = new ArrayList<>();
        final SimulationResult simulated = Cobre.simulate(study, alone.policy(), new SimulateOptions()
            .numWorkers(workers).threads(threads).startMethod(startMethod).scenarios(23).outputDirectory(output)
            .progressCallback((event) ->
            {
                callers.add(Thread.currentThread());
                done.add(event.done());
            }));
        assertEquals(
            Cobre.simulate(study, alone.policy(), new SimulateOptions().scenarios(23)).digest(), simulated.digest());
        assertEquals(1, callers.size());
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(23, done.size());
        try (Stream<Path> tables = Files.list(output.resolve("simulation").resolve("costs")))
        {
            assertEquals(23, tables.count());
        }
    }

    @Test
    void shouldReadTheVariable()
    {
        final Map<String, String> environment = Map.of("COBRE_THREADS", "3");
        assertEquals(3, new TrainOptions().environment(environment).threads());
        assertEquals(2, new TrainOptions().environment(environment).threads(2).threads());
        assertEquals(1, new TrainOptions().threads());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "2000"})
    void shouldRefuseWhatIsNoNumberOfThreads(final String text)
    {
        final CobreException error = assertThrows(CobreException.class, () -> Cobre.train(
            study, new TrainOptions().environment(Map.of("COBRE_THREADS", text))));
        assertEquals(SolverErrorKind.OUT_OF_RANGE, error.kind());
        assertEquals("COBRE_THREADS", error.context().get("option"));
    }

    @Test
    void shouldWarnOfMoreThreadsThanCores()
    {
        final List<ValidationRecord> warnings = new ArrayList<>();
        final int cores = Runtime.getRuntime().availableProcessors();
        RunPlan.of(new TrainOptions().numWorkers(2).threads(cores).warningCallback(warnings::add), study.config());
        RunPlan.of(new TrainOptions().threads(cores).warningCallback(warnings::add), study.config());
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).message().contains("want " + 2 * cores + " cores"), warnings.toString());
    }

    @Test
    void shouldThrowTheErrorOfTheFirstUnitThatFailed()
    {
        System.setProperty("cobre.solve.fault", "2,3,3,1");
        try
        {
            final SolverException error = assertThrows(
                SolverException.class, () -> Cobre.train(study, new TrainOptions().threads(3)));
            assertEquals(3, error.stage());
            assertEquals(3, error.context().get("trial"));
        }
        finally
        {
            System.clearProperty("cobre.solve.fault");
        }
        final WorkerException failure = assertThrows(WorkerException.class, () -> Cobre.train(
            study, new TrainOptions().numWorkers(2).threads(2).jvmArgs(List.of("-Dcobre.solve.fault=2,3,3,1"))));
        assertEquals(SolverException.class, failure.inner().orElseThrow().getClass());
    }

    @Test
    void shouldEndWhenTheCallerIsInterrupted()
    {
        final Thread caller = Thread.currentThread();
        assertThrows(CancellationException.class, () -> Cobre.train(
            SmallStudies.cascade(4, 100_000),
            new TrainOptions().threads(2).progressCallback((event) -> caller.interrupt())));
        assertTrue(Thread.interrupted());
    }
}
