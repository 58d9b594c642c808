package io.cobre.solver.lp.highs;

import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;
import io.cobre.solver.lp.CheckedSolver;

/**
 * HiGHS by the name {@code highs}.
 */
public final class HighsProvider implements LpSolverProvider
{
    @Override
    public String id()
    {
        return "highs";
    }

    @Override
    public LpSolver create(final LpAttempt attempt)
    {
        return new CheckedSolver(new HighsLp(attempt));
    }

    @Override
    public String libraryName()
    {
        return HighsLp.libraryName();
    }

    @Override
    public String librarySha256()
    {
        return HighsCalls.load().sha256();
    }
}
