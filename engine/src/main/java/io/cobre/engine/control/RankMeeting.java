package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.spi.Backend;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How a rank comes to its coordinator: given by the launcher, hosted by itself as rank 0, or found under the common
 * name or address.
 */
final class RankMeeting implements AutoCloseable
{
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path directory;
    private final ControlAddress address;
    private final String secret;
    private final long runId;
    private final RunPlace owned;
    private final GroupHost host;

    private RankMeeting(
        final Path directory,
        final ControlAddress address,
        final String secret,
        final long runId,
        final RunPlace owned,
        final GroupHost host)
    {
        this.directory = directory;
        this.address = address;
        this.secret = secret;
        this.runId = runId;
        this.owned = owned;
        this.host = host;
    }

    static RankMeeting of(final RankEnvironment environment, final Backend backend)
    {
        if (environment.isLaunched())
        {
            return new RankMeeting(
                environment.runDirectory(), environment.coordinator(), environment.secret(), 0, null, null);
        }
        if (environment.rank() == 0)
        {
            return host(environment, backend);
        }
        if (environment.shmName() != null)
        {
            return find(environment);
        }
        final RunPlace own = GroupHost.place(environment, backend);
        return new RankMeeting(
            own.directory().path(), environment.coordinator(), environment.secret(), 0, own, null);
    }

    private static RankMeeting host(final RankEnvironment environment, final Backend backend)
    {
        final RunPlace owned = GroupHost.place(environment, backend);
        try
        {
            final GroupHost host = GroupHost.start(environment, backend, owned);
            return new RankMeeting(
                owned.directory().path(), host.address(), environment.secret(), 0, owned, host);
        }
        catch (final RuntimeException | Error ex)
        {
            owned.close();
            throw ex;
        }
    }

    private static RankMeeting find(final RankEnvironment environment)
    {
        final Path usual = RunDirectory.locate(environment.shmName());
        final Path temporary = RunDirectory.temporary(environment.shmName());
        final long deadlineNs = System.nanoTime() + environment.connectTimeoutNs();
        while (true)
        {
            try
            {
                final Path directory = GroupFile.isPresent(temporary) ? temporary : usual;
                RunDirectoryReaper.checkOwner(directory);
                final GroupFile group = GroupFile.read(directory);
                if (isListening(group.control()))
                {
                    return new RankMeeting(
                        directory, group.control(), environment.secret(), group.runId(), null, null);
                }
            }
            catch (final IOException ex)
            {
                LockSupport.parkNanos(POLL_NS);
            }
            if (System.nanoTime() - deadlineNs >= 0 || Thread.currentThread().isInterrupted())
            {
                throw notFound(environment, usual);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private static boolean isListening(final ControlAddress address)
    {
        try (SocketChannel probe = SocketChannel.open(address.family()))
        {
            return probe.connect(address.socketAddress());
        }
        catch (final IOException ex)
        {
            return false;
        }
    }

    private static BackendException notFound(final RankEnvironment environment, final Path directory)
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED,
            "rank " + environment.rank() + " found no rank 0 under " + environment.shmName() + " within " +
            TimeUnit.NANOSECONDS.toMillis(environment.connectTimeoutNs()) + " ms",
            null);
        failure.with("backend", environment.backend().id()).with("operation", "join");
        failure.with("detail", "nobody listens in " + directory);
        failure.suggest("start rank 0 on this host with the same COBRE_SHM_NAME");
        return failure;
    }

    Path directory()
    {
        return directory;
    }

    ControlAddress address()
    {
        return address;
    }

    String secret()
    {
        return secret;
    }

    long runId()
    {
        return runId;
    }

    boolean isHost()
    {
        return host != null;
    }

    @Override
    public void close()
    {
        if (host != null)
        {
            host.close();
        }
        if (owned != null)
        {
            owned.close();
        }
    }
}
