package io.cobre.comm.aeron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/**
 * Asks the kernel how large socket buffers may be: it caps them silently.
 */
final class SocketBuffers
{
    private SocketBuffers()
    {
    }

    static int grantedReceiveBuffer(final int wanted)
    {
        return granted(StandardSocketOptions.SO_RCVBUF, wanted);
    }

    static int grantedSendBuffer(final int wanted)
    {
        return granted(StandardSocketOptions.SO_SNDBUF, wanted);
    }

    private static int granted(final SocketOption<Integer> option, final int wanted)
    {
        try (DatagramChannel channel = DatagramChannel.open())
        {
            channel.setOption(option, wanted);
            return Math.min(wanted, channel.getOption(option));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot open a socket", ex);
        }
    }
}
