package io.cobre.solver.lp;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.natives.NativeLibraries;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The LP solvers by name.
 */
public final class LpSolvers
{
    /** What is used unless the user asks for another one. */
    public static final String DEFAULT_ID = "highs";

    private LpSolvers()
    {
    }

    /**
     * How many native libraries of LP solvers this process has loaded.
     *
     * @return 0 where a process only watches over others that solve.
     */
    public static int librariesLoaded()
    {
        return NativeLibraries.bound();
    }

    /**
     * Find a solver; its library is loaded on first use.
     *
     * @param id {@code highs} or {@code clp}.
     * @return the provider.
     * @throws CobreException of kind InvalidEnum for another name.
     */
    public static LpSolverProvider byId(final String id)
    {
        final List<String> known = new ArrayList<>();
        for (final LpSolverProvider provider :
            ServiceLoader.load(LpSolverProvider.class, LpSolverProvider.class.getClassLoader()))
        {
            if (provider.id().equals(id))
            {
                return provider;
            }
            known.add(provider.id());
        }
        throw new CobreException(SolverErrorKind.INVALID_ENUM, "there is no LP solver " + id + ", only " + known)
            .with("value", id)
            .with("allowed", known);
    }
}
