package io.cobre.comm.aeron;

import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.driver.exceptions.ActiveDriverException;
import io.cobre.engine.BackendKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.ShutdownSignalBarrier;

/**
 * Starts media drivers: embedded for the backends, or as a process of its own for ranks that are started by hand.
 */
public final class MediaDriverLauncher
{
    private static final int COUNTER_VALUES_LENGTH = 1024 * 1024;
    private static final long SHORTEST_SLEEP_NS = 1_000_000;
    private static final long LONGEST_SLEEP_NS = 8_000_000;

    private MediaDriverLauncher()
    {
    }

    /**
     * Run a shared driver until the process is told to stop; then remove its directory.
     *
     * @param args the directory, which must not exist yet.
     */
    public static void main(final String[] args)
    {
        if (1 != args.length)
        {
            System.err.println("usage: MediaDriverLauncher DIRECTORY");
            System.exit(1);
        }
        JvmFlags.check(BackendKind.SHM);
        try (ShutdownSignalBarrier barrier = new ShutdownSignalBarrier();
            MediaDriver driver = launchShared(Path.of(args[0]), new LaunchClock(LaunchClock.offsetNowMs())))
        {
            System.err.println("media driver in " + driver.aeronDirectoryName());
            barrier.await();
        }
        catch (final ActiveDriverException ex)
        {
            System.err.println("a media driver runs already in " + args[0]);
            System.exit(1);
        }
    }

    /**
     * A driver with one thread for everything, which sleeps between its cycles.
     *
     * @param directory to be created and removed by the driver.
     * @param clock     the same as the clients'.
     * @return running.
     */
    static MediaDriver launchShared(final Path directory, final EpochClock clock)
    {
        return launch(context(directory, clock)
            .threadingMode(ThreadingMode.SHARED)
            .sharedIdleStrategy(new AdaptiveSleep(SHORTEST_SLEEP_NS, LONGEST_SLEEP_NS)));
    }

    /**
     * A driver without threads: {@link MediaDriver#sharedAgentInvoker()} drives it.
     *
     * @param directory to be created and removed by the driver.
     * @param clock     the same as the client's.
     * @return started, idle until invoked.
     */
    static MediaDriver launchInvoked(final Path directory, final EpochClock clock)
    {
        return launch(context(directory, clock).threadingMode(ThreadingMode.INVOKER));
    }

    /**
     * The driver makes its directory anew and leaves it readable to everybody; close it before there is data in it.
     */
    private static MediaDriver launch(final MediaDriver.Context context)
    {
        final MediaDriver driver = MediaDriver.launch(context);
        try
        {
            final Path directory = context.aeronDirectory().toPath();
            if (Files.getFileStore(directory).supportsFileAttributeView("posix"))
            {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        }
        catch (final IOException ex)
        {
            driver.close();
            throw new UncheckedIOException("cannot protect " + context.aeronDirectoryName(), ex);
        }
        return driver;
    }

    private static MediaDriver.Context context(final Path directory, final EpochClock clock)
    {
        return new MediaDriver.Context()
            .aeronDirectoryName(directory.toString())
            .dirDeleteOnStart(false)
            .dirDeleteOnShutdown(true)
            .warnIfDirectoryExists(false)
            .epochClock(clock)
            .termBufferSparseFile(false)
            .performStorageChecks(true)
            .lowStorageWarningThreshold(0)
            .counterValuesBufferLength(COUNTER_VALUES_LENGTH)
            .asyncExecutorEnabled(false)
            .driverTimeoutMs(Liveness.TIMEOUT_MS)
            .clientLivenessTimeoutNs(Liveness.TIMEOUT_NS)
            .imageLivenessTimeoutNs(Liveness.TIMEOUT_NS)
            .publicationConnectionTimeoutNs(Liveness.TIMEOUT_NS)
            .flowControlReceiverTimeoutNs(Liveness.TIMEOUT_NS)
            .publicationUnblockTimeoutNs(Liveness.UNBLOCK_NS)
            .timerIntervalNs(Liveness.TIMER_NS);
    }
}
