package io.cobre.solver.lp;

import java.nio.file.Path;

/**
 * Takes LPs that were not solved, before their error is thrown.
 */
@FunctionalInterface
public interface FailedLpKeeper
{
    /** Nothing is kept. */
    FailedLpKeeper NONE = failed -> null;

    /**
     * Keep an LP.
     *
     * @param failed everything about it.
     * @return where it is; null if it was not kept.
     */
    Path keep(FailedLp failed);
}
