package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reaches the coordinator, who may be late: the host may have no name yet, or nobody may listen.
 */
final class ControlConnector
{
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long ATTEMPT_NS = TimeUnit.SECONDS.toNanos(5);

    private ControlConnector()
    {
    }

    static SocketChannel open(final ControlClientContext context) throws IOException
    {
        final long deadlineNs = System.nanoTime() + context.connectTimeoutNs();
        while (true)
        {
            final SocketChannel channel = SocketChannel.open(context.address().family());
            try
            {
                connect(channel, context.address(), deadlineNs);
                return channel;
            }
            catch (final IOException ex)
            {
                channel.close();
                if (System.nanoTime() - deadlineNs >= 0 || Thread.currentThread().isInterrupted())
                {
                    throw ex;
                }
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    /**
     * Connect once. A host that answers nothing at all may have another address at the next attempt.
     */
    private static void connect(final SocketChannel channel, final ControlAddress address, final long deadlineNs)
        throws IOException
    {
        if (address.isUnix())
        {
            channel.connect(address.resolve());
            return;
        }
        final long leftNs = Math.max(ATTEMPT_NS / 5, Math.min(ATTEMPT_NS, deadlineNs - System.nanoTime()));
        channel.socket().connect(address.resolve(), (int) TimeUnit.NANOSECONDS.toMillis(leftNs));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    static BackendException unreachable(final ControlClientContext context, final IOException ex)
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED,
            "rank " + context.rank() + " does not reach the coordinator at " + context.address() + " within " +
            TimeUnit.NANOSECONDS.toMillis(context.connectTimeoutNs()) + " ms: " + ex.getMessage(),
            ex);
        failure.with("operation", "connect").with("address", context.address().toString());
        failure.with("detail", String.valueOf(ex.getMessage()));
        failure.suggest("start rank 0 first or check its address and port");
        return failure;
    }
}
