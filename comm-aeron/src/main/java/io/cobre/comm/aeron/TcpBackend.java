package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.profile.Profile;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;
import io.cobre.engine.spi.OperationCount;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.CloseHelper;
import org.agrona.concurrent.EpochClock;

/**
 * Processes of one or several hosts over the network: Aeron UDP unicast, with a media driver inside every rank that
 * the rank's own thread drives. The name is the specification's.
 */
public final class TcpBackend implements Backend
{
    private static final String DRIVER = "r";
    private static final int MANY_RANKS = 4;
    private static final int NETWORK_MTU = 1408;

    @Override
    public BackendKind kind()
    {
        return BackendKind.TCP;
    }

    @Override
    public GroupSpec preflight(final GroupSpec group)
    {
        JvmFlags.check(kind());
        final GroupSettings settings = GroupSettings.of(kind(), group);
        final Profile profile = settings.profile();
        final InetAddress address = bindAddress(settings);
        final int peers = Math.max(1, group.size() - 1);
        // as if all ranks shared this host, where each of them has a driver, a log and a log per peer
        final MemoryBudget budget = new MemoryBudget(group.size(), group.size(), 0, group.size() * (group.size() - 1));
        final int termLength = Preflight.termLength(
            kind(), group, settings, budget, profile.udpTermLength() / (group.size() > MANY_RANKS ? 2 : 1));
        final int receiveBuffer = settings.has(GroupSettings.RECEIVE_BUFFER) ? settings.receiveBuffer() :
            SocketBuffers.grantedReceiveBuffer(
                (int) Math.min(Integer.MAX_VALUE, (long) peers * profile.receiveWindow()));
        final int window = settings.has(GroupSettings.RECEIVE_WINDOW) ? settings.receiveWindow() :
            Math.min(Math.min(profile.receiveWindow(), termLength / 2), receiveBuffer / peers);
        final int longestMtu = Math.min(StreamLimits.mtuFor(termLength), StreamLimits.mtuWithin(window));
        final int mtu = settings.has(GroupSettings.MTU) ? settings.mtu() :
            Math.min(longestMtu, address.isLoopbackAddress() ? StreamLimits.MAX_MTU : NETWORK_MTU);
        return settings.with(Map.of(
            GroupSettings.TERM_LENGTH, termLength,
            GroupSettings.MTU, mtu,
            GroupSettings.RECEIVE_BUFFER, receiveBuffer,
            GroupSettings.RECEIVE_WINDOW, window,
            GroupSettings.BIND_ADDRESS, settings.bindAddress(),
            GroupSettings.CLOCK_OFFSET_MS, settings.clockOffsetMs()));
    }

    @Override
    public HostedGroup host(final GroupSpec group)
    {
        return () -> {};
    }

    @Override
    public Fabric attach(final GroupSpec group, final int rank)
    {
        JvmFlags.check(kind());
        final GroupSettings settings = GroupSettings.of(kind(), group);
        final UdpSizes sizes = sizes(settings, Math.max(1, group.size() - 1), settings.profile().sendBuffer());
        final String address = literal(bindAddress(settings));
        final EpochClock clock = new LaunchClock(settings.clockOffsetMs());
        final Path directory = group.runDirectory().resolve(DRIVER + rank);
        final ClientErrors errors = new ClientErrors();
        final MediaDriver driver = MediaDriverLauncher.launchInvoked(directory, clock);
        Aeron aeron = null;
        Wire wire = null;
        try
        {
            aeron = Aeron.connect(Clients.invoked(directory, clock, errors, driver.sharedAgentInvoker()));
            wire = new UdpWire(driver, aeron, guard(driver, aeron, rank), sizes, address);
            return new AeronFabric(group, rank, aeron, errors, wire);
        }
        finally
        {
            if (null == wire)
            {
                CloseHelper.closeAll(aeron, driver);
            }
        }
    }

    @Override
    public List<OperationCount> counts(final Path runDirectory)
    {
        final List<OperationCount> counts = new ArrayList<>();
        if (Files.isDirectory(runDirectory))
        {
            try (DirectoryStream<Path> drivers = Files.newDirectoryStream(runDirectory, DRIVER + "*"))
            {
                drivers.forEach((driver) -> counts.addAll(OperationCounters.read(driver)));
            }
            catch (final IOException | DirectoryIteratorException ended)
            {
                return counts;
            }
        }
        return counts;
    }

    private static DriverGuard guard(final MediaDriver driver, final Aeron aeron, final int rank)
    {
        return new DriverGuard(driver.sharedAgentInvoker(), aeron.conductorAgentInvoker(), "r" + rank);
    }

    /**
     * The group's sizes, less where this host's kernel grants smaller buffers than the one that preflighted.
     */
    private static UdpSizes sizes(final GroupSettings settings, final int peers, final int sendBuffer)
    {
        final int mtu = settings.mtu();
        final int receiveBuffer = SocketBuffers.grantedReceiveBuffer(settings.receiveBuffer());
        final int window = Math.min(settings.receiveWindow(), Math.max(mtu, receiveBuffer / peers));
        return new UdpSizes(
            settings.termLength(), mtu, window, receiveBuffer, SocketBuffers.grantedSendBuffer(sendBuffer));
    }

    private static InetAddress bindAddress(final GroupSettings settings)
    {
        final String name = settings.bindAddress();
        try
        {
            final InetAddress address = InetAddress.getByName(name);
            if (!address.isAnyLocalAddress() && !address.isMulticastAddress())
            {
                return address;
            }
        }
        catch (final UnknownHostException ignore)
        {
            // the error below names the address
        }
        final String detail = "cannot bind to '" + name + "'";
        final BackendException error = new BackendException(EngineErrorKind.INITIALIZATION_FAILED, detail, null);
        error.with("backend", BackendKind.TCP.id()).with("operation", "preflight").with("detail", detail);
        error.suggest("name the address of the network interface on which the peers reach this host");
        throw error;
    }

    private static String literal(final InetAddress address)
    {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }
}
