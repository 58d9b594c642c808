package io.cobre.solver;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.Config;
import java.time.Duration;
import java.util.Map;

/**
 * What a run will use, decided from options, environment and config.json before anything is started (SS2.1a, SS7.1,
 * SS7.5).
 *
 * @param backend     the one to be used, never AUTO.
 * @param workers     number of ranks that compute.
 * @param startMethod how they start, if there are several.
 * @param profile     of the workers' settings.
 * @param group       that this process is a rank of already, or null.
 */
record RunPlan(
    BackendKind backend, int workers, StartMethod startMethod, ProfileKind profile, Communicator group)
{
    private static final int MOST_WORKERS = 1024;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10_000_000);
    private static final String COORDINATOR = "COBRE_TCP_COORDINATOR";
    private static final String START_METHOD = "COBRE_START_METHOD";

    /**
     * Check what can be checked without a case.
     *
     * @param options of the run.
     */
    static void check(final RunOptions<?> options)
    {
        if (options.numWorkers() < 1)
        {
            throw outOfRange(options.numWorkers() + " workers cannot compute, at least 1 needed", options)
                .with("minimum", 1)
                .suggest("use 1 to compute in this process, or as many workers as there are cores");
        }
        if (options.numWorkers() > MOST_WORKERS)
        {
            throw outOfRange(
                options.numWorkers() + " workers are too many for one host, at most " + MOST_WORKERS, options)
                .with("maximum", MOST_WORKERS)
                .suggest("use as many workers as there are cores");
        }
        checkTimeout(options.timeout());
        options.threads();
        options.profile();
        startMethod(options, "");
    }

    static RunPlan of(final RunOptions<?> options, final Config config)
    {
        final StartMethod startMethod = startMethod(options, config.startMethod());
        if (options.communicator() != null)
        {
            return new RunPlan(
                options.communicator().backend(),
                options.communicator().size(),
                startMethod,
                ProfileKind.LAPTOP,
                options.communicator());
        }
        if (options.backend() == BackendKind.LOCAL && options.numWorkers() > 1)
        {
            warn(
                options,
                "backend local computes in one process; the number of workers, " + options.numWorkers() +
                    ", is not used",
                "leave the backend out, or ask for one worker");
        }
        final boolean isAlone = options.backend() == BackendKind.LOCAL || options.numWorkers() == 1;
        warnOfCores(options, isAlone ? 1 : options.numWorkers());
        if (isAlone)
        {
            return new RunPlan(BackendKind.LOCAL, 1, startMethod, profile(options, BackendKind.LOCAL), null);
        }
        if (startMethod == StartMethod.THREAD)
        {
            warnOfUnused(options);
            return new RunPlan(
                BackendKind.LOCAL, options.numWorkers(), startMethod, profile(options, BackendKind.LOCAL), null);
        }
        final BackendKind backend = resolve(options);
        return new RunPlan(backend, options.numWorkers(), startMethod, profile(options, backend), null);
    }

    boolean inProcess()
    {
        return workers == 1 || group != null;
    }

    /**
     * Whether the ranks are threads of this process.
     */
    boolean hasThreads()
    {
        return !inProcess() && startMethod == StartMethod.THREAD;
    }

    /**
     * Whether this process writes what all share.
     */
    boolean isWriter()
    {
        return group == null || group.rank() == 0;
    }

    private static void warnOfCores(final RunOptions<?> options, final int workers)
    {
        final int cores = Runtime.getRuntime().availableProcessors();
        final long busy = (long) workers * options.threads();
        if (busy > cores)
        {
            warn(
                options,
                workers + " workers with " + options.threads() + " threads each want " + busy + " cores; this " +
                    "process may use " + cores,
                "ask for fewer workers or threads; the results are the same");
        }
    }

    private static void warnOfUnused(final RunOptions<?> options)
    {
        if (options.backend() != BackendKind.AUTO)
        {
            warn(
                options,
                "workers that are threads reach each other through rings in memory; the backend, " +
                    options.backend().id() + ", is not used",
                "leave the backend out, or let the workers be spawned");
        }
        if (!options.jvmArgs().isEmpty())
        {
            warn(
                options,
                "workers that are threads have no Java virtual machine of their own; its options, " +
                    String.join(" ", options.jvmArgs()) + ", are not used",
                "leave the options out, or let the workers be spawned");
        }
    }

    private static BackendKind resolve(final RunOptions<?> options)
    {
        if (options.backend() != BackendKind.AUTO)
        {
            return options.backend();
        }
        return options.variable(COORDINATOR) == null ? BackendKind.SHM : BackendKind.TCP;
    }

    private static ProfileKind profile(final RunOptions<?> options, final BackendKind backend)
    {
        final int ranks = backend == BackendKind.LOCAL ? 1 : options.numWorkers();
        final ProfileChoice choice = ProfileChoice.of(options.profile(), backend, ranks);
        if (options.hasProfile())
        {
            choice.objection(backend).ifPresent((sentence) -> warn(options, sentence, "leave the profile out"));
        }
        options.profileCallback().accept(choice);
        return choice.kind();
    }

    private static StartMethod startMethod(final RunOptions<?> options, final String configured)
    {
        String id = options.startMethod();
        if (id == null)
        {
            id = options.variable(START_METHOD);
        }
        if (id == null)
        {
            id = configured;
        }
        return (id.isEmpty() ? StartMethod.SPAWN : StartMethod.of(id)).checked(options.numWorkers());
    }

    private static void warn(final RunOptions<?> options, final String sentence, final String suggestion)
    {
        options.warningCallback().accept(new ValidationRecord(
            SolverErrorKind.INCOMPATIBLE_SETTINGS,
            sentence,
            Map.of("num_workers", options.numWorkers(), "backend", options.backend().id()),
            suggestion));
    }

    private static void checkTimeout(final Duration timeout)
    {
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE, "a timeout of " + timeout + " is not from 1 ms to 10,000,000 s")
                .with("option", "timeout")
                .with("value", timeout.toString())
                .suggest("leave it out, or give the seconds for which a rank may be silent");
        }
    }

    private static ValidationException outOfRange(final String message, final RunOptions<?> options)
    {
        final ValidationException error = new ValidationException(SolverErrorKind.OUT_OF_RANGE, message);
        error.with("option", "num_workers").with("value", options.numWorkers());
        return error;
    }
}
