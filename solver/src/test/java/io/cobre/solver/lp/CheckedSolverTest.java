package io.cobre.solver.lp;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckedSolverTest
{
    private final ScriptedLp lp = new ScriptedLp();
    private final LpSolver solver = lp.checked();

    @Test
    void shouldAcceptAnOptimumWhoseTwoObjectivesAgree()
    {
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
        assertEquals(8.0, solver.objective());
        final double[] values = new double[1];
        solver.primal(values);
        assertEquals(4.0, values[0]);
        solver.duals(values);
        assertEquals(2.0, values[0]);
    }

    @Test
    void shouldRejectAWrongObjectiveThatIsCalledOptimal()
    {
        lp.objective = 8.0 + 2e-6;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        assertThrows(IllegalStateException.class, solver::objective);
        assertTrue(solver.verdict().startsWith("OPTIMAL, objective 8.000002, dual objective 8.0"), solver.verdict());
        lp.objective = 8.0 + 2e-7;
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
    }

    @Test
    void shouldRejectWrongDuals()
    {
        lp.dual = 2.5;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        lp.dual = 2.0;
        lp.reducedCost = -0.25;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        lp.reducedCost = -1e-8;
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve(), "zero up to the tolerance");
    }

    @Test
    void shouldRejectInfeasibilities()
    {
        lp.primalInfeasibility = 1.1e-6;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        lp.primalInfeasibility = Double.NaN;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        lp.primalInfeasibility = 1e-6;
        lp.dualInfeasibility = 1.1e-6;
        assertEquals(LpSolver.Status.FAILED, solver.solve());
        lp.dualInfeasibility = 0.0;
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve());
    }

    @Test
    void shouldRejectAReducedCostThatPushesToABoundThatIsNotThere()
    {
        final double[] infinite = {Double.POSITIVE_INFINITY};
        solver.columnBounds(1, new int[] {0}, new double[] {0.0}, infinite);
        lp.reducedCost = -1e-6;
        lp.objective = 8.0 - 4e-6;
        assertEquals(LpSolver.Status.OPTIMAL, solver.solve(), "zero up to the tolerance");
        lp.reducedCost = -2.0;
        lp.objective = 0.0;
        assertEquals(LpSolver.Status.FAILED, solver.solve(), "the two objectives agree, but more of it would pay");
    }

    @Test
    void shouldPassOnWhatIsNotOptimal()
    {
        for (final LpSolver.Status status : LpSolver.Status.values())
        {
            lp.status = status;
            assertEquals(status, solver.solve());
        }
    }

    @Test
    void shouldCloseTheNativeInstanceOnce()
    {
        solver.close();
        solver.close();
        assertEquals(1, lp.closed);
    }
}
