package io.cobre.engine.launch;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.control.Backends;
import io.cobre.engine.profile.Profile;
import io.cobre.engine.profile.ProfileChoice;
import io.cobre.engine.spi.Backend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What a {@link ProcessLauncher} shall start. Either a main class, run by a fresh JVM of this installation as
 * {@code java <flags> <main class> worker --rank <R> <arguments>}, or any command.
 */
public final class LaunchSpec
{
    /** Flags that every JVM of a group needs: Agrona's door, native calls, and no files outside the run directory. */
    public static final List<String> JVM_FLAGS = CommonFlags.of(Runtime.version().feature());

    private int size = 1;
    private BackendKind kind = BackendKind.SHM;
    private Backend backend;
    private List<String> command = List.of();
    private String mainClass;
    private List<String> arguments = List.of();
    private List<String> jvmFlags = List.of();
    private String classPath = System.getProperty("java.class.path");
    private Map<String, String> environment = Map.of();
    private Map<String, String> settings = Map.of();
    private ProfileKind profile = ProfileKind.LAPTOP;
    private int coresPerRank = 1;
    private String facts;
    private Path diagnosticsDirectory;
    private RunDirectoryVisitor payload = (directory) ->
    {
    };
    private RunDirectoryVisitor harvest = (directory) ->
    {
    };
    private LaunchListener listener = new LaunchListener()
    {
    };
    private IntSupplier stopUrgency = () -> -1;
    private boolean inheritsOutput;
    private String coordinatorHost;
    private int coordinatorPort;
    private long timeoutNs = TimeUnit.SECONDS.toNanos(60);
    private long joinTimeoutNs = TimeUnit.SECONDS.toNanos(60);
    private long graceNs = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * Number of ranks.
     *
     * @param value at least 1.
     * @return this.
     */
    public LaunchSpec size(final int value)
    {
        size = value;
        return this;
    }

    int size()
    {
        return size;
    }

    /**
     * How the ranks reach each other.
     *
     * @param value SHM or TCP.
     * @return this.
     */
    public LaunchSpec backend(final BackendKind value)
    {
        kind = value;
        return this;
    }

    /**
     * A backend object instead of the one that the class path has.
     *
     * @param value its kind counts.
     * @return this.
     */
    public LaunchSpec backend(final Backend value)
    {
        backend = value;
        kind = value.kind();
        return this;
    }

    BackendKind kind()
    {
        return kind;
    }

    Backend backend()
    {
        return backend == null ? Backends.find(kind) : backend;
    }

    /**
     * Any command; it finds its rank in the environment.
     *
     * @param value program and arguments, no shell.
     * @return this.
     */
    public LaunchSpec command(final List<String> value)
    {
        command = List.copyOf(value);
        return this;
    }

    /**
     * A Java class with a main method.
     *
     * @param name      of the class.
     * @param argument  after {@code worker --rank R}.
     * @return this.
     */
    public LaunchSpec mainClass(final String name, final String... argument)
    {
        mainClass = name;
        arguments = List.of(argument);
        return this;
    }

    boolean isJava()
    {
        return mainClass != null;
    }

    /**
     * More flags for the JVMs, after {@link #JVM_FLAGS}.
     *
     * @param value one flag each.
     * @return this.
     */
    public LaunchSpec jvmFlags(final List<String> value)
    {
        jvmFlags = List.copyOf(value);
        return this;
    }

    /**
     * Class path of the JVMs.
     *
     * @param value this JVM's if never set.
     * @return this.
     */
    public LaunchSpec classPath(final String value)
    {
        classPath = value;
        return this;
    }

    /**
     * Variables laid over the environment of this process.
     *
     * @param value by name.
     * @return this.
     */
    public LaunchSpec environment(final Map<String, String> value)
    {
        environment = new LinkedHashMap<>(value);
        return this;
    }

    Map<String, String> environment()
    {
        return environment;
    }

    /**
     * Backend settings.
     *
     * @param value by name.
     * @return this.
     */
    public LaunchSpec settings(final Map<String, String> value)
    {
        settings = Map.copyOf(value);
        return this;
    }

    /**
     * The backend settings, with the profile where it is none of the defaults.
     */
    Map<String, String> settings()
    {
        if (profile == ProfileKind.LAPTOP)
        {
            return settings;
        }
        final Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(Profile.SETTING, profile.id());
        return all;
    }

    /**
     * What kind of machine the settings are made for.
     *
     * @param value AUTO chooses by what this machine offers; LAPTOP if never set.
     * @return this.
     */
    public LaunchSpec profile(final ProfileKind value)
    {
        profile = value;
        return this;
    }

    ProfileKind profile()
    {
        return profile;
    }

    /**
     * How many cores a rank is bound to where ranks are bound.
     *
     * @param value threads of a rank that compute; 1 if never set.
     * @return this.
     */
    public LaunchSpec coresPerRank(final int value)
    {
        coresPerRank = value;
        return this;
    }

    int coresPerRank()
    {
        return coresPerRank;
    }

    /**
     * What every rank must say about itself when it joins.
     *
     * @param value null: all ranks the same.
     * @return this.
     */
    public LaunchSpec facts(final String value)
    {
        facts = value;
        return this;
    }

    String facts()
    {
        return facts;
    }

    /**
     * Folder for what a failed run leaves: status files, ends of the standard errors, the error.
     *
     * @param value null for none.
     * @return this.
     */
    public LaunchSpec diagnosticsDirectory(final Path value)
    {
        diagnosticsDirectory = value;
        return this;
    }

    Path diagnosticsDirectory()
    {
        return diagnosticsDirectory;
    }

    /**
     * What the ranks will read in the run directory.
     *
     * @param value called once before the first process starts.
     * @return this.
     */
    public LaunchSpec payload(final RunDirectoryVisitor value)
    {
        payload = value;
        return this;
    }

    RunDirectoryVisitor payload()
    {
        return payload;
    }

    /**
     * Takes what the ranks have left in the run directory before it is deleted.
     *
     * @param value called once after all processes have ended in good order.
     * @return this.
     */
    public LaunchSpec harvest(final RunDirectoryVisitor value)
    {
        harvest = value;
        return this;
    }

    RunDirectoryVisitor harvest()
    {
        return harvest;
    }

    /**
     * Who is told.
     *
     * @param value called on a thread of its own.
     * @return this.
     */
    public LaunchSpec listener(final LaunchListener value)
    {
        listener = value;
        return this;
    }

    LaunchListener listener()
    {
        return listener;
    }

    /**
     * Whether the caller wants the group to stop.
     *
     * @param value asked some twenty times a second on the launcher's thread; -1 no, 0 after the iteration, 1 now.
     * @return this.
     */
    public LaunchSpec stopUrgency(final IntSupplier value)
    {
        stopUrgency = value;
        return this;
    }

    IntSupplier stopUrgency()
    {
        return stopUrgency;
    }

    /**
     * Whether the ranks write to this process's standard output and error instead of files.
     *
     * @param value false if never set.
     * @return this.
     */
    public LaunchSpec inheritsOutput(final boolean value)
    {
        inheritsOutput = value;
        return this;
    }

    boolean inheritsOutput()
    {
        return inheritsOutput;
    }

    /**
     * Where the coordinator listens by TCP instead of a socket file in the run directory.
     *
     * @param host an address of this host.
     * @param port 0 asks the system for one.
     * @return this.
     */
    public LaunchSpec coordinator(final String host, final int port)
    {
        coordinatorHost = host;
        coordinatorPort = port;
        return this;
    }

    String coordinatorHost()
    {
        return coordinatorHost;
    }

    int coordinatorPort()
    {
        return coordinatorPort;
    }

    /**
     * Silence after which a collective gives up.
     *
     * @param value nanoseconds.
     * @return this.
     */
    public LaunchSpec timeoutNs(final long value)
    {
        timeoutNs = value;
        return this;
    }

    long timeoutNs()
    {
        return timeoutNs;
    }

    /**
     * Time for all processes to join, and again to connect.
     *
     * @param value nanoseconds.
     * @return this.
     */
    public LaunchSpec joinTimeoutNs(final long value)
    {
        joinTimeoutNs = value;
        return this;
    }

    long joinTimeoutNs()
    {
        return joinTimeoutNs;
    }

    /**
     * Time between asking a process to end and killing it.
     *
     * @param value nanoseconds.
     * @return this.
     */
    public LaunchSpec graceNs(final long value)
    {
        graceNs = value;
        return this;
    }

    long graceNs()
    {
        return graceNs;
    }

    LaunchSpec conclude()
    {
        if (size < 1)
        {
            throw new CobreException(EngineErrorKind.OUT_OF_RANGE, "a group of " + size + " ranks, at least 1 needed")
                .with("value", size);
        }
        if (kind != BackendKind.SHM && kind != BackendKind.TCP)
        {
            throw new CobreException(
                EngineErrorKind.INCOMPATIBLE_SETTINGS, "backend " + kind.id() + " starts no processes")
                .with("requested", kind.id()).with("available", List.of("shm", "tcp"));
        }
        if (mainClass == null && command.isEmpty())
        {
            throw new CobreException(EngineErrorKind.INCOMPATIBLE_SETTINGS, "nothing to launch: no command");
        }
        profile = ProfileChoice.of(profile, kind, size).kind();
        return this;
    }

    /**
     * The class path goes by environment, so that a process list shows who is who.
     */
    Map<String, String> javaEnvironment()
    {
        return isJava() ? Map.of("CLASSPATH", Objects.requireNonNull(classPath)) : Map.of();
    }

    List<String> commandLine(final int rank, final Path runDirectory)
    {
        if (!isJava())
        {
            return command;
        }
        final List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(JVM_FLAGS);
        line.add("-XX:ErrorFile=" + runDirectory.resolve("rank-" + rank + ".hs_err"));
        line.addAll(jvmFlags);
        line.addAll(List.of(mainClass, "worker", "--rank", "" + rank));
        line.addAll(arguments);
        return line;
    }
}
