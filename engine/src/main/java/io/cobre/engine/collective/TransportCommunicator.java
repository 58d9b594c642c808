package io.cobre.engine.collective;

import io.cobre.codecs.collective.BarrierEncoder;
import io.cobre.codecs.collective.FinEncoder;
import io.cobre.engine.BackendKind;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.CommException;
import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.spi.GroupMonitor;
import io.cobre.engine.spi.Transport;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/**
 * The communicator of all backends: validates, starts the state machine of the operation, and drives it.
 */
public final class TransportCommunicator extends ArrayForms
{
    private static final long FIN_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int ROOT_CAUSE_WAIT_MS = 300;

    private final CommunicatorContext context;
    private final Transport transport;
    private final GroupMonitor monitor;
    private final IdleStrategy idleStrategy;
    private final int rank;
    private final int size;
    private final Checks checks;
    private final ThreadGate gate = new ThreadGate();
    private final CollectiveStream stream;
    private final WaitGuard guard;
    private final BarrierOperation barrier;
    private final BroadcastOperation broadcast;
    private final AllgathervOperation allgatherv;
    private final AllreduceOperation allreduce;
    private CollectiveFailedException poison;
    private volatile boolean isClosed;

    /**
     * Make a communicator over a transport on which all ranks are ready.
     *
     * @param context what it is made of.
     */
    public TransportCommunicator(final CommunicatorContext context)
    {
        super(context.conclude().transport().size());
        this.context = context;
        transport = context.transport();
        monitor = context.monitor();
        idleStrategy = context.idleStrategy();
        rank = transport.rank();
        size = transport.size();
        checks = new Checks(rank, size);
        stream = new CollectiveStream(transport, context.communicatorId());
        guard = new WaitGuard(stream, context);
        final int maxPayload = stream.maxPayload();
        barrier = new BarrierOperation(rank, size, maxPayload);
        broadcast = new BroadcastOperation(rank, size, maxPayload);
        allgatherv = new AllgathervOperation(rank, size, maxPayload);
        allreduce = new AllreduceOperation(rank, size, maxPayload);
    }

    @Override
    public int rank()
    {
        return rank;
    }

    @Override
    public int size()
    {
        return size;
    }

    @Override
    public BackendKind backend()
    {
        return context.backend();
    }

    @Override
    public void barrier()
    {
        enter();
        try
        {
            run(barrier.begin(BarrierEncoder.TEMPLATE_ID));
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    public void broadcast(
        final MutableDirectBuffer buffer, final int offset, final int count, final ElementType type, final int root)
    {
        enter();
        try
        {
            checks.root("broadcast", root);
            checks.range("broadcast", "buffer", buffer, offset, count, type);
            run(broadcast.begin(buffer, offset, count, type, root));
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    public void allgatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        enter();
        try
        {
            final String name = "allgatherv";
            checks.range(name, "recv", recv, recvOffset, 0, type);
            checks.regions(name, counts, displacements, (recv.capacity() - recvOffset) / type.size());
            checks.length(name, "send", sendCount, counts[rank]);
            checks.range(name, "send", send, sendOffset, sendCount, type);
            checks.sourceApart(name, send, sendOffset, recv, recvOffset, counts, displacements, type);
            run(allgatherv.begin(send, sendOffset, recv, recvOffset, counts, displacements, type));
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    public void allreduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        enter();
        try
        {
            final String name = "allreduce";
            checks.reduction(name, count, type, op);
            checks.range(name, "send", send, sendOffset, count, type);
            checks.range(name, "recv", recv, recvOffset, count, type);
            checks.sameOrApart(name, send, sendOffset, recv, recvOffset, (long) count * type.size());
            run(allreduce.begin(send, sendOffset, recv, recvOffset, count, type, op));
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    void checkArrays(final int sendLength, final int recvLength, final int[] counts, final int[] displacements)
    {
        enter();
        try
        {
            checks.regions("allgatherv", counts, displacements, recvLength);
            checks.length("allgatherv", "send", sendLength, counts[rank]);
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    void checkArrays(final int sendLength, final int recvLength)
    {
        enter();
        try
        {
            checks.length("allreduce", "recv", recvLength, sendLength);
        }
        finally
        {
            gate.leave();
        }
    }

    @Override
    public void close()
    {
        if (isClosed)
        {
            return;
        }
        gate.enter();
        try
        {
            isClosed = true;
            publishFin();
            context.onClose().run();
        }
        finally
        {
            transport.close();
            monitor.operationStarted(FinEncoder.TEMPLATE_ID, stream.lastSequence());
            gate.leave();
        }
    }

    private void enter()
    {
        gate.enter();
        if (isClosed || null != poison)
        {
            gate.leave();
            throw null == poison ? new InvalidCommunicatorException("the communicator has been closed") : poison;
        }
    }

    private void run(final Operation operation)
    {
        try
        {
            stream.start(operation);
            monitor.operationStarted(operation.signature().template(), operation.sequence());
            await(operation);
            monitor.tick();
        }
        catch (final CollectiveFailedException failure)
        {
            poison = rootCause(failure);
            throw poison;
        }
    }

    private void await(final Operation operation)
    {
        guard.onProgress();
        idleStrategy.reset();
        while (true)
        {
            final int work = progress();
            if (operation.isDone())
            {
                guard.onProgress();
                return;
            }
            if (work > 0)
            {
                guard.onProgress();
                idleStrategy.reset();
            }
            else
            {
                guard.onIdle(operation);
                idleStrategy.idle(transport.doWork());
            }
        }
    }

    private int progress()
    {
        try
        {
            return stream.progress();
        }
        catch (final CollectiveFailedException failure)
        {
            throw failure;
        }
        catch (final CommException failure)
        {
            final CollectiveFailedException lost =
                new CollectiveFailedException(Reason.PEER_LOST, "the own stream is broken: " + failure.getMessage());
            lost.initCause(failure);
            throw lost;
        }
    }

    /**
     * A lost stream is often seen before the control plane has told why.
     */
    private CollectiveFailedException rootCause(final CollectiveFailedException failure)
    {
        for (int i = 0; Reason.PEER_LOST == failure.reason() && i < ROOT_CAUSE_WAIT_MS; i++)
        {
            final CollectiveFailedException cause = monitor.failure();
            if (null != cause)
            {
                return cause;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return failure;
    }

    private void publishFin()
    {
        final long deadlineNs = context.nanoClock().nanoTime() + FIN_TIMEOUT_NS;
        try
        {
            while (null == poison && !stream.publishFin() && context.nanoClock().nanoTime() < deadlineNs)
            {
                stream.progress();
                idleStrategy.idle(transport.doWork());
            }
        }
        catch (final CommException ignore)
        {
            monitor.tick();
        }
    }
}
