package io.cobre.solver.lp;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.SolverException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LpInstanceTest
{
    private static final int STAGE = 3;
    private static final int OPENINGS = 5;

    private final LadderLog log = new LadderLog();
    private final List<LpInstance> opened = new ArrayList<>();
    private final RandomLp lp = RandomLp.small(61);
    private final RandomLp.Cut[] cuts = lp.cuts(30, 9);

    @AfterEach
    void closeAll()
    {
        opened.forEach(LpInstance::close);
    }

    @Test
    void shouldClimbOneStepForEachFailedAttempt()
    {
        final double expected = unit(whole(SolveFaults.NONE)).get(2).objective();
        assertTrue(log.uses().isEmpty(), "no retry without a failure");
        assertTrue(log.summary().isEmpty(), "nothing to tell");
        for (int failed = 1; failed < LpAttempt.values().length; failed++)
        {
            final LpAnswer answer = unit(whole(failing(failed))).get(2);
            assertEquals(expected, answer.objective(), 1e-7 * Math.abs(expected), failed + " failures");
            final LadderLog.Use use = log.uses().get(failed - 1);
            assertEquals(LpAttempt.values()[failed], use.attempt());
            assertEquals(List.of(7, STAGE, 1, 2), List.of(use.iteration(), use.stage(), use.trial(), use.opening()));
            assertTrue(use.solved(), "solved in the end");
        }
    }

    @Test
    void shouldGiveTheSameBitsAfterARetryWhateverWasSolvedBefore()
    {
        for (int failed = 1; failed <= 3; failed++)
        {
            final String expected = bits(unit(whole(failing(failed))));
            final LpInstance grown = instance(failing(failed));
            grown.load(lp.model());
            for (int i = 0; i < cuts.length; i += 10)
            {
                new RandomLp.RowList(Arrays.copyOfRange(cuts, i, i + 10)).addTo(grown);
                grown.at(1, 0, 0);
                solveAt(grown, 900 + i);
            }
            assertEquals(expected, bits(unit(grown)), "grown");
            assertEquals(expected, bits(unit(grown)), "again");
        }
    }

    @Test
    void shouldCopyWhatTheInstanceHoldsThroughGrowthAndDeletion()
    {
        final LpCopy copy = new LpCopy();
        copy.load(lp.model());
        final int first = copy.rows();
        final RandomLp.RowList all = new RandomLp.RowList(cuts);
        copy.addRows(cuts.length, all.lower, all.upper, all.starts, all.indices, all.values);
        final RandomLp.RowList more = new RandomLp.RowList(lp.cuts(4, 700));
        copy.addRows(4, more.lower, more.upper, more.starts, more.indices, more.values);
        copy.deleteRows(3, new int[] {first + 1, first + 5, first + 33});
        copy.rowBounds(1, new int[] {0}, new double[] {-1.5}, new double[] {2.5});
        copy.columnBounds(1, new int[] {1}, new double[] {-3.5}, new double[] {4.5});

        final List<RandomLp.Cut> kept = new ArrayList<>(List.of(cuts));
        kept.addAll(List.of(lp.cuts(4, 700)));
        kept.remove(33);
        kept.remove(5);
        kept.remove(1);
        final LpModel expected = lp.modelWith(kept.toArray(new RandomLp.Cut[0]));
        expected.rowLower()[0] = -1.5;
        expected.rowUpper()[0] = 2.5;
        expected.columnLower()[1] = -3.5;
        expected.columnUpper()[1] = 4.5;

        final LpModel model = copy.model();
        assertArrayEquals(expected.cost(), model.cost());
        assertArrayEquals(expected.columnLower(), model.columnLower());
        assertArrayEquals(expected.columnUpper(), model.columnUpper());
        assertArrayEquals(expected.rowLower(), model.rowLower());
        assertArrayEquals(expected.rowUpper(), model.rowUpper());
        assertArrayEquals(expected.starts(), model.starts());
        assertArrayEquals(expected.indices(), model.indices());
        assertArrayEquals(expected.values(), model.values());
    }

    @Test
    void shouldTellTheStoryOfASolveThatFailed()
    {
        final LpInstance instance = whole(failing(99));
        instance.at(7, 1, 2);
        assertEquals(LpSolver.Status.FAILED, instance.solve());
        final SolverException failure = instance.failure(FailedLp.Notes.NONE);
        assertEquals(SolverErrorKind.SOLVER_FAILURE, failure.kind());
        assertEquals(STAGE, failure.stage());
        assertEquals(7, failure.iteration());
        assertEquals(1, failure.context().get("trial"));
        assertEquals(2, failure.context().get("opening"));
        assertEquals(LpAttempt.values().length, ((List<?>) failure.context().get("attempts")).size());
        assertTrue(failure.getMessage().contains("stage 3"), failure.getMessage());

        instance.at(8, 1, 2);
        assertEquals(LpSolver.Status.OPTIMAL, instance.solve(), "the instance goes on");
    }

    @Test
    void shouldKeepWhatTheUnitDidUpToTheSolveThatFailed()
    {
        final List<FailedLp> kept = new ArrayList<>();
        final LpSource source = new LpSource(LpSolvers.byId("highs"), failing(99), log)
            .keepingFailures(failed ->
            {
                kept.add(failed);
                return new FailedLpKeeper.Kept(Path.of("somewhere"), List.of("x >= 2.0", "y <= 1.0"));
            });
        final LpModel model = lp.modelWith(cuts);
        try (LpInstance instance = new LpInstance(source, STAGE))
        {
            instance.load(model);
            final byte[] columns = new byte[instance.columns()];
            final byte[] rows = new byte[instance.rows()];
            Arrays.fill(rows, LpSolver.BASIC);
            solveAt(instance, 50);
            final LpModel begin = modelAt(model, 50);
            instance.start(columns, rows);
            solveAt(instance, 51);
            instance.columnBounds(1, new int[] {2}, new double[] {1.0}, new double[] {50.0});
            solveAt(instance, 52);
            instance.at(7, 1, 2);
            instance.solve();
            final SolverException failure = instance.failure(FailedLp.Notes.NONE);
            assertEquals("somewhere", failure.context().get("bundle"));
            assertTrue(failure.getMessage().endsWith("cannot hold together: x >= 2.0, y <= 1.0"), failure.getMessage());

            final FailedLp failed = kept.get(0);
            assertEquals("iteration 7, stage 3, trial 1, opening 2", failed.place().toString());
            assertArrayEquals(begin.rowLower(), failed.model().rowLower());
            assertArrayEquals(begin.rowUpper(), failed.model().rowUpper());
            assertArrayEquals(begin.columnUpper(), failed.model().columnUpper());
            assertArrayEquals(columns, failed.columnStatus());
            assertArrayEquals(rows, failed.rowStatus());
            assertEquals(
                3, failed.steps().stream().filter(step -> step.action() == FailedLp.Action.SOLVE).count());
            assertArrayEquals(modelAt(model, 52).rowLower(), failed.modelAtFailure().rowLower());
            assertEquals(50.0, failed.modelAtFailure().columnUpper()[2]);
        }
    }

    private LpModel modelAt(final LpModel model, final long seed)
    {
        final LpCopy copy = new LpCopy();
        copy.load(model);
        final double[] rhs = lp.noise(seed);
        copy.rowBounds(rhs.length, lp.noiseRows(), rhs, rhs);
        return copy.model();
    }

    @Test
    void shouldBelieveInfeasibleAfterOneColdSolve()
    {
        final LpInstance instance = whole(SolveFaults.NONE);
        final int last = instance.columns() - 1;
        instance.columnBounds(1, new int[] {last - 1}, new double[] {0.0}, new double[] {0.0});
        final int load = lp.noiseRows()[lp.noiseRows().length - 1];
        instance.rowBounds(1, new int[] {load}, new double[] {1e9}, new double[] {1e9});
        assertEquals(LpSolver.Status.INFEASIBLE, instance.solve());
        assertEquals(LpAttempt.COLD, log.uses().get(0).attempt());
        final String message = instance.failure(FailedLp.Notes.NONE).getMessage();
        assertTrue(message.contains("infeasible"), message);
    }

    @Test
    void shouldClimbTheWholeLadderWhereThereIsALimitAndGoOnFromWhatWasFound()
    {
        final ScriptedProvider scripted = new ScriptedProvider(LpAttempt.PRIMAL);
        try (LpInstance instance = new LpInstance(new LpSource(scripted, SolveFaults.NONE, log), STAGE))
        {
            instance.load(ScriptedLp.MODEL);
            assertEquals(LpSolver.Status.OPTIMAL, instance.solve());
            assertEquals(8.0, instance.objective());
            assertEquals(1, instance.iterations());
            assertArrayEquals(new double[] {2.0}, LpAnswer.of(instance).duals());
        }
        final String summary = log.summary().orElseThrow();
        assertTrue(summary.startsWith("1 solves of linear programs needed another attempt {PRIMAL=1}"), summary);
        assertEquals(LpAttempt.PRIMAL, log.uses().get(0).attempt());
        assertEquals("WARM: LIMIT", log.uses().get(0).verdict().split(",")[0]);
        assertEquals(5, scripted.made.size(), "warm, cold, presolved, primal, and warm again");
        scripted.made.forEach(lp -> assertEquals(1, lp.closed));
        assertEquals(1, scripted.made.get(4).started, "from the basis that was found");
    }

    private static final class ScriptedProvider implements LpSolverProvider
    {
        private final List<ScriptedLp> made = new ArrayList<>();
        private final LpAttempt good;

        ScriptedProvider(final LpAttempt good)
        {
            this.good = good;
        }

        @Override
        public String id()
        {
            return "scripted";
        }

        @Override
        public LpSolver create(final LpAttempt attempt)
        {
            final ScriptedLp lp = new ScriptedLp();
            lp.status = attempt == good ? LpSolver.Status.OPTIMAL : LpSolver.Status.LIMIT;
            made.add(lp);
            return new CheckedSolver(lp);
        }

        @Override
        public String libraryName()
        {
            return "scripted";
        }

        @Override
        public String librarySha256()
        {
            return "0".repeat(64);
        }
    }

    private static SolveFaults failing(final int attempts)
    {
        return (iteration, stage, trial, opening) ->
            iteration == 7 && stage == STAGE && trial == 1 && opening == 2 ? attempts : 0;
    }

    private LpInstance instance(final SolveFaults faults)
    {
        final LpInstance instance = new LpInstance(new LpSource(LpSolvers.byId("highs"), faults, log), STAGE);
        opened.add(instance);
        return instance;
    }

    private LpInstance whole(final SolveFaults faults)
    {
        final LpInstance instance = instance(faults);
        instance.load(lp.modelWith(cuts));
        return instance;
    }

    private List<LpAnswer> unit(final LpInstance instance)
    {
        final byte[] columns = new byte[instance.columns()];
        final byte[] rows = new byte[instance.rows()];
        Arrays.fill(rows, LpSolver.BASIC);
        instance.start(columns, rows);
        final List<LpAnswer> answers = new ArrayList<>();
        for (int opening = 0; opening < OPENINGS; opening++)
        {
            instance.at(7, 1, opening);
            solveAt(instance, opening);
            answers.add(LpAnswer.of(instance));
        }
        return answers;
    }

    private void solveAt(final LpInstance instance, final long seed)
    {
        final int[] rows = lp.noiseRows();
        final double[] rhs = lp.noise(seed);
        instance.rowBounds(rows.length, rows, rhs, rhs);
        assertEquals(LpSolver.Status.OPTIMAL, instance.solve(), instance::verdict);
    }

    private static String bits(final List<LpAnswer> answers)
    {
        final StringBuilder text = new StringBuilder();
        answers.forEach(answer -> text.append(answer.bits()).append('\n'));
        return text.toString();
    }
}
