package io.cobre.solver;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.Communicator;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run will use, decided from the options before anything is started (SS2.1a, SS7.1, SS7.5).
 *
 * @param backend the one to be used, never AUTO.
 * @param workers number of processes that compute.
 * @param group   that this process is a rank of already, or null.
 */
record RunPlan(BackendKind backend, int workers, Communicator group)
{
    private static final int MOST_WORKERS = 1024;
    private static final String COORDINATOR = "COBRE_TCP_COORDINATOR";
    private static final String START_METHOD = "COBRE_START_METHOD";
    private static final String SPAWN = "spawn";

    private RunPlan(final BackendKind backend, final int workers)
    {
        this(backend, workers, null);
    }

    static RunPlan of(final RunOptions<?> options)
    {
        if (options.numWorkers() < 1)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, options.numWorkers() + " workers cannot compute, at least 1 needed")
                .with("option", "num_workers")
                .with("value", options.numWorkers())
                .with("minimum", 1)
                .suggest("use 1 to compute in this process, or as many workers as there are cores");
        }
        if (options.numWorkers() > MOST_WORKERS)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                options.numWorkers() + " workers are too many for one host, at most " + MOST_WORKERS)
                .with("option", "num_workers")
                .with("value", options.numWorkers())
                .with("maximum", MOST_WORKERS)
                .suggest("use as many workers as there are cores");
        }
        if (options.communicator() != null)
        {
            return new RunPlan(
                options.communicator().backend(), options.communicator().size(), options.communicator());
        }
        final Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(options.environment());
        if (options.backend() == BackendKind.LOCAL && options.numWorkers() > 1)
        {
            options.warningCallback().accept(new ValidationRecord(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "backend local computes in one process; the number of workers, " + options.numWorkers() +
                    ", is not used",
                Map.of("num_workers", options.numWorkers(), "backend", "local"),
                "leave the backend out, or ask for one worker"));
        }
        if (options.backend() == BackendKind.LOCAL || options.numWorkers() == 1)
        {
            return new RunPlan(BackendKind.LOCAL, 1);
        }
        checkStartMethod(options.startMethod(), environment);
        return new RunPlan(resolve(options.backend(), environment), options.numWorkers());
    }

    boolean inProcess()
    {
        return workers == 1 || group != null;
    }

    /**
     * Whether this process writes what all share.
     */
    boolean isWriter()
    {
        return group == null || group.rank() == 0;
    }

    private static BackendKind resolve(final BackendKind requested, final Map<String, String> environment)
    {
        if (requested != BackendKind.AUTO)
        {
            return requested;
        }
        return environment.containsKey(COORDINATOR) ? BackendKind.TCP : BackendKind.SHM;
    }

    private static void checkStartMethod(final String option, final Map<String, String> environment)
    {
        final String method = option == null ? environment.getOrDefault(START_METHOD, SPAWN) : option;
        if (!SPAWN.equals(method))
        {
            final CobreException error = new ValidationException(
                SolverErrorKind.INCOMPATIBLE_SETTINGS,
                "workers cannot be started by '" + method + "', only by 'spawn'" +
                    ("fork".equals(method) ? ": a fork copies one thread of a Java virtual machine whose other " +
                        "threads hold locks and mapped logs" : ""))
                .with("requested", method)
                .with("available", List.of(SPAWN));
            if ("thread".equals(method))
            {
                error.with("reason", "not_implemented");
            }
            throw error.suggest("leave the start method out");
        }
    }
}
