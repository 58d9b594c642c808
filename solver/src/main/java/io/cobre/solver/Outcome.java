package io.cobre.solver;

import java.util.List;
import java.util.Optional;

/**
 * A result and who computed it.
 *
 * @param result  of rank 0, after the digests of all ranks have been compared.
 * @param workers by rank; empty in single-process mode.
 * @param <T>     of the result.
 */
record Outcome<T>(T result, Optional<List<WorkerInfo>> workers)
{
    static <T> Outcome<T> inProcess(final T result)
    {
        return new Outcome<>(result, Optional.empty());
    }
}
