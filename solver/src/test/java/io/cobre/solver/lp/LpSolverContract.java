package io.cobre.solver.lp;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What every LP solver must do under the LP contract.
 */
abstract class LpSolverContract
{
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int OPENINGS = 5;
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

    private final List<LpSolver> opened = new ArrayList<>();

    abstract LpSolverProvider provider();

    @AfterEach
    void closeAll()
    {
        opened.forEach(LpSolver::close);
    }

    LpSolver open()
    {
        final LpSolver solver = provider().create(LpAttempt.WARM);
        opened.add(solver);
        return solver;
    }

    LpSolver open(final LpModel model)
    {
        final LpSolver solver = open();
        solver.load(model);
        return solver;
    }

    @Test
    void shouldSolveATinyLpWithDualsOfTheRightSign()
    {
        // min 2x + 3y with x + y >= 4, x <= 3: x = 3, y = 1, one more unit of demand costs 3
        final LpSolver solver = open(new LpModel(
            new double[] {2.0, 3.0},
            new double[] {0.0, 0.0},
            new double[] {3.0, INF},
            new double[] {4.0},
            new double[] {INF},
            new int[] {0, 2},
            new int[] {0, 1},
            new double[] {1.0, 1.0}));
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
        final LpAnswer answer = LpAnswer.of(solver);
        assertEquals(9.0, answer.objective(), 1e-9);
        assertArrayEquals(new double[] {3.0, 1.0}, answer.primal(), 1e-9);
        assertArrayEquals(new double[] {3.0}, answer.duals(), 1e-9);
        assertArrayEquals(new byte[] {LpSolver.AT_UPPER, LpSolver.BASIC}, answer.columnStatus());
        assertArrayEquals(new byte[] {LpSolver.AT_LOWER}, answer.rowStatus());
    }

    @Test
    void shouldGiveDualsThatAreSlopesOfTheObjective()
    {
        final RandomLp lp = RandomLp.small(7);
        final LpModel model = lp.modelWith(lp.cuts(20, 100));
        final LpSolver solver = open(model);
        final int[] rows = lp.noiseRows();
        final double[] rhs = lp.noise(3);
        final double base = solveAt(solver, rows, rhs);
        final double[] duals = new double[solver.rows()];
        solver.duals(duals);
        final double step = 1e-5;
        for (int i = 0; i < rows.length; i++)
        {
            final double[] more = rhs.clone();
            more[i] += step;
            assertEquals(duals[rows[i]], (solveAt(solver, rows, more) - base) / step, 1e-3, "row " + rows[i]);
        }
    }

    @Test
    void shouldSayInfeasibleUnboundedAndNothingElse()
    {
        final LpSolver infeasible = open(single(1.0, 0.0, 1.0, 2.0, INF));
        assertEquals(LpSolver.Status.INFEASIBLE, infeasible.solve());
        assertThrows(IllegalStateException.class, infeasible::objective);
        assertTrue(infeasible.verdict().contains("infeasible"), infeasible.verdict());

        final LpSolver unbounded = open(single(-1.0, 0.0, INF, 0.0, INF));
        assertEquals(LpSolver.Status.UNBOUNDED, unbounded.solve());

        unbounded.columnBounds(1, new int[] {0}, new double[] {0.0}, new double[] {5.0});
        assertEquals(LpSolver.Status.OPTIMAL, unbounded.solve());
        assertEquals(-5.0, unbounded.objective(), 1e-9);
    }

    /** Two free variables that two equations determine. */
    @Test
    void shouldSolveEquationsOfFreeVariables()
    {
        final double[] sides = {79.0, 21.0};
        final LpSolver solver = open(new LpModel(
            new double[2],
            new double[] {-INF, -INF},
            new double[] {INF, INF},
            sides,
            sides,
            new int[] {0, 1, 3},
            new int[] {1, 0, 1},
            new double[] {1.0, -1.25, -1.0}));
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve(), solver.verdict());
        final double[] found = new double[2];
        solver.primal(found);
        assertArrayEquals(new double[] {-80.0, 79.0}, found, 1e-9);
    }

    @Test
    void shouldReturnItsBasisAndAcceptItAgain()
    {
        final RandomLp lp = RandomLp.small(11);
        final LpSolver solver = open(lp.modelWith(lp.cuts(30, 5)));
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
        final LpAnswer cold = LpAnswer.of(solver);
        assertTrue(solver.iterations() > 0, "a cold solve takes iterations");
        solver.start(cold.columnStatus(), cold.rowStatus());
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
        assertEquals(0, solver.iterations());
        assertEquals(cold.objective(), solver.objective(), 1e-9 * Math.abs(cold.objective()));
        final LpAnswer warm = LpAnswer.of(solver);
        assertArrayEquals(cold.columnStatus(), warm.columnStatus());
        assertArrayEquals(cold.rowStatus(), warm.rowStatus());
    }

    @Test
    void shouldRefuseABasisWithTheWrongNumberOfBasics()
    {
        final LpSolver solver = open(RandomLp.small(11).model());
        final byte[] columns = new byte[solver.columns()];
        final byte[] rows = new byte[solver.rows()];
        assertThrows(IllegalArgumentException.class, () -> solver.start(columns, rows));
        Arrays.fill(rows, LpSolver.BASIC);
        solver.start(columns, rows);
        columns[0] = LpSolver.BASIC;
        assertThrows(IllegalArgumentException.class, () -> solver.start(columns, rows));
        columns[0] = 7;
        assertThrows(IllegalArgumentException.class, () -> solver.start(columns, rows));
    }

    @Test
    void shouldGiveTheSameBitsWhateverWasSolvedBefore()
    {
        for (final RandomLp lp : new RandomLp[] {RandomLp.small(21), RandomLp.withTies(22), RandomLp.withTies(23)})
        {
            final LpModel model = lp.modelWith(lp.cuts(60, 1000));
            final LpAnswer base = coldAnswer(model);
            final String expected = unit(open(model), lp, base, 1);

            final LpSolver used = open(model);
            for (int junk = 0; junk < 6; junk++)
            {
                for (int i = 0; i < 3 * junk; i++)
                {
                    solveAt(used, lp.noiseRows(), lp.noise(500 + 10 * junk + i));
                }
                assertEquals(expected, unit(used, lp, base, 1), "after junk " + junk);
            }
            used.load(RandomLp.small(99).model());
            used.solve();
            used.load(model);
            assertEquals(expected, unit(used, lp, base, 1), "after another model");
        }
    }

    @Test
    void shouldHaveNoAnswerOnceTheModelHasChanged()
    {
        final RandomLp lp = RandomLp.small(1);
        final LpSolver solver = open(lp.model());
        final double[] rows = new double[100];
        assertThrows(IllegalStateException.class, () -> solver.duals(rows));
        assertFalse(solver.verdict().isEmpty());
        solver.solve();
        solver.duals(rows);
        new RandomLp.RowList(lp.cuts(1, 1)).addTo(solver);
        assertThrows(IllegalStateException.class, () -> solver.duals(rows));
        solver.solve();
        solver.deleteRows(1, new int[] {solver.rows() - 1});
        assertThrows(IllegalStateException.class, () -> solver.duals(rows));
    }

    @Test
    void shouldGiveTheSameBitsForGrownPassedAndCutDeletedModels()
    {
        for (final RandomLp lp : new RandomLp[] {RandomLp.small(31), RandomLp.large(32), RandomLp.withTies(33)})
        {
            final RandomLp.Cut[] cuts = lp.cuts(40, 77);
            final LpModel whole = lp.modelWith(cuts);
            final LpAnswer base = coldAnswer(whole);
            final String expected = unit(open(whole), lp, base, 2);

            final LpSolver grown = open(lp.model());
            for (int i = 0; i < cuts.length; i += 8)
            {
                new RandomLp.RowList(Arrays.copyOfRange(cuts, i, i + 8)).addTo(grown);
                solveAt(grown, lp.noiseRows(), lp.noise(i));
            }
            assertEquals(expected, unit(grown, lp, base, 2), "grown");

            assertEquals(expected, unit(cutDeleted(lp, cuts), lp, base, 2), "cut-deleted");
        }
    }

    @Test
    void shouldAcceptOptimaOfCheapLpsWithManyTinyReducedCosts()
    {
        final RandomLp lp = RandomLp.large(5);
        final LpSolver solver = open(lp.model());
        for (int i = 0; i < 300; i++)
        {
            solveAt(solver, lp.noiseRows(), lp.noise(i));
        }
    }

    @Test
    void shouldRejectArgumentsThatAreNotNumbersOrNotThere()
    {
        final LpSolver solver = open(RandomLp.small(1).model());
        final double[] zero = {0.0};
        assertThrows(
            IllegalArgumentException.class,
            () -> solver.rowBounds(1, new int[] {0}, new double[] {Double.NaN}, zero));
        assertThrows(
            IllegalArgumentException.class, () -> solver.rowBounds(1, new int[] {solver.rows()}, zero, zero));
        assertThrows(
            IllegalArgumentException.class, () -> solver.columnBounds(1, new int[] {-1}, zero, zero));
        assertThrows(
            IllegalArgumentException.class,
            () -> solver.addRows(1, zero, zero, new int[] {0, 1}, new int[] {solver.columns()}, new double[] {1.0}));
        assertThrows(
            IllegalArgumentException.class, () -> solver.deleteRows(2, new int[] {1, 1}));
    }

    @Test
    void shouldStayClosed()
    {
        final LpSolver solver = open(RandomLp.small(1).model());
        solver.close();
        solver.close();
        assertThrows(IllegalStateException.class, solver::solve);
    }

    @Test
    void shouldReachTheSameObjectiveOnEveryStepOfTheLadder()
    {
        final RandomLp lp = RandomLp.small(41);
        final LpModel model = lp.modelWith(lp.cuts(50, 8));
        final double expected = coldAnswer(model).objective();
        for (final LpAttempt attempt : LpAttempt.values())
        {
            try (LpSolver solver = provider().create(attempt))
            {
                solver.load(model);
                assertEquals(LpSolver.Status.OPTIMAL, solver.solve(), attempt + ": " + solver.verdict());
                assertEquals(expected, solver.objective(), 1e-7 * Math.abs(expected), attempt.toString());
                final LpAnswer answer = LpAnswer.of(solver);
                open(model).start(answer.columnStatus(), answer.rowStatus());
            }
        }
    }

    @Test
    @Tag("slow")
    void shouldFreeWhatTenThousandInstancesHeld() throws Exception
    {
        assumeTrue(Files.exists(PROCESS_STATUS), "resident memory is read from /proc");
        final LpModel model = RandomLp.small(51).model();
        churn(model, 1000);
        final long before = residentKilobytes();
        churn(model, 10_000);
        final long grown = residentKilobytes() - before;
        assertTrue(grown < 150_000, "resident memory grew by " + grown + " kB");
    }

    private void churn(final LpModel model, final int instances)
    {
        for (int i = 0; i < instances; i++)
        {
            try (LpSolver solver = provider().create(LpAttempt.WARM))
            {
                solver.load(model);
                assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
            }
            if (i % 1000 == 0)
            {
                System.gc();
            }
        }
    }

    private LpSolver cutDeleted(final RandomLp lp, final RandomLp.Cut[] cuts)
    {
        final LpSolver solver = open(lp.model());
        final int first = solver.rows();
        new RandomLp.RowList(Arrays.copyOfRange(cuts, 0, 10)).addTo(solver);
        new RandomLp.RowList(lp.cuts(5, 4000)).addTo(solver);
        solveAt(solver, lp.noiseRows(), lp.noise(1));
        new RandomLp.RowList(Arrays.copyOfRange(cuts, 10, 25)).addTo(solver);
        new RandomLp.RowList(lp.cuts(1, 5000)).addTo(solver);
        new RandomLp.RowList(Arrays.copyOfRange(cuts, 25, 40)).addTo(solver);
        solveAt(solver, lp.noiseRows(), lp.noise(2));
        final int[] deleted = {first + 10, first + 11, first + 12, first + 13, first + 14, first + 30};
        solver.deleteRows(deleted.length, deleted);
        return solver;
    }

    private LpAnswer coldAnswer(final LpModel model)
    {
        final LpSolver solver = open(model);
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
        return LpAnswer.of(solver);
    }

    private static String unit(final LpSolver solver, final RandomLp lp, final LpAnswer base, final long seed)
    {
        final StringBuilder bits = new StringBuilder();
        solver.start(base.columnStatus(), base.rowStatus());
        for (int opening = 0; opening < OPENINGS; opening++)
        {
            solveAt(solver, lp.noiseRows(), lp.noise(seed * 1000 + opening));
            bits.append(LpAnswer.of(solver).bits()).append('\n');
        }
        return bits.toString();
    }

    private static double solveAt(final LpSolver solver, final int[] rows, final double[] rhs)
    {
        solver.rowBounds(rows.length, rows, rhs, rhs);
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve(), solver::verdict);
        return solver.objective();
    }

    private static LpModel single(
        final double cost, final double lower, final double upper, final double rowLower, final double rowUpper)
    {
        return new LpModel(
            new double[] {cost},
            new double[] {lower},
            new double[] {upper},
            new double[] {rowLower},
            new double[] {rowUpper},
            new int[] {0, 1},
            new int[] {0},
            new double[] {1.0});
    }

    private static long residentKilobytes() throws Exception
    {
        return Files.readAllLines(PROCESS_STATUS).stream()
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow();
    }
}
