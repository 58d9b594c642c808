package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.CommException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.collective.CommunicatorContext;
import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.profile.Profile;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.Transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.agrona.concurrent.IdleStrategy;

/**
 * What a process does as a rank: it meets its group, holds the communicator, reports, and leaves in good order. Used
 * by the thread that opened it, except for progress and the stop request.
 */
public final class RankSession implements AutoCloseable
{
    private static final long IDLE_NS = TimeUnit.MICROSECONDS.toNanos(50);

    private final RankEnvironment environment;
    private final RankContext context;
    private final RankMeeting meeting;
    private final StatusFile status;
    private ControlClient client;
    private Fabric fabric;
    private Communicator communicator;
    private boolean hasFailed;
    private boolean isClosed;
    private boolean isReleased;

    private RankSession(final RankContext context, final RankEnvironment environment)
    {
        this.context = context;
        this.environment = environment;
        if (environment.backend() == BackendKind.LOCAL)
        {
            meeting = null;
            status = null;
            communicator = Communicators.local();
            return;
        }
        final Backend backend = context.backend(environment.backend());
        meeting = RankMeeting.of(environment, backend);
        try
        {
            status = StatusFile.create(meeting.directory(), environment.rank(), environment.size());
            if (context.haltAllowed())
            {
                Runtime.getRuntime().addShutdownHook(new Thread(status::hooksHaveRun));
            }
            join(backend);
        }
        catch (final IOException ex)
        {
            abandon();
            throw failure("create status file", ex.toString(), ex);
        }
        catch (final RuntimeException | Error ex)
        {
            error(ex);
            abandon();
            throw ex;
        }
    }

    /**
     * Join the group and wait until every rank is connected.
     *
     * @param context settings.
     * @return with a communicator that is ready.
     * @throws CobreException of kind InitializationFailed, with operation and detail, if the group does not form.
     */
    public static RankSession open(final RankContext context)
    {
        return new RankSession(context, context.environment());
    }

    /**
     * Leave a record of a failure for the launcher where no session is open that could report it. Nothing happens if
     * this process has no launcher or has left a record already.
     *
     * @param failure what happened.
     */
    public static void leaveRecord(final Throwable failure)
    {
        try
        {
            final RankEnvironment environment = RankEnvironment.of(System.getenv(), BackendKind.AUTO);
            if (environment.isLaunched() &&
                RankStatus.readIfPresent(environment.runDirectory(), environment.rank()) == null)
            {
                final StatusFile status = StatusFile.create(
                    environment.runDirectory(), environment.rank(), environment.size());
                record(status, failure);
                status.exitCode(ErrorRecord.exitCode(failure));
            }
        }
        catch (final IOException | RuntimeException ex)
        {
            failure.addSuppressed(ex);
        }
    }

    /**
     * This process's number in the group.
     *
     * @return 0..size-1.
     */
    public int rank()
    {
        return environment.rank();
    }

    /**
     * Number of ranks.
     *
     * @return at least 1.
     */
    public int size()
    {
        return environment.size();
    }

    /**
     * The communicator of all ranks. Closing it takes leave of the group.
     *
     * @return the same object on every call.
     */
    public Communicator communicator()
    {
        return communicator;
    }

    /**
     * Private directory of the run.
     *
     * @return null in a group of one without a launcher.
     */
    public Path runDirectory()
    {
        return meeting == null ? null : meeting.directory();
    }

    /**
     * Send a progress event to the launcher. Any thread.
     *
     * @param body opaque.
     */
    public void progress(final byte[] body)
    {
        if (client != null)
        {
            client.progress(body);
        }
    }

    /**
     * Send a result to the launcher.
     *
     * @param body opaque, at most 8 MiB; write a larger one into the run directory and send its name and SHA-256.
     */
    public void result(final byte[] body)
    {
        if (body.length > ControlPublisher.MAX_BODY_LENGTH)
        {
            throw new CobreException(
                EngineErrorKind.OUT_OF_RANGE,
                "a result of " + body.length + " bytes, at most " + ControlPublisher.MAX_BODY_LENGTH +
                " travel by socket").suggest("write it into the run directory and send its name");
        }
        if (client != null)
        {
            client.result(body);
        }
    }

    /**
     * Report that this rank has failed; {@link #close()} then leaves without waiting for the others.
     *
     * @param failure what happened.
     */
    public void error(final Throwable failure)
    {
        if (status == null || hasFailed)
        {
            return;
        }
        hasFailed = true;
        record(status, failure);
        if (client != null)
        {
            client.error(ErrorRecord.exitCode(failure), ErrorRecord.encode(failure));
        }
    }

    private static void record(final StatusFile status, final Throwable failure)
    {
        status.state(RankState.FAILED);
        status.error(ErrorRecord.encode(failure, StatusDescriptor.MAX_ERROR_LENGTH));
    }

    /**
     * Record the code with which the process is going to exit, so that an orderly exit can be told from a kill.
     *
     * @param exitCode of the process.
     */
    public void exitCode(final int exitCode)
    {
        if (status != null)
        {
            status.exitCode(exitCode);
        }
    }

    /**
     * A sign of life from a thread that computes while the session's thread waits for it. Any thread.
     */
    public void tick()
    {
        if (status != null)
        {
            status.tick();
        }
    }

    /**
     * Whether the launcher has asked the group to stop. Any thread.
     *
     * @return -1 no, 0 after the iteration, 1 now.
     */
    public int stopUrgency()
    {
        return client == null ? -1 : client.stopUrgency();
    }

    /**
     * Leave: end of the own stream, DONE, wait for everybody's DONE, unmap. After an error nobody is waited for.
     * Idempotent.
     */
    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        isClosed = true;
        try
        {
            communicator.close();
        }
        finally
        {
            release();
        }
    }

    private void join(final Backend backend)
    {
        client = ControlClient.connect(clientContext(), HostId.local());
        await("join", () -> client.settings() != null);
        final Map<String, String> settings = new LinkedHashMap<>(client.settings());
        if (!environment.isLaunched())
        {
            settings.putAll(GroupHost.settings(environment));
        }
        fabric = backend.attach(
            new GroupSpec(client.runId(), size(), meeting.directory(), Map.copyOf(settings)), rank());
        client.address(fabric.address());
        await("join", () -> client.peers() != null);
        status.state(RankState.OPENING);
        fabric.peers(client.peers().stream().map(GroupMember::address).collect(Collectors.toList()));
        final Transport transport = fabric.open(0, IntStream.range(0, size()).toArray());
        connect(transport);
        status.state(RankState.RUNNING);
        final int cores = Profile.of(settings, size()).idleCores();
        final IdleStrategy idleStrategy = context.idleStrategy() != null ? context.idleStrategy() :
            CommunicatorContext.idleStrategyFor(size(), cores);
        communicator = new TransportCommunicator(new CommunicatorContext()
            .transport(transport)
            .fabric(fabric)
            .monitor(client)
            .backend(environment.backend())
            .timeoutNs(environment.timeoutNs())
            .idleStrategy(idleStrategy)
            .looks(CommunicatorContext.looksFor(size(), cores))
            .onClose(this::leave));
    }

    private ControlClientContext clientContext()
    {
        final boolean isLaunched = environment.isLaunched();
        return new ControlClientContext()
            .address(meeting.address())
            .runId(meeting.runId())
            .rank(rank())
            .size(size())
            .secret(meeting.secret())
            .facts(context.facts())
            .connectTimeoutNs(isLaunched || meeting.isHost() ? 0 : environment.connectTimeoutNs())
            .heartbeatIntervalNs(Math.min(TimeUnit.SECONDS.toNanos(1), environment.timeoutNs() / 8))
            .status(status)
            .haltAllowed(context.haltAllowed())
            .orphanDirectory(isLaunched || environment.shmName() != null ? meeting.directory() : null)
            .hostRank(isLaunched ? -1 : 0);
    }

    private void await(final String operation, final BooleanSupplier condition)
    {
        while (!condition.getAsBoolean())
        {
            if (client.failure() != null)
            {
                throw failure(
                    operation,
                    client.refusal() == null ? client.failure().getMessage() : client.refusal(),
                    client.refusal() == null ? client.failure() : null);
            }
            if (fabric == null || fabric.doWork() == 0)
            {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    private void connect(final Transport transport)
    {
        try
        {
            await("connect", () -> transport.doWork() >= 0 && transport.isReady());
            client.ready();
            await("connect", () -> transport.doWork() >= 0 && client.isGo());
        }
        catch (final CommException broken)
        {
            throw failure("connect", broken.getMessage(), broken);
        }
    }

    private void leave()
    {
        try
        {
            takeLeave();
        }
        finally
        {
            release();
        }
    }

    private void takeLeave()
    {
        if (hasFailed || client.failure() != null)
        {
            return;
        }
        status.state(RankState.LEAVING);
        client.done();
        while (!client.isBye() && client.failure() == null)
        {
            if (fabric.doWork() == 0)
            {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
        if (client.isBye())
        {
            status.state(RankState.ENDED);
        }
    }

    private void abandon()
    {
        try
        {
            release();
        }
        catch (final RuntimeException ignore)
        {
            // the failure that made this rank leave is the one to tell
        }
    }

    private void release()
    {
        if (meeting == null || isReleased)
        {
            return;
        }
        isReleased = true;
        try
        {
            if (fabric != null)
            {
                fabric.close();
            }
        }
        finally
        {
            if (client != null)
            {
                client.close();
            }
            if (client != null && client.failure() != null && environment.isLaunched())
            {
                RunDirectory.removeOrphan(meeting.directory());
            }
            meeting.close();
        }
    }

    private BackendException failure(final String operation, final String detail, final Throwable cause)
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED,
            "rank " + rank() + " of " + size() + " (" + environment.backend().id() + ") did not get past '" +
            operation + "': " + detail,
            cause);
        failure.with("backend", environment.backend().id()).with("operation", operation).with("detail", detail);
        failure.with("rank", rank());
        return failure;
    }
}
