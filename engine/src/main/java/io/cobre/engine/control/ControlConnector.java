package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reaches the coordinator, who may be late.
 */
final class ControlConnector
{
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);

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
                channel.connect(context.address().socketAddress());
                if (!context.address().isUnix())
                {
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
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
