package io.cobre.solver.lp.bundle;

import io.cobre.solver.lp.FailedLp;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpModel;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Does the unit of work of a failed LP again, then every step of the ladder on the LP that failed.
 */
public final class LpReplay
{
    private LpReplay()
    {
    }

    /**
     * A solve of the replay.
     *
     * @param name    of the solve.
     * @param status  outcome.
     * @param verdict what the solver and the checks said.
     */
    public record Solve(String name, LpSolver.Status status, String verdict)
    {
    }

    /**
     * What the replay gave.
     *
     * @param solver   that was used.
     * @param unit     solves of the unit; the last one is the one that failed.
     * @param attempts the LP alone, by each step of the ladder.
     * @param conflict rows and bounds that cannot hold together; null if no LP was infeasible.
     */
    public record Outcome(String solver, List<Solve> unit, List<Solve> attempts, Conflict conflict)
    {
        /**
         * Whether the solve failed again.
         *
         * @return true if it did.
         */
        public boolean reproduced()
        {
            return unit.get(unit.size() - 1).status() != LpSolver.Status.OPTIMAL;
        }
    }

    /**
     * Solve again.
     *
     * @param failed   what was kept.
     * @param provider the solver, which may be another one than the one that failed.
     * @return all outcomes.
     */
    public static Outcome run(final FailedLp failed, final LpSolverProvider provider)
    {
        final List<Solve> unit = unit(failed, provider);
        final List<Solve> attempts = new ArrayList<>();
        final LpModel last = failed.modelAtFailure();
        for (final LpAttempt attempt : LpAttempt.values())
        {
            try (LpSolver solver = provider.create(attempt))
            {
                solver.load(last);
                attempts.add(new Solve(attempt.name(), solver.solve(), solver.verdict()));
            }
        }
        final boolean infeasible = attempts.stream()
            .anyMatch((solve) -> solve.status() == LpSolver.Status.INFEASIBLE);
        return new Outcome(
            provider.libraryName(), unit, attempts, infeasible ? Conflict.in(failed, provider) : null);
    }

    private static List<Solve> unit(final FailedLp failed, final LpSolverProvider provider)
    {
        final List<Solve> solves = new ArrayList<>();
        try (LpSolver solver = provider.create(LpAttempt.WARM))
        {
            solver.load(failed.model());
            if (failed.columnStatus() != null)
            {
                solver.start(failed.columnStatus(), failed.rowStatus());
            }
            for (final FailedLp.Step step : failed.steps())
            {
                final LpSolver.Status status = step.applyTo(solver);
                if (status != null)
                {
                    solves.add(new Solve("solve " + (solves.size() + 1), status, solver.verdict()));
                }
            }
        }
        return solves;
    }
}
