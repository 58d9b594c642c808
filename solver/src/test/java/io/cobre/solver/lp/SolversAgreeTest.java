package io.cobre.solver.lp;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * Two solvers that share no code give the same objectives, also where one of them goes on from its own last basis.
 */
class SolversAgreeTest
{
    private static final int MODELS = 40;
    private static final int SOLVES = 10;
    private static final double TOLERANCE = 1e-7;

    @Test
    void shouldAgreeOnRandomStageLps()
    {
        for (int seed = 0; seed < MODELS; seed++)
        {
            final RandomLp lp = new RandomLp(seed, 1 + seed % 7, 3 + seed, 1 + seed % 4);
            final LpModel model = lp.modelWith(lp.cuts(seed * 3, 31L * seed));
            try (LpSolver highs = open("highs", model); LpSolver clp = open("clp", model))
            {
                compare(lp, highs, clp, seed);
            }
        }
    }

    @Test
    void shouldFindSolversByIdOnly()
    {
        assertEquals("highs", LpSolvers.byId(LpSolvers.DEFAULT_ID).id());
        assertTrue(LpSolvers.byId("highs").libraryName().startsWith("HiGHS 1."));
        assertTrue(LpSolvers.byId("clp").libraryName().startsWith("CLP 1."));
        assertTrue(LpSolvers.byId("highs").librarySha256().matches("[0-9a-f]{64}"));
        final CobreException error = assertThrows(CobreException.class, () -> LpSolvers.byId("HIGHS"));
        assertEquals(SolverErrorKind.INVALID_ENUM, error.kind());
        assertTrue(error.getMessage().contains("[highs, clp]"), error.getMessage());
    }

    private static void compare(final RandomLp lp, final LpSolver highs, final LpSolver clp, final int seed)
    {
        final int[] rows = lp.noiseRows();
        for (int i = 0; i < SOLVES; i++)
        {
            final double[] rhs = lp.noise(1000L * seed + i);
            highs.rowBounds(rows.length, rows, rhs, rhs);
            clp.rowBounds(rows.length, rows, rhs, rhs);
            final String where = "model " + seed + ", solve " + i;
            assertEquals(LpSolver.Status.OPTIMAL, highs.solve(), () -> where + ": " + highs.verdict());
            assertEquals(LpSolver.Status.OPTIMAL, clp.solve(), () -> where + ": " + clp.verdict());
            final double scale = Math.max(1.0, Math.abs(clp.objective()));
            assertEquals(clp.objective(), highs.objective(), TOLERANCE * scale, where);
        }
    }

    private static LpSolver open(final String id, final LpModel model)
    {
        final LpSolver solver = LpSolvers.byId(id).create(LpAttempt.WARM);
        solver.load(model);
        return solver;
    }
}
