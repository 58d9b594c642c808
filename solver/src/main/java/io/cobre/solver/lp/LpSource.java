package io.cobre.solver.lp;

/**
 * Makes the LP instances of a run.
 *
 * @param provider native solver.
 * @param faults   failures on purpose; {@link SolveFaults#NONE} except in tests.
 * @param ladder   told of every solve that needed more than one attempt.
 * @param keeper   takes the LPs that were not solved.
 * @param check    called before every solve, on its thread; what it throws ends the work.
 * @param threads  how many threads of a rank solve side by side.
 */
public record LpSource(
    LpSolverProvider provider,
    SolveFaults faults,
    LadderLog ladder,
    FailedLpKeeper keeper,
    Runnable check,
    int threads)
{
    private static final Runnable NO_CHECK = () ->
    {
    };

    /**
     * A source that keeps no failed LP.
     *
     * @param provider native solver.
     * @param faults   failures on purpose.
     * @param ladder   told of every solve that needed more than one attempt.
     */
    public LpSource(final LpSolverProvider provider, final SolveFaults faults, final LadderLog ladder)
    {
        this(provider, faults, ladder, FailedLpKeeper.NONE, NO_CHECK, 1);
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
        return new LpSource(provider, faults, ladder, value, check, threads);
    }

    /**
     * The same source with failures on purpose.
     *
     * @param value which solves fail.
     * @return a source with the same log.
     */
    public LpSource failing(final SolveFaults value)
    {
        return new LpSource(provider, value, ladder, keeper, check, threads);
    }

    /**
     * The same source with somebody who is asked before every solve whether to go on.
     *
     * @param value called on the solving thread; what it throws ends the work.
     * @return a source with the same log.
     */
    public LpSource checking(final Runnable value)
    {
        return new LpSource(provider, faults, ladder, keeper, value, threads);
    }

    /**
     * The same source for several threads.
     *
     * @param value how many solve side by side, at least 1; results do not depend on it.
     * @return a source with the same log.
     */
    public LpSource threads(final int value)
    {
        return new LpSource(provider, faults, ladder, keeper, check, value);
    }

    LpInstance open(final int stageId)
    {
        return new LpInstance(this, stageId);
    }
}
