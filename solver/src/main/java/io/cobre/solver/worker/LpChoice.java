package io.cobre.solver.worker;

import io.cobre.solver.lp.LpSource;
import io.cobre.solver.lp.bundle.LpBundles;

import java.nio.file.Path;

/**
 * What the workers solve linear programs with.
 *
 * @param solver  id of the LP solver.
 * @param threads of a worker that solve side by side.
 * @param output  folder of the run, which takes the LPs that were not solved; null for nowhere.
 */
record LpChoice(String solver, int threads, String output)
{
    LpSource source()
    {
        return LpBundles.source(solver, output == null ? null : Path.of(output)).threads(threads);
    }
}
