package io.cobre.comm.aeron;

import java.util.concurrent.TimeUnit;

/**
 * Timeouts of drivers and clients. They are far beyond any legal stall, since the control plane detects failures and
 * these only tidy up: unblock is longer than liveness, liveness longer than the timer.
 */
final class Liveness
{
    static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(60);
    static final long TIMEOUT_MS = TimeUnit.NANOSECONDS.toMillis(TIMEOUT_NS);
    static final long UNBLOCK_NS = TimeUnit.SECONDS.toNanos(75);
    static final long TIMER_NS = TimeUnit.MILLISECONDS.toNanos(100);
    /** A thread that is inside a long handler when its client ends must not see the log unmapped. */
    static final long CLOSE_LINGER_NS = TimeUnit.SECONDS.toNanos(2);

    private Liveness()
    {
    }
}
