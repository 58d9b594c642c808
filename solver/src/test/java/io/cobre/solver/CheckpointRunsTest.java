package io.cobre.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.engine.launch.WorkerException;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.parquet.ParquetTable;
import io.cobre.solver.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that stop or lose a worker and go on (SS2.1), through the public entry.
 */
class CheckpointRunsTest
{
    private static final int ITERATIONS = 9;

    private final Study study = SmallStudies.cascade(4, ITERATIONS);

    @TempDir
    private Path folder;

    @AfterEach
    void shouldLeaveNoWorker()
    {
        assertEquals(0, workers("").count());
    }

    @Test
    void shouldGoOnWithOtherWorkersAndBackends()
    {
        final TrainingResult whole = Cobre.train(study, new TrainOptions());
        assertEquals(0, whole.resumedFrom());
        TrainingResult last = interrupted(new TrainOptions());
        assertEquals("shutdown", last.terminationReason());
        assertEquals(folder.resolve("checkpoint.bin"), last.checkpoint().orElseThrow());
        for (final TrainOptions next : List.of(
            new TrainOptions().numWorkers(3).backend("shm"),
            new TrainOptions().numWorkers(2).backend("tcp"),
            new TrainOptions().numWorkers(2).startMethod("thread")))
        {
            final int before = last.iterations();
            last = interrupted(next.resume());
            assertEquals(before, last.resumedFrom());
            assertTrue(last.iterations() > before && last.iterations() < ITERATIONS, last.iterations() + "");
        }
        last = Cobre.train(study, new TrainOptions().outputDirectory(folder).resume());
        assertEquals(whole.policyDigest(), last.policyDigest());
        assertEquals(whole.boundsDigest(), last.boundsDigest());
        assertEquals(whole.lpSolves(), last.lpSolves());
        assertEquals(ITERATIONS, last.history().size());
        assertTrue(last.checkpoint().isEmpty());
        assertArrayEquals(
            IntStream.rangeClosed(1, ITERATIONS).toArray(),
            ParquetTable.read(folder.resolve("training/convergence.parquet")).ints("iteration"));
    }

    @Test
    void shouldTakeItsSettingsFromConfig()
    {
        final TrainOptions options = new TrainOptions()
            .outputDirectory(folder)
            .configOverride("policy.checkpointing.enabled", "true")
            .configOverride("policy.checkpointing.initial_iteration", "3")
            .configOverride("policy.checkpointing.interval_iterations", "4");
        final List<Boolean> saved = new ArrayList<>();
        Cobre.train(study, options.progressCallback(
            (event) -> saved.add(Files.exists(folder.resolve("checkpoint.bin")))));
        assertEquals(List.of(false, false, true), saved.subList(0, 3));
        final TrainingResult again = Cobre.train(
            study, new TrainOptions().outputDirectory(folder).configOverride("policy.mode", "resume"));
        assertEquals(ITERATIONS, again.resumedFrom());
        assertEquals(ITERATIONS, again.iterations());
    }

    @Test
    void shouldNotTakeThePlaceOfAFolder() throws IOException
    {
        final Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.createFile(precious.resolve("file"));
        assertEquals("CheckpointFailed", assertThrows(CobreException.class, () -> Cobre.train(
            study, new TrainOptions().outputDirectory(folder).checkpoint(precious))).kind().id());
        assertTrue(Files.exists(precious.resolve("file")));
    }

    @Test
    void shouldStartAgainFromItsOwnCopyWhenAWorkerDies() throws IOException
    {
        loseWorkers(1, new TrainOptions().numWorkers(2));
        assertTrue(Files.notExists(folder.resolve("checkpoint.bin")));
    }

    @Test
    @Tag("slow")
    void shouldStartAgainFromTheCheckpointOfTheUserWhenWorkersDie() throws IOException
    {
        loseWorkers(2, new TrainOptions().numWorkers(3).checkpoint());
        assertTrue(Files.exists(folder.resolve("checkpoint.bin")));
    }

    private void loseWorkers(final int count, final TrainOptions options) throws IOException
    {
        final Study longer = SmallStudies.cascade(4, 120);
        final AtomicInteger deaths = new AtomicInteger();
        final List<ValidationRecord> warnings = new ArrayList<>();
        final List<ProgressEvent> restarts = new ArrayList<>();
        options.maxRestarts(count).outputDirectory(folder).warningCallback(warnings::add).progressCallback((event) ->
        {
            if (event.phase() == ProgressEvent.Phase.RESTART)
            {
                restarts.add(event);
            }
            else if (deaths.get() < count && event.done() >= 20 * (deaths.get() + 1))
            {
                deaths.incrementAndGet();
                workers("worker --rank 1").forEach(ProcessHandle::destroyForcibly);
            }
        });
        final TrainingResult result = Cobre.train(longer, options);
        final TrainingResult whole = Cobre.train(longer, new TrainOptions());
        assertEquals(whole.policyDigest(), result.policyDigest());
        assertEquals(whole.boundsDigest(), result.boundsDigest());
        assertEquals(count, result.restarts().size());
        final Restart last = result.restarts().get(count - 1);
        assertEquals("SIGKILL", last.signal().orElseThrow());
        assertEquals(1, last.rank());
        assertEquals(count, last.number());
        assertTrue(last.iteration() > 0, last.toString());
        assertEquals(count, restarts.size());
        assertEquals(last.iteration(), restarts.get(count - 1).done());
        assertEquals(count, warnings.stream().filter((warning) -> warning.message().contains("restart")).count());
        assertTrue(Files.readString(folder.resolve("training/metadata.json")).contains("SIGKILL"));
        assertEquals(List.of(), leftovers());
    }

    @Test
    void shouldGiveUpWhenWorkersDieTooOften()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () -> Cobre.train(
            SmallStudies.cascade(4, 100_000), new TrainOptions().numWorkers(2).maxRestarts(1).progressCallback(
            (event) -> workers("worker --rank 0").forEach(ProcessHandle::destroyForcibly))));
        assertEquals(0, failure.rank());
        assertEquals(1, failure.context().get("restarts"));
    }

    @Test
    void shouldNotRepeatWhatWouldFailAgain()
    {
        final WorkerException failure = assertThrows(WorkerException.class, () -> Cobre.train(
            study,
            new TrainOptions().numWorkers(2).maxRestarts(3).jvmArgs(List.of("-Dcobre.solve.fault=2,3,3,1"))));
        assertEquals(0, failure.context().get("restarts"));
        assertTrue(failure.inner().isPresent());
    }

    @Test
    void shouldRefuseBeforeAnythingStarts() throws IOException
    {
        assertEquals("CheckpointFailed", assertThrows(CobreException.class, () -> Cobre.train(
            study, new TrainOptions().numWorkers(2).resume(folder.resolve("none.bin")))).kind().id());
        interrupted(new TrainOptions());
        final CobreException foreign = assertThrows(CobreException.class, () -> Cobre.train(
            SmallStudies.cascade(3, 9), new TrainOptions().numWorkers(2).outputDirectory(folder).resume()));
        assertEquals("IncompatibleRuns", foreign.kind().id());
        Files.write(folder.resolve("checkpoint.bin"), new byte[50]);
        assertEquals("CheckpointFailed", assertThrows(CobreException.class, () -> Cobre.train(
            study, new TrainOptions().outputDirectory(folder).resume())).kind().id());
        assertThrows(ValidationException.class, () -> Cobre.train(study, new TrainOptions().maxRestarts(-1)));
        assertThrows(ValidationException.class, () -> Cobre.train(study, new TrainOptions().checkpoint()));
    }

    @Test
    void shouldWarnThatOneProcessCannotStartAgain()
    {
        final List<ValidationRecord> warnings = new ArrayList<>();
        Cobre.train(study, new TrainOptions().maxRestarts(1).warningCallback(warnings::add));
        assertTrue(warnings.stream().anyMatch((warning) -> warning.message().contains("restarts")));
    }

    @Test
    void shouldStopAtOnceWhenItsThreadIsInterrupted() throws Exception
    {
        for (final TrainOptions options : List.of(
            new TrainOptions(),
            new TrainOptions().numWorkers(2),
            new TrainOptions().numWorkers(2).startMethod("thread")))
        {
            final Thread caller = Thread.currentThread();
            final CancellationException end = assertThrows(CancellationException.class, () -> Cobre.train(
                SmallStudies.cascade(4, 100_000), options.progressCallback((event) -> caller.interrupt())));
            assertTrue(Thread.interrupted(), end.toString());
            assertEquals(List.of(), leftovers());
        }
    }

    @Test
    void shouldSayThatItWasInterruptedWhileItReadTheCase()
    {
        final Path example = Path.of(System.getProperty("cobre.root", ".."), "examples", "two-reservoirs");
        Thread.currentThread().interrupt();
        assertThrows(
            CancellationException.class, () -> Cobre.train(example, new TrainOptions().outputDirectory(folder)));
        assertTrue(Thread.interrupted());
    }

    private TrainingResult interrupted(final TrainOptions options)
    {
        return Cobre.train(study, options.outputDirectory(folder).stopRequested(() -> true));
    }

    private static Stream<ProcessHandle> workers(final String mark)
    {
        return ProcessHandle.current().children().filter((child) -> child.info().commandLine()
            .map((line) -> line.contains("WorkerMain") && line.contains(mark)).orElse(false));
    }

    private static List<String> leftovers() throws IOException
    {
        final Path memory = Path.of("/dev/shm");
        if (!Files.isDirectory(memory))
        {
            return List.of();
        }
        final String own = "" + ProcessHandle.current().pid();
        final List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(memory))
        {
            for (final Path directory : files.filter((path) -> path.getFileName().toString().startsWith("cobre_comm_"))
                .toList())
            {
                final Path lock = directory.resolve("lock");
                if (Files.exists(lock) && own.equals(Files.readString(lock).trim()))
                {
                    names.add(directory.toString());
                }
            }
        }
        return names;
    }
}
