package io.cobre.engine.collective;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.spi.GroupMonitor;
import io.cobre.engine.spi.Transport;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.NanoClock;

/**
 * What every wait checks while nothing moves: the group's failure on each call, the peers' streams and the deadline
 * now and then. The deadline bounds silence: it restarts while the progress counter of a missing rank moves, after
 * own progress, and when nobody has polled for a while.
 */
final class WaitGuard
{
    private static final int CHECK_INTERVAL = 64;
    private static final long POLL_GAP_NS = 500_000_000L;

    private final CollectiveStream stream;
    private final Transport transport;
    private final GroupMonitor monitor;
    private final NanoClock clock;
    private final int[] worldRanks;
    private final long timeoutNs;
    private final long[] lastProgress;
    private int idleCalls;
    private boolean isCounting;
    private boolean isWaitShown;
    private long silentSinceNs;
    private long lastCheckNs;

    WaitGuard(final CollectiveStream stream, final CommunicatorContext context)
    {
        this.stream = stream;
        this.transport = context.transport();
        this.monitor = context.monitor();
        this.clock = context.nanoClock();
        this.worldRanks = context.worldRanks();
        this.timeoutNs = context.timeoutNs();
        this.lastProgress = new long[worldRanks.length];
    }

    /**
     * Something moved.
     */
    void onProgress()
    {
        idleCalls = 0;
        isCounting = false;
        if (isWaitShown)
        {
            isWaitShown = false;
            monitor.waitingFor(0);
        }
    }

    /**
     * Nothing moved.
     *
     * @param isPolled whether the host may have been away since the last call.
     * @throws CollectiveFailedException with reason Aborted, PeerLost or Timeout.
     */
    void onIdle(final boolean isPolled)
    {
        final CollectiveFailedException failure = monitor.failure();
        if (null != failure)
        {
            throw failure;
        }
        if (++idleCalls >= CHECK_INTERVAL)
        {
            idleCalls = 0;
            stream.leaveRound();
            check(stream.oldestOperation(), isPolled);
        }
    }

    private void check(final Operation operation, final boolean isPolled)
    {
        if (null != operation)
        {
            checkPeers(operation);
            checkDeadline(operation, isPolled);
        }
    }

    private void checkPeers(final Operation operation)
    {
        for (int peer = 0; peer < worldRanks.length; peer++)
        {
            if (stream.isMissing(operation, peer))
            {
                final boolean isClosed = stream.isClosed(peer);
                if (isClosed || !transport.isLive(peer))
                {
                    throw Failures.peerLost(operation, worldRanks[peer], isClosed);
                }
            }
        }
    }

    private void checkDeadline(final Operation operation, final boolean isPolled)
    {
        final long nowNs = clock.nanoTime();
        if (!isCounting || isPolled && nowNs - lastCheckNs > POLL_GAP_NS || hasMoved(operation))
        {
            restart(operation, nowNs);
        }
        lastCheckNs = nowNs;
        if (nowNs - silentSinceNs >= timeoutNs)
        {
            throw timeout(timeoutNs);
        }
    }

    private void restart(final Operation operation, final long nowNs)
    {
        if (!isCounting)
        {
            isCounting = true;
            isWaitShown = true;
            monitor.waitingFor(missingBits(operation));
        }
        silentSinceNs = nowNs;
        for (int peer = 0; peer < worldRanks.length; peer++)
        {
            lastProgress[peer] = monitor.progress(worldRanks[peer]);
        }
    }

    private boolean hasMoved(final Operation operation)
    {
        for (int peer = 0; peer < worldRanks.length; peer++)
        {
            if (stream.isMissing(operation, peer) && monitor.progress(worldRanks[peer]) != lastProgress[peer])
            {
                return true;
            }
        }
        return false;
    }

    private long missingBits(final Operation operation)
    {
        long bits = 0;
        for (int peer = 0; peer < worldRanks.length; peer++)
        {
            if (stream.isMissing(operation, peer))
            {
                bits |= 1L << Math.min(63, worldRanks[peer]);
            }
        }
        return bits;
    }

    CollectiveFailedException timeout(final long silenceNs)
    {
        final Operation operation = stream.oldestOperation();
        final List<Integer> missing = new ArrayList<>();
        final List<String> last = new ArrayList<>();
        for (int peer = 0; peer < worldRanks.length; peer++)
        {
            if (stream.isMissing(operation, peer))
            {
                missing.add(worldRanks[peer]);
                last.add(monitor.lastOperation(worldRanks[peer]));
            }
        }
        return Failures.timeout(operation, silenceNs, missing, last);
    }
}
