package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where the coordinator listens: a socket file on one host, or host and port. As text {@code unix:/path} or
 * {@code tcp:host:port}.
 *
 * @param path of the socket file, null for tcp.
 * @param host name or numeric address, null for a socket file.
 * @param port 0 asks the system for one.
 */
public record ControlAddress(Path path, String host, int port)
{
    /** Longest path of a socket file, in bytes. */
    public static final int MAX_PATH_LENGTH = 99;

    private static final String UNIX = "unix:";
    private static final String TCP = "tcp:";

    /**
     * A socket file.
     *
     * @param path of at most {@link #MAX_PATH_LENGTH} bytes.
     * @return the address.
     */
    public static ControlAddress unix(final Path path)
    {
        final int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_PATH_LENGTH)
        {
            throw failure("path of " + length + " bytes, at most " + MAX_PATH_LENGTH + " are possible: " + path, null)
                .suggest("point java.io.tmpdir at a folder with a shorter name");
        }
        return new ControlAddress(path, null, 0);
    }

    /**
     * A host and a port.
     *
     * @param host name or numeric address.
     * @param port 0..65535.
     * @return the address.
     */
    public static ControlAddress tcp(final String host, final int port)
    {
        if (port < 0 || port > 65535)
        {
            throw failure("port " + port + " is not in 0..65535", null);
        }
        return new ControlAddress(null, host, port);
    }

    /**
     * From the text form.
     *
     * @param text as {@link #toString()} gives.
     * @return the address.
     */
    public static ControlAddress parse(final String text)
    {
        if (text.startsWith(UNIX))
        {
            return unix(Path.of(text.substring(UNIX.length())));
        }
        final int colon = text.lastIndexOf(':');
        if (text.startsWith(TCP) && colon > TCP.length())
        {
            try
            {
                return tcp(text.substring(TCP.length(), colon), Integer.parseInt(text.substring(colon + 1)));
            }
            catch (final NumberFormatException ex)
            {
                throw failure("no port in " + text, ex);
            }
        }
        throw failure("neither unix:/path nor tcp:host:port: " + text, null);
    }

    boolean isUnix()
    {
        return path != null;
    }

    StandardProtocolFamily family()
    {
        return isUnix() ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
    }

    SocketAddress socketAddress()
    {
        try
        {
            return resolve();
        }
        catch (final UnknownHostException ex)
        {
            throw failure(ex.getMessage(), ex);
        }
    }

    /**
     * Look the host up anew.
     *
     * @throws UnknownHostException while nobody knows its name.
     */
    SocketAddress resolve() throws UnknownHostException
    {
        if (isUnix())
        {
            return UnixDomainSocketAddress.of(path);
        }
        final InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved())
        {
            throw new UnknownHostException("unknown host " + host);
        }
        return address;
    }

    boolean isLoopback()
    {
        return isUnix() || ((InetSocketAddress) socketAddress()).getAddress().isLoopbackAddress();
    }

    static String localHostName()
    {
        try
        {
            return InetAddress.getLocalHost().getHostName();
        }
        catch (final UnknownHostException ex)
        {
            return "localhost";
        }
    }

    private static BackendException failure(final String detail, final Exception cause)
    {
        final BackendException failure = new BackendException(
            EngineErrorKind.INITIALIZATION_FAILED, "control plane: " + detail, cause);
        failure.with("operation", "control address").with("detail", detail);
        return failure;
    }

    @Override
    public String toString()
    {
        return isUnix() ? UNIX + path : TCP + host + ":" + port;
    }
}
