package io.cobre.engine.control;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.ProfileKind;
import io.cobre.engine.profile.CorePlan;
import io.cobre.engine.profile.HostResources;
import io.cobre.engine.profile.ProfileChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import static io.cobre.engine.control.RankEnvironment.*;

/**
 * Finds out from the environment which rank of which group a process is: our own variables first, then those of
 * common schedulers.
 */
final class EnvironmentReader
{
    /**
     * A pair of variables with rank and number of ranks.
     *
     * @param scheduler for messages.
     * @param rank      variable.
     * @param size      variable.
     */
    private record Source(String scheduler, String rank, String size)
    {
    }

    private static final List<Source> SCHEDULERS = List.of(
        new Source("Open MPI", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"),
        new Source("PMI", "PMI_RANK", "PMI_SIZE"),
        new Source("Slurm", "SLURM_PROCID", "SLURM_NTASKS"),
        new Source("Kubernetes", "JOB_COMPLETION_INDEX", TCP_SIZE));

    private final Map<String, String> environment;

    EnvironmentReader(final Map<String, String> environment)
    {
        this.environment = environment;
    }

    RankEnvironment read(final BackendKind requested)
    {
        if (has(RUN_DIRECTORY))
        {
            return launched(Path.of(environment.get(RUN_DIRECTORY)));
        }
        return switch (resolve(requested))
        {
            case SHM -> sharedMemory();
            case TCP -> network();
            default -> RankEnvironment.solo();
        };
    }

    boolean isRank()
    {
        final Source scheduler = scheduler();
        return has(RUN_DIRECTORY) || has(SHM_RANK) || has(TCP_RANK) ||
            scheduler != null && !"1".equals(environment.get(scheduler.size()));
    }

    private RankEnvironment launched(final Path runDirectory)
    {
        try
        {
            final GroupFile group = GroupFile.read(runDirectory);
            final boolean isTcp = group.backend() == BackendKind.TCP;
            final int rank = integer(isTcp ? TCP_RANK : SHM_RANK, 0, group.size() - 1);
            return new RankEnvironment(
                group.backend(),
                rank,
                group.size(),
                runDirectory,
                environment.get(SHM_NAME),
                group.control(),
                environment.get(TCP_BIND_ADDR),
                group.secret(),
                group.timeoutNs(),
                group.connectTimeoutNs(),
                null,
                null);
        }
        catch (final IOException ex)
        {
            throw new CobreException(
                EngineErrorKind.INITIALIZATION_FAILED,
                "the launcher of this process is gone: " + ex.getMessage(),
                ex).with("operation", "read group").with("path", runDirectory.toString());
        }
    }

    private BackendKind resolve(final BackendKind requested)
    {
        final BackendKind named = requested != BackendKind.AUTO || !has(BACKEND) ?
            requested : BackendKind.of(environment.get(BACKEND));
        if (named != BackendKind.AUTO)
        {
            return named;
        }
        if (has(TCP_COORDINATOR))
        {
            return BackendKind.TCP;
        }
        if (has(SHM_NAME) || has(SHM_RANK))
        {
            return BackendKind.SHM;
        }
        if (has(TCP_RANK))
        {
            return BackendKind.TCP;
        }
        final Source scheduler = scheduler();
        if (scheduler != null && integer(scheduler.size(), 1, Integer.MAX_VALUE) > 1)
        {
            throw RankEnvironment.incompatible(
                scheduler.scheduler() + " has started " + environment.get(scheduler.size()) +
                " tasks (" + scheduler.size() + "), but nothing says how they meet, so each would run alone")
                .suggest("set COBRE_SHM_NAME=/cobre_comm_1 on one host or COBRE_TCP_COORDINATOR=host:29500 on " +
                "several; --backend local runs each task alone");
        }
        return BackendKind.LOCAL;
    }

    private RankEnvironment sharedMemory()
    {
        final Source source = source(SHM_RANK, SHM_SIZE);
        final int size = integer(source.size(), 1, 4096);
        final int rank = integer(source.rank(), 0, size - 1);
        return new RankEnvironment(
            BackendKind.SHM,
            rank,
            size,
            null,
            text(SHM_NAME, "/cobre_comm_1"),
            null,
            null,
            environment.getOrDefault(SECRET, ""),
            timeoutOrDefaultNs(BackendKind.SHM),
            connectTimeoutNs(),
            environment.get(AERON_DIR),
            profile(BackendKind.SHM, size));
    }

    private RankEnvironment network()
    {
        final Source source = source(TCP_RANK, TCP_SIZE);
        final int size = integer(source.size(), 1, 4096);
        final int rank = integer(source.rank(), 0, size - 1);
        return new RankEnvironment(
            BackendKind.TCP,
            rank,
            size,
            null,
            null,
            coordinator(),
            environment.get(TCP_BIND_ADDR),
            environment.getOrDefault(SECRET, ""),
            timeoutOrDefaultNs(BackendKind.TCP),
            connectTimeoutNs(),
            null,
            profile(BackendKind.TCP, size));
    }

    ControlAddress coordinator()
    {
        final String text = text(TCP_COORDINATOR, "192.0.2.1:29500");
        final int colon = text.lastIndexOf(':');
        final boolean hasPort = colon >= 0 && text.indexOf(':') == colon;
        final int port = hasPort ?
            number(TCP_COORDINATOR, text.substring(colon + 1), 0, 65535) :
            has(TCP_PORT) ? integer(TCP_PORT, 0, 65535) : TCP_PORT_DEFAULT;
        return ControlAddress.tcp(hasPort ? text.substring(0, colon) : text, port);
    }

    private Source source(final String rank, final String size)
    {
        final Source scheduler = has(rank) ? null : scheduler();
        return scheduler == null ? new Source("environment", rank, size) : scheduler;
    }

    private Source scheduler()
    {
        return SCHEDULERS.stream().filter((source) -> has(source.rank()) && has(source.size())).findFirst()
            .orElse(null);
    }

    private ProfileKind profile(final BackendKind backend, final int size)
    {
        if (!has(ProfileChoice.VARIABLE))
        {
            return null;
        }
        final ProfileKind kind = ProfileChoice.of(ProfileChoice.requested(null, environment), backend, size).kind();
        if (kind == ProfileKind.PINNED)
        {
            CorePlan.checkBound(HostResources.local());
        }
        return kind;
    }

    OptionalLong timeoutNs(final BackendKind backend)
    {
        final boolean isTcp = backend == BackendKind.TCP || backend == BackendKind.AUTO && has(TCP_COORDINATOR);
        final String name = isTcp && has(TCP_TIMEOUT_SECS) ? TCP_TIMEOUT_SECS : TIMEOUT_SECS;
        return has(name) ?
            OptionalLong.of(TimeUnit.SECONDS.toNanos(integer(name, 1, 10_000_000))) : OptionalLong.empty();
    }

    private long timeoutOrDefaultNs(final BackendKind backend)
    {
        return timeoutNs(backend).orElse(TimeUnit.SECONDS.toNanos(TIMEOUT_DEFAULT_SECS));
    }

    private long connectTimeoutNs()
    {
        return TimeUnit.MILLISECONDS.toNanos(has(TCP_CONNECT_TIMEOUT_MS) ?
            integer(TCP_CONNECT_TIMEOUT_MS, 1, Integer.MAX_VALUE) : CONNECT_TIMEOUT_DEFAULT_MS);
    }

    private boolean has(final String name)
    {
        final String value = environment.get(name);
        return value != null && !value.isEmpty();
    }

    private String text(final String name, final String example)
    {
        if (!has(name))
        {
            throw RankEnvironment.incompatible("the variable " + name + " is missing").with("variable", name)
                .suggest("for example " + name + "=" + example);
        }
        return environment.get(name);
    }

    private int integer(final String name, final int min, final int max)
    {
        return number(name, text(name, name.endsWith("SIZE") ? "2" : "0"), min, max);
    }

    private static int number(final String name, final String text, final int min, final int max)
    {
        try
        {
            final int value = Integer.parseInt(text.trim());
            if (value >= min && value <= max)
            {
                return value;
            }
        }
        catch (final NumberFormatException ex)
        {
            throw outOfRange(name, text, min, max);
        }
        throw outOfRange(name, text, min, max);
    }

    private static CobreException outOfRange(final String name, final String text, final int min, final int max)
    {
        return new CobreException(
            EngineErrorKind.OUT_OF_RANGE,
            name + " is '" + text + "', allowed are whole numbers from " + min + " to " + max)
            .with("variable", name).with("value", text);
    }
}
