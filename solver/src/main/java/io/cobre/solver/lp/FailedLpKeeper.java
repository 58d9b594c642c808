package io.cobre.solver.lp;

import java.nio.file.Path;
import java.util.List;

/**
 * Takes LPs that were not solved, before their error is thrown.
 */
@FunctionalInterface
public interface FailedLpKeeper
{
    /** Nothing is kept. */
    FailedLpKeeper NONE = failed -> null;

    /**
     * What was kept.
     *
     * @param folder   where it is.
     * @param conflict limits that cannot hold together; empty if none are known.
     */
    record Kept(Path folder, List<String> conflict)
    {
    }

    /**
     * Keep an LP.
     *
     * @param failed everything about it.
     * @return what was kept; null if nothing was.
     */
    Kept keep(FailedLp failed);
}
