package io.cobre.solver;

import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.lp.LpSolvers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What training and simulation have in common (SS2.1): settings of one run, changed in place.
 *
 * @param <T> the options that are being set.
 */
public abstract class RunOptions<T extends RunOptions<T>>
{
    /** The number of threads is that of COBRE_THREADS. */
    private static final int AS_ENVIRONMENT = Integer.MIN_VALUE;
    private static final int MOST_THREADS = 1024;
    private static final String THREADS_VARIABLE = "COBRE_THREADS";

    private final Map<String, String> configOverrides = new LinkedHashMap<>();
    private final List<String> jvmArgs = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Consumer<ProgressEvent> progressCallback = (event) ->
    {
    };
    private Consumer<ValidationRecord> warningCallback = (warning) ->
    {
    };
    private BackendKind backend = BackendKind.AUTO;
    private int numWorkers = 1;
    private int threads = AS_ENVIRONMENT;
    private String profile;
    private Consumer<ProfileChoice> profileCallback = (choice) ->
    {
    };
    private Communicator communicator;
    private String startMethod;
    private String lpSolver = LpSolvers.DEFAULT_ID;
    private Duration timeout = Duration.ofSeconds(60);
    private Path outputDirectory;
    private BooleanSupplier stopRequested = () -> false;

    RunOptions()
    {
    }

    /**
     * Change a value of config.json for this run.
     *
     * @param path  dotted path of the key, for example {@code training.forward_passes}.
     * @param value JSON, or a plain word.
     * @return this.
     */
    public final T configOverride(final String path, final String value)
    {
        configOverrides.put(path, value);
        return self();
    }

    /**
     * Change values of config.json for this run.
     *
     * @param overrides values by dotted path, as for {@link #configOverride}.
     * @return this.
     */
    public final T configOverrides(final Map<String, String> overrides)
    {
        configOverrides.putAll(overrides);
        return self();
    }

    /**
     * Hear of every step, on one thread. An exception of the callback stops the run and is thrown to the caller.
     *
     * @param callback takes the events.
     * @return this.
     */
    public final T progressCallback(final Consumer<ProgressEvent> callback)
    {
        progressCallback = callback;
        return self();
    }

    /**
     * Hear of what is unusual but no error: of the case and the options before the work begins, of LPs that needed
     * several attempts, restarts and lost progress events later.
     *
     * @param callback takes the warnings.
     * @return this.
     */
    public final T warningCallback(final Consumer<ValidationRecord> callback)
    {
        warningCallback = callback;
        return self();
    }

    /**
     * How the workers reach each other.
     *
     * @param kind one of the kinds.
     * @return this.
     */
    public final T backend(final BackendKind kind)
    {
        backend = kind;
        return self();
    }

    /**
     * How the workers reach each other.
     *
     * @param id one of {@code auto, shm, tcp, local}.
     * @return this.
     * @throws io.cobre.engine.CobreException of kind IncompatibleSettings if it is none of them.
     */
    public final T backend(final String id)
    {
        return backend(BackendKind.of(id));
    }

    /**
     * How many workers compute; 1 computes in this process, on the thread of the call.
     *
     * @param count from 1 to 1024.
     * @return this.
     */
    public final T numWorkers(final int count)
    {
        numWorkers = count;
        return self();
    }

    /**
     * How many threads of each worker solve LPs side by side. Results do not depend on it.
     *
     * @param count from 1 to 1024; if this is not called, what COBRE_THREADS says, else 1.
     * @return this.
     */
    public final T threads(final int count)
    {
        threads = count;
        return self();
    }

    /**
     * What kind of machine the settings of the workers are made for. Results do not depend on it.
     *
     * @param kind one of the kinds; if this is not called, what COBRE_PROFILE says, else laptop.
     * @return this.
     */
    public final T profile(final ProfileKind kind)
    {
        profile = kind.id();
        return self();
    }

    /**
     * What kind of machine the settings of the workers are made for.
     *
     * @param id one of {@code auto, laptop, container, pinned, network}.
     * @return this.
     * @throws io.cobre.engine.CobreException of kind IncompatibleSettings if it is none of them.
     */
    public final T profile(final String id)
    {
        return profile(ProfileKind.of(id));
    }

    /**
     * Hear which profile a run has and why, before anything is started. Nobody is told of a run in a group that exists
     * already.
     *
     * @param callback takes the choice.
     * @return this.
     */
    public final T profileCallback(final Consumer<ProfileChoice> callback)
    {
        profileCallback = callback;
        return self();
    }

    /**
     * Compute as one rank of a group that exists already, without processes of one's own (SS1.2b). Every rank makes
     * the same calls with the same case; rank 0 writes the results.
     *
     * @param group stays open.
     * @return this.
     */
    public final T communicator(final Communicator group)
    {
        communicator = group;
        return self();
    }

    /**
     * How workers start.
     *
     * @param method {@code spawn} or {@code thread}; {@code fork} is refused if there is more than one worker. If this
     *               is not called, what COBRE_START_METHOD says, then {@code execution.start_method} in config.json.
     * @return this.
     */
    public final T startMethod(final String method)
    {
        startMethod = method;
        return self();
    }

    /**
     * How workers start.
     *
     * @param method as for {@link #startMethod(String)}.
     * @return this.
     */
    public final T startMethod(final StartMethod method)
    {
        return startMethod(method.id());
    }

    /**
     * Which LP solver computes. Results have the same bits only for the same solver.
     *
     * @param id {@code highs} or {@code clp}; {@code highs} if this is not called.
     * @return this.
     * @throws io.cobre.engine.CobreException of kind InvalidEnum if it is neither.
     */
    public final T lpSolver(final String id)
    {
        lpSolver = LpSolvers.byId(id).id();
        return self();
    }

    /**
     * How long a collective waits for a silent rank.
     *
     * @param limit from 1 ms to 10,000,000 s.
     * @return this.
     */
    public final T timeout(final Duration limit)
    {
        timeout = limit;
        return self();
    }

    /**
     * More options for the Java virtual machines of the workers.
     *
     * @param args appended to those that are always given.
     * @return this.
     */
    public final T jvmArgs(final List<String> args)
    {
        jvmArgs.addAll(args);
        return self();
    }

    /**
     * Variables laid over the environment of this process, for the choice of the backend and for the workers.
     *
     * @param variables by name.
     * @return this.
     */
    public final T environment(final Map<String, String> variables)
    {
        environment.putAll(variables);
        return self();
    }

    /**
     * Where results go.
     *
     * @param folder made if missing; if this is not called, {@code output} in the case folder, and nowhere for a study
     *               in memory.
     * @return this.
     */
    public final T outputDirectory(final Path folder)
    {
        outputDirectory = folder;
        return self();
    }

    /**
     * Ask for a stop in good order: the iteration under way is finished and its results are kept.
     *
     * @param request asked often; must be cheap and safe on any thread.
     * @return this.
     */
    public final T stopRequested(final BooleanSupplier request)
    {
        stopRequested = request;
        return self();
    }

    final Map<String, String> configOverrides()
    {
        return Collections.unmodifiableMap(configOverrides);
    }

    final Consumer<ProgressEvent> progressCallback()
    {
        return progressCallback;
    }

    final Consumer<ValidationRecord> warningCallback()
    {
        return warningCallback;
    }

    final BackendKind backend()
    {
        return backend;
    }

    final Communicator communicator()
    {
        return communicator;
    }

    final int numWorkers()
    {
        return numWorkers;
    }

    /**
     * As asked for by option or environment.
     *
     * @throws io.cobre.engine.CobreException of kind OutOfRange if it is no number from 1 to {@value #MOST_THREADS}.
     */
    final int threads()
    {
        final String text =
            threads != AS_ENVIRONMENT ? Integer.toString(threads) : variable(THREADS_VARIABLE);
        if (text == null)
        {
            return 1;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_THREADS)
        {
            throw new ValidationException(
                SolverErrorKind.OUT_OF_RANGE,
                "threads of each worker are '" + text + "', allowed are whole numbers from 1 to " + MOST_THREADS)
                .with("option", threads != AS_ENVIRONMENT ? "threads" : THREADS_VARIABLE)
                .with("value", text)
                .suggest("use 1, or as many that workers * threads do not exceed the cores");
        }
        return Integer.parseInt(text);
    }

    /**
     * As asked for by option or environment.
     *
     * @throws io.cobre.engine.CobreException of kind IncompatibleSettings if it is no profile.
     */
    final ProfileKind profile()
    {
        final String variable = variable(ProfileChoice.VARIABLE);
        return ProfileChoice.requested(
            profile, variable == null ? Map.of() : Map.of(ProfileChoice.VARIABLE, variable));
    }

    /**
     * Whether a call has set the profile.
     */
    final boolean hasProfile()
    {
        return profile != null;
    }

    final Consumer<ProfileChoice> profileCallback()
    {
        return profileCallback;
    }

    final String startMethod()
    {
        return startMethod;
    }

    final String lpSolver()
    {
        return lpSolver;
    }

    final Duration timeout()
    {
        return timeout;
    }

    final List<String> jvmArgs()
    {
        return Collections.unmodifiableList(jvmArgs);
    }

    final Map<String, String> environment()
    {
        return Collections.unmodifiableMap(environment);
    }

    /**
     * A variable of the process environment with {@link #environment(Map)} laid over it.
     *
     * @param name of the variable.
     * @return its value; null if it is not set or empty.
     */
    final String variable(final String name)
    {
        final String value = environment.getOrDefault(name, System.getenv(name));
        return value == null || value.isEmpty() ? null : value;
    }

    final Path outputDirectory()
    {
        return outputDirectory;
    }

    final BooleanSupplier stopRequested()
    {
        return stopRequested;
    }

    abstract T self();
}
