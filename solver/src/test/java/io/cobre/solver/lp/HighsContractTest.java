package io.cobre.solver.lp;

class HighsContractTest extends LpSolverContract
{
    @Override
    LpSolverProvider provider()
    {
        return LpSolvers.byId("highs");
    }
}
