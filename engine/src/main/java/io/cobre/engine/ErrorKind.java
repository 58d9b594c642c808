package io.cobre.engine;

/**
 * A stable name for a class of errors. One enum per module implements it; kinds are only ever added.
 */
public interface ErrorKind
{
    /**
     * The name as it appears in JSON and in messages, for example {@code InvalidRoot}.
     *
     * @return the name in PascalCase.
     */
    String id();

    /**
     * The exit code of a process that ends with this error.
     *
     * @return 1 for input, 2 for files, 3 for the LP solver, 4 for engine and internal errors, 5 for a failed worker.
     */
    int exitCode();
}
