package io.cobre.solver.lp.clp;

import io.cobre.solver.lp.CheckedSolver;
import io.cobre.solver.lp.LpAttempt;
import io.cobre.solver.lp.LpSolver;
import io.cobre.solver.lp.LpSolverProvider;

/**
 * CLP by the name {@code clp}.
 */
public final class ClpProvider implements LpSolverProvider
{
    @Override
    public String id()
    {
        return "clp";
    }

    @Override
    public LpSolver create(final LpAttempt attempt)
    {
        return new CheckedSolver(new ClpLp(attempt));
    }

    @Override
    public String libraryName()
    {
        return ClpLp.libraryName();
    }

    @Override
    public String librarySha256()
    {
        return ClpCalls.load().sha256();
    }
}
