package io.cobre.comm.aeron;

import io.aeron.Aeron;
import java.nio.file.Path;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.EpochClock;

/**
 * Context of the Aeron clients of this module.
 */
final class Clients
{
    private static final long SHORTEST_SLEEP_NS = 1_000_000;
    private static final long LONGEST_SLEEP_NS = 50_000_000;

    private Clients()
    {
    }

    /**
     * A client with a conductor thread of its own, so that keepalives go on while the rank computes.
     *
     * @param directory of the driver.
     * @param clock     the same as the driver's.
     * @param errors    receives what the conductor cannot report otherwise.
     * @return not concluded yet.
     */
    static Aeron.Context threaded(final Path directory, final EpochClock clock, final ErrorHandler errors)
    {
        return context(directory, clock, errors)
            .idleStrategy(new AdaptiveSleep(SHORTEST_SLEEP_NS, LONGEST_SLEEP_NS));
    }

    /**
     * A client without a thread, beside a driver without one.
     *
     * @param directory of the driver.
     * @param clock     the same as the driver's.
     * @param errors    receives what the conductor cannot report otherwise.
     * @param driver    to be invoked while the client waits for it.
     * @return not concluded yet.
     */
    static Aeron.Context invoked(
        final Path directory, final EpochClock clock, final ErrorHandler errors, final AgentInvoker driver)
    {
        return context(directory, clock, errors).useConductorAgentInvoker(true).driverAgentInvoker(driver);
    }

    /**
     * Close a client whose streams no thread polls any more, without the linger that protects such a thread.
     *
     * @param aeron client; may be closed already.
     */
    static void close(final Aeron aeron)
    {
        if (!aeron.isClosed())
        {
            aeron.context().closeLingerDurationNs(0);
            aeron.close();
        }
    }

    private static Aeron.Context context(final Path directory, final EpochClock clock, final ErrorHandler errors)
    {
        return new Aeron.Context()
            .aeronDirectoryName(directory.toString())
            .epochClock(clock)
            .driverTimeoutMs(Liveness.TIMEOUT_MS)
            .errorHandler(errors)
            .subscriberErrorHandler(errors)
            .closeLingerDurationNs(Liveness.CLOSE_LINGER_NS);
    }
}
