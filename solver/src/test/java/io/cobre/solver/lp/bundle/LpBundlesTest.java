package io.cobre.solver.lp.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LadderLog;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpInstance;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.RandomLp;
import io.cobre.solver.lp.highs.MpsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LpBundlesTest
{
    private static final LpSolverProvider HIGHS = LpSolvers.byId("highs");
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    private Path temp;

    private final RandomLp lp = RandomLp.small(3);

    @Test
    void shouldReadBackEveryBitOfWhatItKept() throws Exception
    {
        final FailedLp failed = failedUnit(99, 0.0);
        final FailedLp read = LpBundles.read(new LpBundles(temp.resolve("again"), HIGHS).keep(failed).folder());
        assertEquals(failed.place(), read.place());
        assertEquals(failed.steps(), read.steps());
        assertEquals(failed.verdicts(), read.verdicts());
        assertArrayEquals(failed.columnStatus(), read.columnStatus());
        assertArrayEquals(failed.rowStatus(), read.rowStatus());
        assertArrayEquals(failed.notes().state(), read.notes().state());
        assertEquals(failed.notes().rowNames(), read.notes().rowNames());
        assertArrayEquals(failed.model().cost(), read.model().cost());
        assertArrayEquals(failed.model().columnLower(), read.model().columnLower());
        assertArrayEquals(failed.model().columnUpper(), read.model().columnUpper());
        assertArrayEquals(failed.model().rowLower(), read.model().rowLower());
        assertArrayEquals(failed.model().rowUpper(), read.model().rowUpper());
        assertArrayEquals(failed.model().starts(), read.model().starts());
        assertArrayEquals(failed.model().indices(), read.model().indices());
        assertArrayEquals(failed.model().values(), read.model().values());
    }

    @Test
    void shouldWriteAnMpsFileThatAnotherReaderUnderstands() throws Exception
    {
        final FailedLp failed = failedUnit(99, 0.0);
        final Path file = new LpBundles(temp, HIGHS).keep(failed).folder().resolve("model.mps");
        assertEquals(objective(failed.modelAtFailure()), MpsReader.objective(file), 1e-9);
        assertTrue(Files.readString(file).contains(" E row_0\n"), "names are used");

        final LpModel every = new LpModel(
            new double[] {1.0, -1.0, 2.0, -0.5, 1.0},
            new double[] {-INF, -INF, -3.0, 0.0, 7.0},
            new double[] {INF, 4.0, 5.0, 6.0, 7.0},
            new double[] {-2.0, -INF, 1.0, -INF},
            new double[] {3.5, 9.0, INF, INF},
            new int[] {0, 2, 4, 6, 7},
            new int[] {0, 1, 2, 3, 0, 4, 2},
            new double[] {1.0, 1.0, 1.0, 1.0, 1.0, 0.25, 1.0});
        final Path other = new LpBundles(temp, HIGHS).keep(failed(every)).folder().resolve("model.mps");
        assertEquals(objective(every), MpsReader.objective(other), 1e-12);
    }

    @Test
    void shouldDoTheUnitAgainAndNameTheConflict()
    {
        final FailedLp failed = failedUnit(0, 1e9);
        final LpReplay.Outcome outcome = LpReplay.run(failed, HIGHS);
        assertTrue(outcome.reproduced(), "infeasible is infeasible");
        assertEquals(3, outcome.unit().size());
        assertEquals(LpSolver.Status.OPTIMAL, outcome.unit().get(0).status());
        assertEquals(LpSolver.Status.INFEASIBLE, outcome.unit().get(2).status());
        assertEquals(LpAttempt.values().length, outcome.attempts().size());
        final List<Conflict.Part> parts = outcome.conflict().parts();
        final int load = lp.noiseRows()[lp.noiseRows().length - 1];
        assertTrue(parts.stream().anyMatch((part) -> part.name().equals("row_" + load)), parts.toString());
        assertTrue(parts.stream().anyMatch((part) -> part.what().equals("column")), parts.toString());

        final LpReplay.Outcome other = LpReplay.run(failed, LpSolvers.byId("clp"));
        assertTrue(other.reproduced(), "by the other solver too");
        assertEquals(outcome.conflict().violation(), other.conflict().violation(), 1.0);
    }

    @Test
    void shouldSayThatASolveDoesNotFailHere()
    {
        final LpReplay.Outcome outcome = LpReplay.run(failedUnit(99, 0.0), HIGHS);
        assertFalse(outcome.reproduced());
        assertNull(outcome.conflict());
    }

    @Test
    void shouldRefuseAFolderThatIsNoBundle() throws Exception
    {
        final CobreIOException missing = assertThrows(CobreIOException.class, () -> LpBundles.read(temp));
        assertEquals(SolverErrorKind.OUTPUT_NOT_FOUND, missing.kind());
        Files.writeString(temp.resolve("unit.json"), "{\"iteration\":1}");
        final CobreIOException damaged = assertThrows(CobreIOException.class, () -> LpBundles.read(temp));
        assertEquals(SolverErrorKind.OUTPUT_CORRUPTED, damaged.kind());
    }

    /** A unit of three solves whose last one fails: on purpose, or as the deficit is closed and the load too high. */
    private FailedLp failedUnit(final int faults, final double load)
    {
        final LpModel model = lp.modelWith(lp.cuts(12, 4));
        final LpSource source = new LpSource(
            HIGHS, (iteration, stage, trial, opening) -> opening == 2 ? faults : 0, new LadderLog())
            .keepingFailures(new LpBundles(temp, HIGHS));
        try (LpInstance instance = new LpInstance(source, 4))
        {
            instance.load(model);
            final byte[] rows = new byte[instance.rows()];
            Arrays.fill(rows, LpSolver.BASIC);
            instance.start(new byte[instance.columns()], rows);
            for (int opening = 0; opening < 3; opening++)
            {
                final double[] rhs = lp.noise(opening);
                if (load > 0.0 && opening == 2)
                {
                    rhs[rhs.length - 1] = load;
                    final int deficit = instance.columns() - 2;
                    instance.columnBounds(1, new int[] {deficit}, new double[1], new double[1]);
                }
                instance.rowBounds(rhs.length, lp.noiseRows(), rhs, rhs);
                instance.at(1, 0, opening);
                instance.solve();
            }
            final SolverException failure = instance.failure(new FailedLp.Notes(
                lp.noise(9), lp.noise(8), names("column_", instance.columns()), names("row_", instance.rows())));
            assertNull(failure.context().get("bundle_error"));
            return LpBundles.read(Path.of((String) failure.context().get("bundle")));
        }
    }

    private static List<String> names(final String prefix, final int count)
    {
        return IntStream.range(0, count).mapToObj((index) -> prefix + index).toList();
    }

    private static FailedLp failed(final LpModel model)
    {
        return new FailedLp(
            new FailedLp.Place(0, 0, 0, 0), "none", "0".repeat(64), Stream.of("x").toList(), model, null, null,
            List.of(), FailedLp.Notes.NONE);
    }

    private static double objective(final LpModel model)
    {
        try (LpSolver solver = HIGHS.create(LpAttempt.COLD))
        {
            solver.load(model);
            assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
            return solver.objective();
        }
    }
}
