package io.cobre.engine.local;

import io.cobre.engine.BackendKind;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.collective.CommunicatorContext;
import io.cobre.engine.collective.SoloTransport;
import io.cobre.engine.collective.TransportCommunicator;
import io.cobre.engine.control.RankProgress;
import io.cobre.engine.spi.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks that are threads of this JVM, connected by rings: no process, no driver, no file. Each communicator belongs to
 * one thread.
 */
public final class InProcessGroup implements AutoCloseable
{
    private final SharedMonitor monitor;
    private final List<Communicator> communicators = new ArrayList<>();

    private InProcessGroup(final int size, final RingSettings settings, final long timeoutNs)
    {
        monitor = new SharedMonitor(size);
        final RingFabric.Registry registry = new RingFabric.Registry(settings);
        for (int rank = 0; rank < size; rank++)
        {
            final RingFabric fabric = new RingFabric(registry, rank);
            final Transport transport = fabric.open(0, IntStream.range(0, size).toArray());
            communicators.add(new TransportCommunicator(new CommunicatorContext()
                .transport(transport)
                .fabric(fabric)
                .monitor(monitor.of(rank))
                .backend(BackendKind.LOCAL)
                .timeoutNs(timeoutNs)));
        }
    }

    /**
     * A group with rings and deadline as by default.
     *
     * @param size number of ranks, at least 1.
     * @return to be closed after all ranks are done.
     */
    public static InProcessGroup create(final int size)
    {
        return create(size, RingSettings.DEFAULT, CommunicatorContext.TIMEOUT_DEFAULT_NS);
    }

    /**
     * A group.
     *
     * @param size      number of ranks, at least 1.
     * @param settings  of the rings.
     * @param timeoutNs silence after which a collective gives up.
     * @return to be closed after all ranks are done.
     */
    public static InProcessGroup create(final int size, final RingSettings settings, final long timeoutNs)
    {
        if (size < 1)
        {
            throw new IllegalArgumentException("a group has at least one rank, not " + size);
        }
        return new InProcessGroup(size, settings, timeoutNs);
    }

    /**
     * The group of one (backend {@code local}).
     *
     * @return ready for use.
     */
    public static Communicator solo()
    {
        return new TransportCommunicator(new CommunicatorContext()
            .transport(new SoloTransport())
            .monitor(new SharedMonitor(1).of(0))
            .backend(BackendKind.LOCAL));
    }

    /**
     * Number of ranks.
     *
     * @return at least 1.
     */
    public int size()
    {
        return communicators.size();
    }

    /**
     * The communicator of a rank, to be handed to its thread.
     *
     * @param rank 0..size-1.
     * @return the same object on every call.
     */
    public Communicator communicator(final int rank)
    {
        return communicators.get(rank);
    }

    /**
     * Make every rank that waits, or will wait, fail with an error.
     *
     * @param error first call counts.
     */
    public void abort(final CollectiveFailedException error)
    {
        monitor.fail(error);
    }

    /**
     * A sign of life of a rank that computes.
     *
     * @param rank 0..size-1.
     * @throws CollectiveFailedException when the group has been aborted.
     */
    public void check(final int rank)
    {
        monitor.of(rank).tick();
        final CollectiveFailedException failure = monitor.of(rank).failure();
        if (null != failure)
        {
            throw failure;
        }
    }

    /**
     * What a rank did last.
     *
     * @param rank 0..size-1.
     * @return its last operation.
     */
    public RankProgress progress(final int rank)
    {
        return monitor.last(rank);
    }

    /**
     * Close all communicators. Call it when no rank uses its communicator any more.
     */
    @Override
    public void close()
    {
        communicators.forEach(Communicator::close);
    }
}
