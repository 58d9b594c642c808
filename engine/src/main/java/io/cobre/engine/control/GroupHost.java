package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.profile.Profile;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What rank 0 does for its group when no launcher does: run directory, preflight, what the ranks of the host share,
 * coordinator. It closes last.
 */
final class GroupHost implements AutoCloseable
{
    private final HostedGroup hosted;
    private final Coordinator coordinator;

    private GroupHost(final HostedGroup hosted, final Coordinator coordinator)
    {
        this.hosted = hosted;
        this.coordinator = coordinator;
    }

    static GroupHost start(final RankEnvironment environment, final Backend backend, final RunPlace place)
    {
        final RunDirectory directory = place.directory();
        final GroupSpec group = place.group();
        final long runId = group.runId();
        final HostedGroup hosted = backend.host(group);
        try
        {
            final Coordinator coordinator = Coordinator.start(new CoordinatorContext()
                .address(address(environment, directory))
                .runId(runId)
                .size(environment.size())
                .secret(environment.secret())
                .settings(group.settings())
                .joinTimeoutNs(environment.connectTimeoutNs())
                .silenceTimeoutNs(CoordinatorContext.silenceFor(environment.timeoutNs())));
            publish(environment, directory, runId, coordinator.address());
            return new GroupHost(hosted, coordinator);
        }
        catch (final RuntimeException | Error ex)
        {
            hosted.close();
            throw ex;
        }
    }

    ControlAddress address()
    {
        return coordinator.address();
    }

    @Override
    public void close()
    {
        coordinator.close();
        hosted.close();
    }

    /**
     * Where this rank's files fit.
     */
    static RunPlace place(final RankEnvironment environment, final Backend backend)
    {
        final long runId = RandomIds.next();
        final Function<RunDirectory, GroupSpec> preflight = (directory) -> backend.preflight(
            new GroupSpec(runId, environment.size(), directory.path(), settings(environment)));
        final RunPlace place = environment.shmName() == null ?
            RunPlace.find(preflight) : RunPlace.find(environment.shmName(), preflight);
        place.warning().ifPresent((warning) -> System.err.println("cobre: " + warning));
        return place;
    }

    static Map<String, String> settings(final RankEnvironment environment)
    {
        final Map<String, String> settings = new LinkedHashMap<>();
        if (environment.aeronDirectory() != null)
        {
            settings.put("aeron_dir", environment.aeronDirectory());
        }
        if (environment.bindAddress() != null)
        {
            settings.put("bind_address", environment.bindAddress());
        }
        if (environment.profile() != null)
        {
            settings.put(Profile.SETTING, environment.profile().id());
        }
        return settings;
    }

    private static ControlAddress address(final RankEnvironment environment, final RunDirectory directory)
    {
        final ControlAddress coordinator = environment.coordinator();
        if (coordinator == null)
        {
            return RunDirectory.controlSocket(directory.path());
        }
        if (environment.bindAddress() != null)
        {
            return ControlAddress.tcp(environment.bindAddress(), coordinator.port());
        }
        if (!coordinator.isLoopback())
        {
            throw RankEnvironment.incompatible(
                "the coordinator " + coordinator.host() + " is not a loopback address, but sockets are bound to " +
                "loopback unless " + RankEnvironment.TCP_BIND_ADDR + " says otherwise")
                .suggest("set " + RankEnvironment.TCP_BIND_ADDR + "=" +
                ((InetSocketAddress) coordinator.socketAddress()).getAddress().getHostAddress() +
                " on rank 0, and each other rank's own address there");
        }
        return coordinator;
    }

    private static void publish(
        final RankEnvironment environment,
        final RunDirectory directory,
        final long runId,
        final ControlAddress address)
    {
        try
        {
            new GroupFile(
                runId,
                environment.size(),
                environment.backend(),
                address,
                environment.secret(),
                environment.timeoutNs(),
                environment.connectTimeoutNs(),
                0).write(directory.path());
        }
        catch (final IOException ex)
        {
            throw new BackendException(
                EngineErrorKind.INITIALIZATION_FAILED, "the group cannot be published: " + ex.getMessage(), ex);
        }
        if (environment.coordinator() != null && environment.coordinator().port() == 0)
        {
            System.err.println("cobre: the coordinator listens on " + address.host() + ":" + address.port());
        }
    }
}
