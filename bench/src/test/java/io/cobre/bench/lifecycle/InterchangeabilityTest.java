package io.cobre.bench.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.bench.examples.LaggedValley;
import io.cobre.engine.BackendKind;
import io.cobre.solver.Cobre;
import io.cobre.solver.HistoryRow;
import io.cobre.solver.Restart;
import io.cobre.solver.StartMethod;
import io.cobre.solver.TrainOptions;
import io.cobre.solver.TrainingResult;
import io.cobre.solver.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bits however a study is computed (SS1.2a), for one with a cascade and one with a memory of inflows.
 */
class InterchangeabilityTest extends LifecycleSuite
{
    private static final int LONG = 100;

    @TempDir
    private Path folder;
    private Study lagged;

    /**
     * What must not depend on how it was computed.
     */
    private record Bits(String policy, String bounds, long lpSolves, List<Double> lower, List<Double> upper)
    {
        static Bits of(final TrainingResult result)
        {
            return new Bits(
                result.policyDigest(),
                result.boundsDigest(),
                result.lpSolves(),
                result.history().stream().map(HistoryRow::lowerBound).toList(),
                result.history().stream().map(HistoryRow::upperBound).toList());
        }
    }

    @BeforeEach
    void write() throws IOException
    {
        lagged = LaggedValley.study(folder);
    }

    @Test
    void shouldTellStudiesApart()
    {
        assertEquals(2, List.of(alone(valley()), alone(lagged)).stream().map(Bits::policy).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"SHM,3", "TCP,3"})
    void shouldGiveTheBitsOfOneProcessOnThree(final BackendKind backend, final int size)
    {
        assertSame(lagged, options(backend, size));
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"LOCAL,4", "SHM,2", "SHM,3", "SHM,4", "TCP,2", "TCP,3", "TCP,4"})
    void shouldGiveTheBitsOfOneProcess(final BackendKind backend, final int size)
    {
        assertSame(valley(), options(backend, size));
        assertSame(lagged, options(backend, size));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void shouldGiveTheBitsOfOneProcessOnThreads(final int size)
    {
        assertSame(valley(), options(BackendKind.AUTO, size).startMethod(StartMethod.THREAD));
        assertSame(lagged, options(BackendKind.AUTO, size).startMethod(StartMethod.THREAD));
    }

    @Test
    void shouldGiveTheBitsOfAnUninterruptedRun()
    {
        assertResumed(lagged, BackendKind.LOCAL, 1, BackendKind.SHM, 2);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"SHM,2,TCP,3", "TCP,3,LOCAL,1", "LOCAL,1,TCP,2", "SHM,4,SHM,2"})
    void shouldGiveTheBitsOfAnUninterruptedRun(
        final BackendKind before, final int sizeBefore, final BackendKind after, final int sizeAfter)
    {
        assertResumed(valley(), before, sizeBefore, after, sizeAfter);
        assertResumed(lagged, before, sizeBefore, after, sizeAfter);
    }

    @OnBothBackends
    @Tag("slow")
    void shouldGiveTheBitsOfARunWithoutDeaths(final BackendKind backend)
    {
        for (final Study study : List.of(valley(), lagged))
        {
            try (WorkerWatch group = new WorkerWatch())
            {
                final AtomicBoolean isKilled = new AtomicBoolean();
                final TrainingResult restarted = Cobre.train(study, limited(backend, 3, LONG)
                    .maxRestarts(1)
                    .progressCallback((event) ->
                    {
                        if (event.done() > 4 && group.worker(1) != null && isKilled.compareAndSet(false, true))
                        {
                            group.worker(1).destroyForcibly();
                        }
                    }));
                assertEquals(List.of(1), restarted.restarts().stream().map(Restart::rank).toList());
                assertEquals(
                    Bits.of(Cobre.train(study, limited(BackendKind.LOCAL, 1, LONG))), Bits.of(restarted));
            }
        }
    }

    private void assertResumed(
        final Study study,
        final BackendKind before,
        final int sizeBefore,
        final BackendKind after,
        final int sizeAfter)
    {
        final Path checkpoint = output.resolve("checkpoint.bin");
        final TrainingResult begun = Cobre.train(study, limited(before, sizeBefore, 3).checkpoint(checkpoint));
        final TrainingResult resumed = Cobre.train(study, options(after, sizeAfter).resume(checkpoint));
        assertEquals(3, begun.iterations());
        assertEquals(3, resumed.resumedFrom());
        assertEquals(alone(study), Bits.of(resumed));
    }

    private void assertSame(final Study study, final TrainOptions options)
    {
        assertEquals(alone(study), Bits.of(Cobre.train(study, options)));
    }

    private Bits alone(final Study study)
    {
        return Bits.of(Cobre.train(study, options(BackendKind.AUTO, 1)));
    }
}
