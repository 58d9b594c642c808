package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.OperationCount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The backends of this class path.
 */
public final class Backends
{
    private Backends()
    {
    }

    /**
     * Look a backend up.
     *
     * @param kind SHM or TCP.
     * @return the first that is found.
     * @throws BackendException of kind InitializationFailed if there is none.
     */
    public static Backend find(final BackendKind kind)
    {
        for (final Backend backend : ServiceLoader.load(Backend.class))
        {
            if (backend.kind() == kind)
            {
                return backend;
            }
        }
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "backend " + kind.id() + " is not available yet", null);
        failure.with("backend", kind.id()).with("operation", "load").with("detail", "no provider on the class path");
        failure.suggest("add the module cobre-comm-aeron to the class path, or choose another backend");
        throw failure;
    }

    /**
     * What the ranks of a run have counted, as far as a backend finds it from the run's directory.
     *
     * @param runDirectory of the run.
     * @return by rank and operation, may be empty.
     */
    static List<OperationCount> counts(final Path runDirectory)
    {
        final List<OperationCount> counts = new ArrayList<>();
        ServiceLoader.load(Backend.class).forEach((backend) -> counts.addAll(backend.counts(runDirectory)));
        return counts;
    }
}
