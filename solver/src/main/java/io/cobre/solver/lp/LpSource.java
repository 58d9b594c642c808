package io.cobre.solver.lp;

/**
 * Makes the LP instances of a run.
 *
 * @param provider native solver.
 * @param faults   failures on purpose; {@link SolveFaults#NONE} except in tests.
 * @param ladder   told of every solve that needed more than one attempt.
 */
public record LpSource(LpSolverProvider provider, SolveFaults faults, LadderLog ladder)
{
    /**
     * Instances of a solver without failures on purpose.
     *
     * @param provider native solver.
     * @return a source with a log of its own.
     */
    public static LpSource of(final LpSolverProvider provider)
    {
        return new LpSource(provider, SolveFaults.NONE, new LadderLog());
    }

    LpInstance open(final int stageId)
    {
        return new LpInstance(provider, stageId, faults, ladder);
    }
}
