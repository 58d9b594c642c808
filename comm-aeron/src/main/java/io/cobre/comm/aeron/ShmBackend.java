package io.cobre.comm.aeron;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.cobre.engine.BackendKind;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;
import io.cobre.engine.spi.OperationCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Processes of one host over shared memory: Aeron IPC with one media driver, hosted by the launcher or by the local
 * leader, or run by somebody else (setting {@code aeron_dir}).
 */
public final class ShmBackend implements Backend
{
    @Override
    public BackendKind kind()
    {
        return BackendKind.SHM;
    }

    @Override
    public GroupSpec preflight(final GroupSpec group)
    {
        JvmFlags.check(kind());
        final GroupSettings settings = GroupSettings.of(kind(), group);
        final int drivers = settings.has(GroupSettings.AERON_DIR) ? 0 : 1;
        // a ring is half as long as a term, a log has three
        final MemoryBudget budget = new MemoryBudget(drivers, group.size(), group.size(), 0);
        final int wanted = wantedTermLength(settings.profile().ipcTermLength(), group.size());
        final int termLength = Preflight.termLength(kind(), group, settings, budget, wanted);
        final int ringLength = termLength / MemoryBudget.TERMS_PER_RING;
        final int mtu = settings.has(GroupSettings.MTU) ? settings.mtu() : StreamLimits.mtuFor(termLength);
        return settings.with(Map.of(
            GroupSettings.TERM_LENGTH, termLength,
            GroupSettings.MTU, mtu,
            GroupSettings.RING_LENGTH, settings.has(GroupSettings.RING_LENGTH) ? settings.ringLength() : ringLength,
            GroupSettings.CLOCK_OFFSET_MS, settings.clockOffsetMs()));
    }

    @Override
    public HostedGroup host(final GroupSpec group)
    {
        final GroupSettings settings = GroupSettings.of(kind(), group);
        if (settings.has(GroupSettings.AERON_DIR))
        {
            return () -> {};
        }
        final MediaDriver driver = MediaDriverLauncher.launchShared(
            settings.sharedDriverDirectory(), new LaunchClock(settings.clockOffsetMs()));
        return driver::close;
    }

    @Override
    public Fabric attach(final GroupSpec group, final int rank)
    {
        JvmFlags.check(kind());
        final GroupSettings settings = GroupSettings.of(kind(), group);
        final Path directory = settings.sharedDriverDirectory();
        final DriverWatch driver = DriverWatch.of(directory);
        final ClientErrors errors = new ClientErrors();
        final Aeron aeron = Aeron.connect(Clients.threaded(
            directory, new LaunchClock(settings.clockOffsetMs()), errors));
        final Wire wire = new IpcWire(
            aeron,
            driver,
            settings.termLength(),
            settings.mtu(),
            settings.ringLength(),
            new RegionDirectory(group.runDirectory()),
            new PeerMemory(group.runDirectory(), group.runId(), rank, group.size()));
        return new AeronFabric(group, rank, aeron, errors, wire);
    }

    @Override
    public List<OperationCount> counts(final Path runDirectory)
    {
        return OperationCounters.read(GroupSettings.ownDriverDirectory(runDirectory));
    }

    private static int wantedTermLength(final int longest, final int ranks)
    {
        int length = longest;
        for (int r = 4; r < ranks && length > longest / 8; r *= 2)
        {
            length /= 2;
        }
        return length;
    }
}
