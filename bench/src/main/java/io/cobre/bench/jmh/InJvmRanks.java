package io.cobre.bench.jmh;

import io.cobre.comm.aeron.ShmBackend;
import io.cobre.comm.aeron.TcpBackend;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.Communicator;
import io.cobre.engine.collective.CommunicatorContext;
import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.control.RunPlace;
import io.cobre.engine.local.InProcessGroup;
import io.cobre.engine.local.SharedMonitor;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.Fabric;
import io.cobre.engine.spi.GroupSpec;
import io.cobre.engine.spi.HostedGroup;
import io.cobre.engine.spi.Transport;
import org.agrona.CloseHelper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A group whose ranks are threads of this JVM, whatever connects them. Rank 0 is for the thread that measures; the
 * others repeat one step until the group is closed.
 */
final class InJvmRanks implements AutoCloseable
{
    private static final long CONNECT_NS = TimeUnit.SECONDS.toNanos(30);

    private final List<Communicator> communicators = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final Consumer<CollectiveFailedException> abort;
    private volatile Throwable failure;
    private volatile boolean isOver;

    /**
     * Connect a group.
     *
     * @param transport rings, ipc (a media driver of its own) or udp (loopback, a media driver for each rank).
     * @param size      number of ranks.
     */
    InJvmRanks(final String transport, final int size)
    {
        if ("rings".equals(transport))
        {
            final InProcessGroup group = InProcessGroup.create(size);
            resources.add(group);
            IntStream.range(0, size).mapToObj(group::communicator).forEach(communicators::add);
            abort = group::abort;
            return;
        }
        final SharedMonitor monitor = new SharedMonitor(size);
        abort = monitor::fail;
        try
        {
            connect("ipc".equals(transport) ? new ShmBackend() : new TcpBackend(), size, monitor);
        }
        catch (final RuntimeException | Error ex)
        {
            CloseHelper.quietCloseAll(resources);
            throw ex;
        }
    }

    private void connect(final Backend backend, final int size, final SharedMonitor monitor)
    {
        final long runId = new Random().nextLong();
        final RunPlace place = RunPlace.find(
            (directory) -> backend.preflight(new GroupSpec(runId, size, directory.path(), Map.of())));
        resources.add(0, place);
        final HostedGroup hosted = backend.host(place.group());
        resources.add(0, hosted::close);
        final List<Fabric> fabrics = new ArrayList<>();
        for (int rank = 0; rank < size; rank++)
        {
            final Fabric fabric = backend.attach(place.group(), rank);
            resources.add(0, fabric::close);
            fabrics.add(fabric);
        }
        final List<byte[]> addresses = fabrics.stream().map(Fabric::address).toList();
        fabrics.forEach((fabric) -> fabric.peers(addresses));
        final int[] members = IntStream.range(0, size).toArray();
        final List<Transport> transports = fabrics.stream().map((fabric) -> fabric.open(0, members)).toList();
        awaitReady(transports);
        for (int rank = 0; rank < size; rank++)
        {
            communicators.add(new TransportCommunicator(new CommunicatorContext()
                .transport(transports.get(rank))
                .fabric(fabrics.get(rank))
                .monitor(monitor.of(rank))
                .backend(backend.kind())));
        }
    }

    private static void awaitReady(final List<Transport> transports)
    {
        final long start = System.nanoTime();
        final List<Transport> waiting = new ArrayList<>(transports);
        while (!waiting.isEmpty())
        {
            transports.forEach(Transport::doWork);
            waiting.removeIf(Transport::isReady);
            if (System.nanoTime() - start > CONNECT_NS)
            {
                throw new IllegalStateException(transports.size() + " ranks did not connect in 30 s");
            }
        }
    }

    /**
     * The communicator of a rank.
     *
     * @param rank 0..size-1.
     * @return for one thread.
     */
    Communicator communicator(final int rank)
    {
        return communicators.get(rank);
    }

    /**
     * Let a rank repeat a step on a thread of its own.
     *
     * @param step at least one collective, the same on all ranks.
     */
    void repeat(final Runnable step)
    {
        final Thread thread = new Thread(() -> untilTheEnd(step), "rank-" + (threads.size() + 1));
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void untilTheEnd(final Runnable step)
    {
        try
        {
            while (true)
            {
                step.run();
            }
        }
        catch (final Throwable end)
        {
            if (!isOver && failure == null)
            {
                failure = end;
                abort.accept(new CollectiveFailedException(Reason.ABORTED, "a rank failed: " + end));
            }
        }
    }

    /**
     * End the other ranks, then release everything.
     *
     * @throws IllegalStateException if one of them has failed.
     */
    @Override
    public void close()
    {
        isOver = true;
        abort.accept(new CollectiveFailedException(Reason.ABORTED, "the measurement is over"));
        try
        {
            for (final Thread thread : threads)
            {
                thread.join();
            }
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
        CloseHelper.closeAll(resources);
        if (failure != null)
        {
            throw new IllegalStateException("a rank that is not measured failed", failure);
        }
    }
}
