package io.cobre.engine.collective;

import io.cobre.codecs.collective.FinEncoder;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.CommException;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.spi.GroupMonitor;
import io.cobre.engine.spi.Transport;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NanoClock;

/**
 * Starts and drives the operations of one communicator on the calling thread, one thread at a time; keeps the error
 * that has ended it.
 */
final class OperationDriver
{
    private static final long FIN_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int ROOT_CAUSE_WAIT_MS = 300;

    private final CommunicatorContext context;
    private final Transport transport;
    private final GroupMonitor monitor;
    private final IdleStrategy idleStrategy;
    private final int looks;
    private final NanoClock clock;
    private final ThreadGate gate = new ThreadGate();
    private final CollectiveStream stream;
    private final WaitGuard guard;
    private final Seat seat;
    private CollectiveFailedException poison;
    private volatile boolean isClosed;

    OperationDriver(final CommunicatorContext context)
    {
        this.context = context;
        transport = context.transport();
        monitor = context.monitor();
        idleStrategy = context.idleStrategy();
        looks = context.looks();
        clock = context.nanoClock();
        stream = new CollectiveStream(transport, context.communicatorId());
        guard = new WaitGuard(stream, context);
        final int rank = transport.rank();
        final int size = transport.size();
        seat = new Seat(
            rank, size, stream.maxPayload(), new Checks(rank, size), context.sharedBuffers(), context.nanoClock());
    }

    Seat seat()
    {
        return seat;
    }

    CommunicatorContext context()
    {
        return context;
    }

    /**
     * Memory for elements: if they are many, where the peers can read them.
     */
    MutableDirectBuffer allocate(final int bytes)
    {
        final SharedBuffers buffers = seat.buffers();
        return bytes > Operation.LONGEST_EAGER && null != buffers && seat.size() > 1 ?
            buffers.allocate(bytes) : PrivateMemory.allocate(bytes).buffer();
    }

    boolean isMemoryShared()
    {
        return null != context.fabric() && context.fabric().isMemoryShared();
    }

    /**
     * Take the communicator for this thread.
     */
    void enter()
    {
        gate.enter();
        if (isClosed || null != poison)
        {
            gate.leave();
            throw null == poison ? new InvalidCommunicatorException("the communicator has been closed") : poison;
        }
    }

    void leave()
    {
        gate.leave();
    }

    /**
     * Fail as a collective would if it were called now.
     */
    void checkOpen()
    {
        enter();
        leave();
    }

    /**
     * Start an operation; the caller has entered.
     */
    void start(final Operation operation)
    {
        stream.start(operation);
        record(operation);
    }

    private void record(final Operation operation)
    {
        final int template = operation.signature().template();
        monitor.operationStarted(template, operation.sequence());
        transport.operationStarted(template);
    }

    /**
     * Start an operation and wait for its end; the caller has entered.
     */
    void run(final Operation operation)
    {
        begin(operation);
        // while the frame is on its way
        record(operation);
        await(operation, Long.MAX_VALUE);
    }

    private void begin(final Operation operation)
    {
        try
        {
            stream.begin(operation);
        }
        catch (final InvalidCommunicatorException refused)
        {
            // nothing has been started, and what is outstanding goes on
            throw refused;
        }
        catch (final CommException failure)
        {
            throw poisoned(failure);
        }
    }

    /**
     * One pass over all outstanding operations.
     *
     * @return whether this one is done.
     */
    boolean poll(final Operation operation)
    {
        enter();
        try
        {
            if (stream.progress() > 0)
            {
                guard.onProgress();
                monitor.tick();
            }
            else if (!operation.isDone())
            {
                guard.onIdle(true);
                transport.doWork();
            }
            return operation.isDone();
        }
        catch (final CommException failure)
        {
            throw poisoned(failure);
        }
        finally
        {
            leave();
        }
    }

    /**
     * Wait for the end of an operation; the caller has entered.
     */
    void await(final Operation operation, final long timeoutNs)
    {
        try
        {
            guard.onProgress();
            idleStrategy.reset();
            final long startNs = Long.MAX_VALUE == timeoutNs ? 0 : clock.nanoTime();
            while (!pass(operation))
            {
                if (Long.MAX_VALUE != timeoutNs && clock.nanoTime() - startNs >= timeoutNs)
                {
                    throw guard.timeout(timeoutNs);
                }
            }
            guard.onProgress();
            monitor.tick();
        }
        catch (final CommException failure)
        {
            throw poisoned(failure);
        }
    }

    private boolean pass(final Operation operation)
    {
        final int work = stream.progress();
        if (operation.isDone())
        {
            return true;
        }
        if (work > 0)
        {
            guard.onProgress();
            monitor.tick();
            idleStrategy.reset();
        }
        else if (0 == looks || !stream.lookOut(looks))
        {
            guard.onIdle(false);
            idleStrategy.idle(transport.doWork());
        }
        return false;
    }

    /**
     * Check and idle once in a wait that is not for an operation.
     */
    void idle()
    {
        final CollectiveFailedException failure = monitor.failure();
        if (null != failure)
        {
            throw poisoned(failure);
        }
        try
        {
            idleStrategy.idle(transport.doWork());
        }
        catch (final CommException broken)
        {
            throw poisoned(broken);
        }
    }

    /**
     * Make an error the end of this communicator.
     */
    CollectiveFailedException poisoned(final CommException failure)
    {
        poison = explained(rootCause(failure instanceof CollectiveFailedException ?
            (CollectiveFailedException) failure : brokenStream(failure)));
        return poison;
    }

    /**
     * Peers seem late or lost, too, when what carries the streams has ended.
     */
    private CollectiveFailedException explained(final CollectiveFailedException failure)
    {
        final String impediment = Reason.MISMATCH == failure.reason() ? null : transport.impediment();
        if (null == impediment || failure.getMessage().contains(impediment))
        {
            return failure;
        }
        final CollectiveFailedException explained =
            new CollectiveFailedException(failure.reason(), failure.getMessage() + "; " + impediment);
        failure.context().forEach(explained::with);
        explained.suggest(failure.suggestion());
        explained.initCause(failure);
        return explained;
    }

    private static CollectiveFailedException brokenStream(final CommException failure)
    {
        final CollectiveFailedException lost =
            new CollectiveFailedException(Reason.PEER_LOST, "the own stream is broken: " + failure.getMessage());
        lost.initCause(failure);
        return lost;
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

    /**
     * End the own stream, take leave, close the transport or leave it to those who still need it.
     */
    void close()
    {
        if (isClosed)
        {
            return;
        }
        gate.enter();
        try
        {
            isClosed = true;
            final boolean hasEnded = endStream();
            context.onClose().run();
            if (hasEnded && 0 != context.communicatorId())
            {
                context.departures().add(stream, transport);
            }
            else
            {
                transport.close();
            }
        }
        finally
        {
            monitor.operationStarted(FinEncoder.TEMPLATE_ID, stream.lastSequence());
            gate.leave();
        }
    }

    /**
     * Publish what is outstanding, then the last frame.
     *
     * @return false if the stream is broken or nobody makes room in time.
     */
    private boolean endStream()
    {
        final long deadlineNs = clock.nanoTime() + FIN_TIMEOUT_NS;
        try
        {
            boolean hasEnded = false;
            while (null == poison && !hasEnded && clock.nanoTime() < deadlineNs && null == monitor.failure())
            {
                final int work = stream.progress();
                hasEnded = stream.isIdle() && stream.publishFin();
                idleStrategy.idle(work + transport.doWork());
            }
            return hasEnded;
        }
        catch (final CommException broken)
        {
            return false;
        }
    }
}
