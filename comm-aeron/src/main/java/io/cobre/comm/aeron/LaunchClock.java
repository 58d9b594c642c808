package io.cobre.comm.aeron;

import org.agrona.concurrent.EpochClock;

/**
 * Epoch clock that all processes of a host agree on and that no clock step moves: the wall clock at launch, carried
 * on by the monotonic clock, which is one clock for all processes of a host.
 */
final class LaunchClock implements EpochClock
{
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final long offsetMs;

    LaunchClock(final long offsetMs)
    {
        this.offsetMs = offsetMs;
    }

    /**
     * Offset for a group that is launched now.
     *
     * @return wall clock minus monotonic clock, in milliseconds.
     */
    static long offsetNowMs()
    {
        return System.currentTimeMillis() - System.nanoTime() / NANOS_PER_MILLI;
    }

    @Override
    public long time()
    {
        return System.nanoTime() / NANOS_PER_MILLI + offsetMs;
    }
}
