package io.cobre.solver.lp;

import io.cobre.engine.CobreException;

/**
 * A native LP solver that can be chosen by name; found by {@link java.util.ServiceLoader}.
 */
public interface LpSolverProvider
{
    /**
     * The name in settings.
     *
     * @return {@code highs} or {@code clp}.
     */
    String id();

    /**
     * Create an instance without a model.
     *
     * @param attempt the step of the retry ladder that it is for.
     * @return owned by the caller.
     * @throws CobreException of kind SolverFailure if the library cannot be loaded.
     */
    LpSolver create(LpAttempt attempt);

    /**
     * Name and version of the library.
     *
     * @return one line.
     * @throws CobreException as {@link #create(LpAttempt)}.
     */
    String libraryName();

    /**
     * Hash of the library's file: equal bits are promised only between equal libraries.
     *
     * @return SHA-256, 64 hexadecimal digits.
     * @throws CobreException as {@link #create(LpAttempt)}.
     */
    String librarySha256();
}
