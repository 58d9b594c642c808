package io.cobre.comm.aeron;

import io.aeron.CncFileDescriptor;
import io.cobre.engine.BackendException;
import io.cobre.engine.BackendKind;
import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.EngineErrorKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;

/**
 * Notices that the media driver of this host is gone: its heartbeat stands still and its process has ended, or it has
 * taken leave. A heartbeat is compared with earlier ones only, so no clock and no stopped process deceives. For the
 * rank's thread.
 */
final class DriverWatch implements AutoCloseable
{
    private static final int CALLS_PER_LOOK = 64;
    private static final long STOPPED = -1;
    /** The driver beats ten times a second. */
    private static final long SUSPICIOUS_NS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SILENT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long START_NS = TimeUnit.SECONDS.toNanos(5);
    /** Whoever has not looked for so long was away himself. */
    private static final long GAP_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path directory;
    private final ManyToOneRingBuffer heartbeats;
    private final long pid;
    private final boolean isProcessVisible;
    private MappedByteBuffer mapped;
    private int calls;
    private long lastHeartbeat;
    private long lastLookNs;
    private long sinceNs;

    private DriverWatch(final Path directory)
    {
        this.directory = directory;
        mapped = IoUtil.mapExistingFile(
            directory.resolve(CncFileDescriptor.CNC_FILE).toFile(), MapMode.READ_ONLY, CncFileDescriptor.CNC_FILE);
        final ByteBuffer file = mapped;
        final DirectBuffer metaData = CncFileDescriptor.createMetaDataBuffer(file);
        heartbeats = new ManyToOneRingBuffer(CncFileDescriptor.createToDriverBuffer(file, metaData));
        pid = CncFileDescriptor.pid(metaData);
        // the process of another container has a number that means nothing here
        isProcessVisible = isAlive(pid);
        lastHeartbeat = heartbeats.consumerHeartbeatTime();
        lastLookNs = System.nanoTime();
        sinceNs = lastLookNs;
    }

    /**
     * Watch over a driver.
     *
     * @param directory of the driver.
     * @return its watch.
     * @throws BackendException if no driver lives there.
     */
    static DriverWatch of(final Path directory)
    {
        if (!isReady(directory))
        {
            throw absent("no media driver runs in " + directory);
        }
        final DriverWatch watch = new DriverWatch(directory);
        if (!watch.isAlive())
        {
            watch.close();
            throw absent(watch.gone() + " and left its files").suggest("remove the folder and start the driver again");
        }
        return watch;
    }

    private static CobreException absent(final String detail)
    {
        return new BackendException(EngineErrorKind.INITIALIZATION_FAILED, detail, null)
            .with("backend", BackendKind.SHM.id()).with("operation", "attach").with("detail", detail);
    }

    /**
     * Whether the driver has written the head of its file; one that starts just now is waited for.
     */
    private static boolean isReady(final Path directory)
    {
        final Path file = directory.resolve(CncFileDescriptor.CNC_FILE);
        final long endNs = System.nanoTime() + START_NS;
        while (Files.exists(file))
        {
            try (RandomAccessFile head = new RandomAccessFile(file.toFile(), "r"))
            {
                if (head.length() > CncFileDescriptor.META_DATA_LENGTH && head.readInt() != 0)
                {
                    return true;
                }
            }
            catch (final IOException ignore)
            {
                // it is being written or removed: looked at again
            }
            if (System.nanoTime() - endNs >= 0)
            {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return false;
    }

    /**
     * Look now and then. Called while the rank waits.
     *
     * @throws CollectiveFailedException with reason Aborted when the driver is gone.
     */
    void check()
    {
        if (++calls % CALLS_PER_LOOK == 0)
        {
            final long silenceNs = look();
            if (isGone(silenceNs, SILENT_NS))
            {
                final CollectiveFailedException error = new CollectiveFailedException(Reason.ABORTED, gone());
                error.with("driver_directory", directory.toString()).with("driver_pid", pid);
                error.suggest("start the media driver and the ranks again");
                throw error;
            }
        }
    }

    /**
     * What is wrong with the driver.
     *
     * @return null if nothing is known to be.
     */
    String impediment()
    {
        if (null == mapped)
        {
            return null;
        }
        final long silenceNs = look();
        if (isGone(silenceNs, SUSPICIOUS_NS))
        {
            return gone();
        }
        return silenceNs < SILENT_NS ? null : "the media driver in " + directory + " (process " + pid +
            ") has not moved for " + TimeUnit.NANOSECONDS.toMillis(silenceNs) + " ms";
    }

    /**
     * Where its process cannot be seen, wait for a sign of life.
     */
    private boolean isAlive()
    {
        final long endNs = System.nanoTime() + SILENT_NS;
        boolean isAlive = isProcessVisible;
        while (!isAlive && STOPPED != lastHeartbeat && System.nanoTime() - endNs < 0)
        {
            isAlive = heartbeats.consumerHeartbeatTime() != lastHeartbeat;
            Thread.yield();
        }
        return isAlive && STOPPED != lastHeartbeat;
    }

    private long look()
    {
        final long nowNs = System.nanoTime();
        final long heartbeat = heartbeats.consumerHeartbeatTime();
        if (heartbeat != lastHeartbeat || nowNs - lastLookNs > GAP_NS)
        {
            lastHeartbeat = heartbeat;
            sinceNs = nowNs;
        }
        lastLookNs = nowNs;
        return nowNs - sinceNs;
    }

    private boolean isGone(final long silenceNs, final long patienceNs)
    {
        return STOPPED == lastHeartbeat || silenceNs >= patienceNs && isProcessVisible && !isAlive(pid);
    }

    private String gone()
    {
        return "the media driver in " + directory + " (process " + pid + ") has ended";
    }

    private static boolean isAlive(final long process)
    {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false) && !isZombie(process);
    }

    private static boolean isZombie(final long process)
    {
        try
        {
            final String status = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            return status.startsWith(") Z", status.lastIndexOf(')'));
        }
        catch (final IOException ex)
        {
            return false;
        }
    }

    @Override
    public void close()
    {
        if (null != mapped)
        {
            BufferUtil.free(mapped);
            mapped = null;
        }
    }
}
