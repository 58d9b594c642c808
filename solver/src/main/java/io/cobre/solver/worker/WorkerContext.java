package io.cobre.solver.worker;

import io.cobre.engine.BackendKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.control.RankEnvironment;
import io.cobre.engine.launch.LaunchListener;
import io.cobre.engine.launch.LaunchSpec;
import io.cobre.solver.lp.LpSolvers;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.train.CheckpointPlan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Settings of the worker processes of one run.
 */
public final class WorkerContext
{
    /** Flags of every worker: a small collector that starts fast and shares two cores well. */
    static final List<String> JVM_FLAGS = List.of("-XX:+UseSerialGC");

    /** Where workers take every core: an optimising compiler would compute on time of theirs, for a few percent. */
    static final String NO_OPTIMISING_COMPILER = "-XX:TieredStopAtLevel=1";

    private final BackendKind backend;
    private final int size;
    private Duration timeout = Duration.ofSeconds(60);
    private List<String> jvmArgs = List.of();
    private Map<String, String> environment = Map.of();
    private Path outputDirectory;
    private String lpSolver = LpSolvers.DEFAULT_ID;
    private int threads = 1;
    private ProfileKind profile = ProfileKind.LAPTOP;
    private List<CutPool> startingCuts = List.of();
    private WorkerProgress progress = new WorkerProgress()
    {
    };
    private Consumer<String> warnings = (warning) ->
    {
    };
    private BooleanSupplier stopRequested = () -> false;
    private CheckpointPlan checkpoints;
    private Path resume;
    private int maxRestarts;

    /**
     * Settings with defaults for everything else.
     *
     * @param backend SHM or TCP.
     * @param size    number of workers.
     */
    public WorkerContext(final BackendKind backend, final int size)
    {
        this.backend = backend;
        this.size = size;
    }

    /**
     * How long a collective waits for a silent rank.
     *
     * @param value positive.
     * @return this.
     */
    public WorkerContext timeout(final Duration value)
    {
        timeout = value;
        return this;
    }

    /**
     * More options for the JVMs of the workers.
     *
     * @param value appended to those that are always given.
     * @return this.
     */
    public WorkerContext jvmArgs(final List<String> value)
    {
        jvmArgs = List.copyOf(value);
        return this;
    }

    /**
     * Variables laid over the environment of this process.
     *
     * @param value by name.
     * @return this.
     */
    public WorkerContext environment(final Map<String, String> value)
    {
        environment = Map.copyOf(value);
        return this;
    }

    /**
     * Folder under which a failed run leaves {@code diagnostics/<run id>}.
     *
     * @param value null for nowhere.
     * @return this.
     */
    public WorkerContext outputDirectory(final Path value)
    {
        outputDirectory = value;
        return this;
    }

    /**
     * Which LP solver the workers use.
     *
     * @param value its id.
     * @return this.
     */
    public WorkerContext lpSolver(final String value)
    {
        lpSolver = value;
        return this;
    }

    /**
     * Cuts that a training begins with.
     *
     * @param value pools by stage; empty for none.
     * @return this.
     */
    public WorkerContext startingCuts(final List<CutPool> value)
    {
        startingCuts = value;
        return this;
    }

    List<CutPool> startingCuts()
    {
        return startingCuts;
    }

    /**
     * How many threads of each worker solve side by side.
     *
     * @param value at least 1.
     * @return this.
     */
    public WorkerContext threads(final int value)
    {
        threads = value;
        return this;
    }

    /**
     * What kind of machine the settings are made for.
     *
     * @param value PINNED binds each worker to as many cores as it has threads.
     * @return this.
     */
    public WorkerContext profile(final ProfileKind value)
    {
        profile = value;
        return this;
    }

    LpChoice lp()
    {
        return new LpChoice(lpSolver, threads, outputDirectory == null ? null : outputDirectory.toString());
    }

    /**
     * Who hears of progress; what it throws stops the run and is thrown by it.
     *
     * @param value called on a thread of the launcher.
     * @return this.
     */
    public WorkerContext progress(final WorkerProgress value)
    {
        progress = value;
        return this;
    }

    WorkerProgress progress()
    {
        return progress;
    }

    /**
     * Who hears of what is unusual but no error.
     *
     * @param value takes sentences.
     * @return this.
     */
    public WorkerContext warnings(final Consumer<String> value)
    {
        warnings = value;
        return this;
    }

    Consumer<String> warnings()
    {
        return warnings;
    }

    /**
     * Ask for a stop in good order.
     *
     * @param value asked some twenty times a second.
     * @return this.
     */
    public WorkerContext stopRequested(final BooleanSupplier value)
    {
        stopRequested = value;
        return this;
    }

    boolean isStopRequested()
    {
        return stopRequested.getAsBoolean();
    }

    /**
     * Save a training.
     *
     * @param value when and where to; null for never.
     * @return this.
     */
    public WorkerContext checkpoints(final CheckpointPlan value)
    {
        checkpoints = value;
        return this;
    }

    CheckpointPlan checkpoints()
    {
        return checkpoints;
    }

    /**
     * Go on from a checkpoint.
     *
     * @param value its file, or null.
     * @return this.
     */
    public WorkerContext resume(final Path value)
    {
        resume = value;
        return this;
    }

    String resume()
    {
        return resume == null ? null : resume.toString();
    }

    /**
     * How often a training whose worker died is taken up again.
     *
     * @param value not negative.
     * @return this.
     */
    public WorkerContext maxRestarts(final int value)
    {
        maxRestarts = value;
        return this;
    }

    int maxRestarts()
    {
        return maxRestarts;
    }

    BackendKind backend()
    {
        return backend;
    }

    int size()
    {
        return size;
    }

    List<String> jvmFlags(final int cores)
    {
        final List<String> flags = new ArrayList<>(JVM_FLAGS);
        // a worker that is bound to its cores has no other core to compile on
        if (size * threads >= cores || profile == ProfileKind.PINNED)
        {
            flags.add(NO_OPTIMISING_COMPILER);
        }
        flags.addAll(jvmArgs);
        return flags;
    }

    LaunchSpec launch(final LaunchListener listener)
    {
        final LaunchSpec spec = new LaunchSpec()
            .size(size)
            .backend(backend)
            .profile(profile)
            .coresPerRank(threads)
            .mainClass(WorkerMain.class.getName())
            .jvmFlags(jvmFlags(Runtime.getRuntime().availableProcessors()))
            .environment(environment)
            .timeoutNs(timeout.toNanos())
            .diagnosticsDirectory(outputDirectory)
            .stopUrgency(() -> stopRequested.getAsBoolean() ? 0 : -1)
            .listener(listener);
        final Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(environment);
        RankEnvironment.coordinator(variables, backend)
            .ifPresent((address) -> spec.coordinator(address.host(), address.port()));
        return spec;
    }
}
