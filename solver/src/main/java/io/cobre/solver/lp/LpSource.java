package io.cobre.solver.lp;

/**
 * Makes the LP instances of a run.
 *
 * @param provider native solver.
 * @param faults   failures on purpose; {@link SolveFaults#NONE} except in tests.
 * @param ladder   told of every solve that needed more than one attempt.
 * @param keeper   takes the LPs that were not solved.
 */
public record LpSource(LpSolverProvider provider, SolveFaults faults, LadderLog ladder, FailedLpKeeper keeper)
{
    /**
     * A source that keeps no failed LP.
     *
     * @param provider native solver.
     * @param faults   failures on purpose.
     * @param ladder   told of every solve that needed more than one attempt.
     */
    public LpSource(final LpSolverProvider provider, final SolveFaults faults, final LadderLog ladder)
    {
        this(provider, faults, ladder, FailedLpKeeper.NONE);
    }

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

    /**
     * The same source with somebody who takes the LPs that were not solved.
     *
     * @param value the keeper.
     * @return a source with the same log.
     */
    public LpSource keepingFailures(final FailedLpKeeper value)
    {
        return new LpSource(provider, faults, ladder, value);
    }

    LpInstance open(final int stageId)
    {
        return new LpInstance(this, stageId);
    }
}
