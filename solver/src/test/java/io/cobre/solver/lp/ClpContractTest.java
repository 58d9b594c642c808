package io.cobre.solver.lp;

class ClpContractTest extends LpSolverContract
{
    @Override
    LpSolverProvider provider()
    {
        return LpSolvers.byId("clp");
    }
}
