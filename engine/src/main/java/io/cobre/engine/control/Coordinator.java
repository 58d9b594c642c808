package io.cobre.engine.control;

import io.cobre.engine.BackendException;
import io.cobre.engine.EngineErrorKind;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The hub of the control plane: one thread, one socket for every rank. It belongs to the launcher or, without one, to
 * rank 0.
 */
public final class Coordinator implements AutoCloseable
{
    private static final long TICK_MS = 100;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long FAREWELL_NS = TimeUnit.SECONDS.toNanos(2);

    private final CoordinatorContext context;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final ControlAddress address;
    private final Roster roster;
    private final List<CoordinatorConnection> connections = new ArrayList<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean isClosing;
    private long closeDeadlineNs;

    private Coordinator(final CoordinatorContext context) throws IOException
    {
        this.context = context;
        selector = Selector.open();
        server = ServerSocketChannel.open(context.address().family());
        try
        {
            server.bind(context.address().socketAddress());
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        }
        catch (final IOException ex)
        {
            RunDirectory.closeQuietly(server);
            RunDirectory.closeQuietly(selector);
            throw ex;
        }
        address = context.address().isUnix() ? context.address() : ControlAddress.tcp(
            context.address().host(), ((InetSocketAddress) server.getLocalAddress()).getPort());
        roster = new Roster(context, System.nanoTime());
        thread = new Thread(this::run, "cobre-coordinator");
        thread.setDaemon(true);
    }

    /**
     * Bind and start.
     *
     * @param context settings.
     * @return listening.
     * @throws BackendException if the address is taken or not ours, naming it.
     */
    public static Coordinator start(final CoordinatorContext context)
    {
        try
        {
            final Coordinator coordinator = new Coordinator(context);
            coordinator.thread.start();
            return coordinator;
        }
        catch (final IOException ex)
        {
            final BackendException failure = new BackendException(
                EngineErrorKind.INITIALIZATION_FAILED,
                "the coordinator cannot listen on " + context.address() + ": " + ex.getMessage(),
                ex);
            failure.with("operation", "bind").with("address", context.address().toString());
            failure.with("detail", String.valueOf(ex.getMessage()));
            throw failure;
        }
    }

    /**
     * Where it listens, with the port that was bound.
     *
     * @return the address.
     */
    public ControlAddress address()
    {
        return address;
    }

    /**
     * Ask every rank to stop in good order.
     *
     * @param urgency 0 after the iteration, 1 now.
     */
    public void stop(final int urgency)
    {
        command(() -> roster.stop(urgency));
    }

    /**
     * Break the group off.
     *
     * @param rank   that failed first, -1 if unknown.
     * @param cause  why.
     * @param reason for people.
     */
    public void abort(final int rank, final AbortCause cause, final String reason)
    {
        command(() -> roster.breakOff(rank, cause, reason));
    }

    /**
     * Wait at most 2 s for the ranks to hang up, then close all sockets. Idempotent.
     */
    @Override
    public void close()
    {
        command(() ->
        {
            isClosing = true;
            closeDeadlineNs = System.nanoTime() + FAREWELL_NS;
        });
        join();
    }

    /**
     * Close all sockets at once. Idempotent.
     */
    public void closeNow()
    {
        command(() ->
        {
            isClosing = true;
            closeDeadlineNs = System.nanoTime();
        });
        join();
    }

    private void join()
    {
        if (Thread.currentThread() != thread)
        {
            ThreadJoin.untilEnd(thread);
        }
    }

    private void command(final Runnable command)
    {
        commands.add(command);
        selector.wakeup();
    }

    private void run()
    {
        try
        {
            while (!isClosing || (roster.isConnected() && System.nanoTime() - closeDeadlineNs < 0))
            {
                doWork();
            }
        }
        catch (final IOException ex)
        {
            roster.breakOff(-1, AbortCause.COORDINATOR, "the coordinator failed: " + ex);
        }
        finally
        {
            isClosing = true;
            new ArrayList<>(connections).forEach(CoordinatorConnection::close);
            RunDirectory.closeQuietly(server);
            RunDirectory.closeQuietly(selector);
        }
    }

    private void doWork() throws IOException
    {
        selector.select(this::onSelected, TICK_MS);
        for (Runnable command = commands.poll(); command != null; command = commands.poll())
        {
            command.run();
        }
        final long nowNs = System.nanoTime();
        roster.onTick(nowNs);
        new ArrayList<>(connections).stream().filter((connection) -> connection.isOverdue(nowNs, PATIENCE_NS))
            .forEach(CoordinatorConnection::close);
        connections.removeIf(CoordinatorConnection::isClosed);
    }

    private void onSelected(final SelectionKey key)
    {
        if (key.attachment() instanceof CoordinatorConnection connection)
        {
            connection.onSelected();
        }
        else
        {
            accept();
        }
    }

    private void accept()
    {
        SocketChannel channel = null;
        try
        {
            channel = server.accept();
            if (channel != null)
            {
                accept(channel);
            }
        }
        catch (final IOException ex)
        {
            // whoever called has hung up again
            if (channel != null)
            {
                RunDirectory.closeQuietly(channel);
            }
        }
    }

    private void accept(final SocketChannel channel) throws IOException
    {
        final long strangers = connections.stream().filter(CoordinatorConnection::isStranger).count();
        if (strangers > 2L * context.size() + 16)
        {
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        if (!address.isUnix())
        {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        final SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        final CoordinatorConnection connection = new CoordinatorConnection(
            channel, key, roster, context.listener(), System.nanoTime());
        key.attach(connection);
        connections.add(connection);
    }
}
