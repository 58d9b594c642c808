package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.BackendKind;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.study.Study;
import io.cobre.solver.study.input.CaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all tests of the lifecycle have in common: a small study, and afterwards no process, run directory or thread.
 */
@Tag("lifecycle")
abstract class LifecycleSuite
{
    static final Path VALLEY = Path.of(System.getProperty("cobre.root"), "examples", "two-reservoirs");

    private static final int ENDLESS = 1_000_000;
    private static final long PATIENCE_MS = 2000;
    private static final List<String> FOREIGN_THREADS =
        List.of("process reaper", "worker-watch", "ForkJoinPool", "junit", "surefire", "JNA Cleaner");

    @TempDir
    Path output;

    private final Study valley = CaseLoader.load(VALLEY, Map.of());
    private WorkerWatch watch;
    private Set<Thread> threadsBefore;

    @BeforeEach
    void watch()
    {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/cmdline")), "no /proc here to look processes up");
        threadsBefore = Thread.getAllStackTraces().keySet();
        watch = new WorkerWatch();
    }

    @AfterEach
    void shouldLeaveNothingBehind() throws InterruptedException
    {
        watch.close();
        assertEquals(List.of(), children(), "children");
        assertEquals(List.of(), watch.runDirectories().stream().filter(Files::exists).toList(), "run directories");
        final long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!newThreads().isEmpty() && System.nanoTime() < deadline)
        {
            Thread.sleep(10);
        }
        assertEquals(Set.of(), newThreads(), "threads");
    }

    final Study valley()
    {
        return valley;
    }

    final WorkerWatch workers()
    {
        return watch;
    }

    /**
     * A run of two-reservoirs that ends by itself.
     */
    final TrainOptions options(final BackendKind backend, final int size)
    {
        return new TrainOptions().backend(backend).numWorkers(size).outputDirectory(output);
    }

    final TrainOptions limited(final BackendKind backend, final int size, final int iterations)
    {
        return options(backend, size).configOverride(
            "training.stopping_rules", "[{\"type\": \"iteration_limit\", \"limit\": " + iterations + "}]");
    }

    /**
     * A run that ends when somebody ends it.
     */
    final TrainOptions endless(final BackendKind backend, final int size)
    {
        return limited(backend, size, ENDLESS);
    }

    /**
     * What this process has started and not waited for, zombies included.
     */
    static List<String> children()
    {
        return ProcessHandle.current().children()
            .map((child) -> child.pid() + " " + child.info().commandLine().orElse("zombie"))
            .toList();
    }

    static void kill(final String signal, final ProcessHandle process)
    {
        try
        {
            new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
        }
        catch (final IOException ex)
        {
            throw new IllegalStateException(ex);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> newThreads()
    {
        return Thread.getAllStackTraces().keySet().stream()
            .filter((thread) -> thread.isAlive() && !threadsBefore.contains(thread))
            .map(Thread::getName)
            .filter((name) -> FOREIGN_THREADS.stream().noneMatch(name::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    }
}
