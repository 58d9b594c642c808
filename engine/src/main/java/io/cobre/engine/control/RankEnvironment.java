package io.cobre.engine.control;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;

import io.cobre.engine.ProfileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What the environment says about this process: which rank of which group it is.
 *
 * @param backend          LOCAL, SHM or TCP.
 * @param rank             0..size-1.
 * @param size             ranks of the group.
 * @param runDirectory     of a launcher, null when ranks are started by hand.
 * @param shmName          name that the ranks of a host meet under, null for others.
 * @param coordinator      where rank 0 listens or is reached (tcp by hand), null for others.
 * @param bindAddress      address for the sockets of this rank, null for loopback.
 * @param secret           may be empty.
 * @param timeoutNs        silence after which a collective gives up.
 * @param connectTimeoutNs time for joining.
 * @param aeronDirectory   of a media driver that somebody else runs, or null.
 * @param profile          that this rank wants, not AUTO; null to take the one that the group has.
 */
public record RankEnvironment(
    BackendKind backend,
    int rank,
    int size,
    Path runDirectory,
    String shmName,
    ControlAddress coordinator,
    String bindAddress,
    String secret,
    long timeoutNs,
    long connectTimeoutNs,
    String aeronDirectory,
    ProfileKind profile)
{
    /** Where the launcher has put what its ranks need. */
    public static final String RUN_DIRECTORY = "COBRE_RUN_DIR";
    /** Backend to use. */
    public static final String BACKEND = "COBRE_COMM_BACKEND";
    /** Seconds of silence after which a collective gives up. */
    public static final String TIMEOUT_SECS = "COBRE_COMM_TIMEOUT_SECS";
    /** What all ranks of a group know and nobody else. */
    public static final String SECRET = "COBRE_COMM_SECRET";
    /** Name that the ranks of a host meet under. */
    public static final String SHM_NAME = "COBRE_SHM_NAME";
    /** This rank, for shm. */
    public static final String SHM_RANK = "COBRE_SHM_RANK";
    /** Ranks of the group, for shm. */
    public static final String SHM_SIZE = "COBRE_SHM_SIZE";
    /** Host or host:port of rank 0. */
    public static final String TCP_COORDINATOR = "COBRE_TCP_COORDINATOR";
    /** Port of rank 0. */
    public static final String TCP_PORT = "COBRE_TCP_PORT";
    /** This rank, for tcp. */
    public static final String TCP_RANK = "COBRE_TCP_RANK";
    /** Ranks of the group, for tcp. */
    public static final String TCP_SIZE = "COBRE_TCP_SIZE";
    /** Address for the sockets of this rank. */
    public static final String TCP_BIND_ADDR = "COBRE_TCP_BIND_ADDR";
    /** Time for joining. */
    public static final String TCP_CONNECT_TIMEOUT_MS = "COBRE_TCP_CONNECT_TIMEOUT_MS";
    /** Overrides {@link #TIMEOUT_SECS} for tcp. */
    public static final String TCP_TIMEOUT_SECS = "COBRE_TCP_TIMEOUT_SECS";
    /** Directory of a media driver that somebody else runs. */
    public static final String AERON_DIR = "COBRE_AERON_DIR";

    /** Default of {@link #TCP_PORT}. */
    public static final int TCP_PORT_DEFAULT = 29500;
    /** Default of {@link #TIMEOUT_SECS}. */
    public static final long TIMEOUT_DEFAULT_SECS = 60;
    /** Default of {@link #TCP_CONNECT_TIMEOUT_MS}. */
    public static final long CONNECT_TIMEOUT_DEFAULT_MS = 30_000;

    /** Variables that a launcher sets for its ranks and that they must not inherit from its own environment. */
    public static final List<String> RANK_VARIABLES = List.of(
        RUN_DIRECTORY, BACKEND, SHM_NAME, SHM_RANK, SHM_SIZE, TCP_COORDINATOR, TCP_PORT, TCP_RANK, TCP_SIZE);

    /**
     * Read the environment.
     *
     * @param environment variables by name.
     * @param requested   backend asked for by an option, or AUTO to let the environment say.
     * @return which rank this is; rank 0 of 1 with backend LOCAL when nothing says otherwise.
     * @throws CobreException naming the variable that is missing or wrong.
     */
    public static RankEnvironment of(final Map<String, String> environment, final BackendKind requested)
    {
        return new EnvironmentReader(environment).read(requested);
    }

    /**
     * Where the environment wants the coordinator of a launcher.
     *
     * @param environment variables by name.
     * @param backend     only TCP has one.
     * @return empty if it says nothing.
     */
    public static Optional<ControlAddress> coordinator(
        final Map<String, String> environment, final BackendKind backend)
    {
        return backend == BackendKind.TCP && !environment.getOrDefault(TCP_COORDINATOR, "").isEmpty() ?
            Optional.of(new EnvironmentReader(environment).coordinator()) : Optional.empty();
    }

    /**
     * How long a collective waits for a silent rank, where the environment says so.
     *
     * @param environment variables by name.
     * @param backend     TCP has a variable of its own, and AUTO is TCP where there is a coordinator.
     * @return nanoseconds; empty if it says nothing.
     * @throws CobreException of kind OutOfRange, naming the variable, if it is no number of seconds.
     */
    public static OptionalLong timeoutNs(final Map<String, String> environment, final BackendKind backend)
    {
        return new EnvironmentReader(environment).timeoutNs(backend);
    }

    /**
     * Whether the environment makes a process a rank: by our own variables, or because a scheduler has started several
     * tasks.
     *
     * @param environment variables by name.
     * @return false where a program may start ranks of its own.
     */
    public static boolean isRank(final Map<String, String> environment)
    {
        return new EnvironmentReader(environment).isRank();
    }

    /**
     * Whether a launcher has started this process.
     *
     * @return true if it has a run directory of its launcher.
     */
    public boolean isLaunched()
    {
        return runDirectory != null;
    }

    static RankEnvironment solo()
    {
        return new RankEnvironment(
            BackendKind.LOCAL,
            0,
            1,
            null,
            null,
            null,
            null,
            "",
            TimeUnit.SECONDS.toNanos(TIMEOUT_DEFAULT_SECS),
            TimeUnit.MILLISECONDS.toNanos(CONNECT_TIMEOUT_DEFAULT_MS),
            null,
            null);
    }

    static CobreException incompatible(final String message)
    {
        return new CobreException(EngineErrorKind.INCOMPATIBLE_SETTINGS, message);
    }
}
