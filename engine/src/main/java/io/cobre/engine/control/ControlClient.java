package io.cobre.engine.control;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import io.cobre.engine.spi.GroupMonitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A rank's end of the control plane: one daemon thread that reads the socket, sends heartbeats, and sets one volatile
 * failure that every wait loop looks at.
 */
final class ControlClient implements GroupMonitor, ControlHandler, AutoCloseable
{
    static final long LEAVE_TIMEOUT_NS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MAX_PENDING_BYTES = 4L * 1024 * 1024;

    private final ControlClientContext context;
    private final StatusFile status;
    private final ControlPublisher publisher = new ControlPublisher();
    private final FrameReader reader = new FrameReader(ControlPublisher.MAX_BODY_LENGTH * 2);
    private final FrameQueue queue = new FrameQueue();
    private final ControlAdapter adapter = new ControlAdapter(this);
    private final Queue<ByteBuffer> outbox = new ConcurrentLinkedQueue<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final ComputeMeter meter = new ComputeMeter();
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Thread thread;
    private volatile ByteBuffer deferredProgress;
    private volatile CollectiveFailedException failure;
    private volatile String refusal;
    private volatile Map<String, String> settings;
    private volatile long runId;
    private volatile List<GroupMember> peers;
    private volatile List<RankProgress> table = List.of();
    private volatile boolean isGo;
    private volatile boolean isBye;
    private volatile boolean isClosing;
    private volatile int stopUrgency = -1;
    private long failureNs;
    private long lastHeartbeatNs;

    private ControlClient(final ControlClientContext context, final SocketChannel channel) throws IOException
    {
        this.context = context;
        this.channel = channel;
        status = context.status();
        runId = context.runId();
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
        thread = new Thread(this::run, "cobre-control-" + context.rank());
        thread.setDaemon(true);
    }

    /**
     * Connect and say hello.
     *
     * @param context settings.
     * @param host    host id.
     * @return running; the answer comes later.
     */
    static ControlClient connect(final ControlClientContext context, final String host)
    {
        try
        {
            final ControlClient client = new ControlClient(context, ControlConnector.open(context));
            client.send(client.publisher.hello(
                context.runId(),
                ProcessHandle.current().pid(),
                context.rank(),
                context.size(),
                context.secret(),
                host,
                context.facts()));
            client.thread.start();
            return client;
        }
        catch (final IOException ex)
        {
            throw ControlConnector.unreachable(context, ex);
        }
    }

    void address(final byte[] address)
    {
        send(new ControlPublisher().address(context.rank(), address));
    }

    void ready()
    {
        send(new ControlPublisher().ready(context.rank()));
    }

    void done()
    {
        send(new ControlPublisher().done(context.rank()));
    }

    void result(final byte[] body)
    {
        send(new ControlPublisher().result(context.rank(), body));
    }

    void error(final int exitCode, final byte[] body)
    {
        send(new ControlPublisher().error(context.rank(), exitCode, body));
    }

    /**
     * Send a progress event; while the coordinator does not read, only the newest is kept.
     */
    void progress(final byte[] body)
    {
        final ByteBuffer frame = new ControlPublisher().progress(context.rank(), body);
        if (pendingBytes.get() > MAX_PENDING_BYTES)
        {
            deferredProgress = frame;
        }
        else
        {
            send(frame);
        }
    }

    long runId()
    {
        return runId;
    }

    Map<String, String> settings()
    {
        return settings;
    }

    List<GroupMember> peers()
    {
        return peers;
    }

    boolean isGo()
    {
        return isGo;
    }

    boolean isBye()
    {
        return isBye;
    }

    int stopUrgency()
    {
        return stopUrgency;
    }

    String refusal()
    {
        return refusal;
    }

    @Override
    public CollectiveFailedException failure()
    {
        return failure;
    }

    @Override
    public long progress(final int rank)
    {
        final List<RankProgress> current = table;
        return rank < current.size() ? current.get(rank).counter() : 0;
    }

    @Override
    public String lastOperation(final int rank)
    {
        final List<RankProgress> current = table;
        return rank < current.size() ? current.get(rank).describe() : RankProgress.NONE.describe();
    }

    @Override
    public void operationStarted(final int operation, final long sequence)
    {
        meter.ownThread();
        status.operation(operation, sequence);
    }

    @Override
    public void waitingFor(final long ranks)
    {
        status.waitingFor(ranks);
    }

    @Override
    public void tick()
    {
        status.tick();
    }

    @Override
    public void onRefused(final String reason)
    {
        refusal = reason;
        fail(Reason.ABORTED, -1, "the coordinator refused rank " + context.rank() + ": " + reason);
    }

    @Override
    public void onWelcome(final long id, final Map<String, String> groupSettings)
    {
        runId = id;
        settings = groupSettings;
        status.state(RankState.JOINED);
    }

    @Override
    public void onPeers(final List<GroupMember> members)
    {
        if (members.size() != context.size())
        {
            throw new ControlProtocolException(members.size() + " peers in a group of " + context.size());
        }
        peers = members;
    }

    @Override
    public void onGo(final int size)
    {
        isGo = true;
    }

    @Override
    public void onTable(final List<RankProgress> ranks)
    {
        table = ranks;
    }

    @Override
    public void onStop(final int urgency)
    {
        stopUrgency = Math.max(stopUrgency, urgency);
    }

    @Override
    public void onAbort(final int rank, final AbortCause cause, final String reason)
    {
        fail(cause == AbortCause.PEER_LOST ? Reason.PEER_LOST : Reason.ABORTED, rank, reason);
    }

    @Override
    public void onBye(final int size)
    {
        isBye = true;
    }

    /**
     * Send what is queued, hang up, end the thread. Idempotent.
     */
    @Override
    public void close()
    {
        isClosing = true;
        selector.wakeup();
        if (Thread.currentThread() == thread)
        {
            return;
        }
        ThreadJoin.untilEnd(thread);
    }

    private void send(final ByteBuffer frame)
    {
        pendingBytes.addAndGet(frame.remaining());
        outbox.add(frame);
        selector.wakeup();
    }

    private void run()
    {
        try
        {
            while (!isClosing)
            {
                selector.select(TimeUnit.NANOSECONDS.toMillis(Math.min(context.heartbeatIntervalNs(), RETRY_NS * 5)));
                selector.selectedKeys().clear();
                doWork();
            }
            farewell();
        }
        catch (final IOException ex)
        {
            onEnd();
        }
        catch (final ControlProtocolException ex)
        {
            fail(Reason.ABORTED, -1, "the control plane failed: " + ex.getMessage());
            lost();
        }
        finally
        {
            RunDirectory.closeQuietly(channel);
            RunDirectory.closeQuietly(selector);
        }
    }

    private void doWork() throws IOException
    {
        if (channel.isOpen())
        {
            if (!reader.read(channel, adapter::onFrame))
            {
                onEnd();
                return;
            }
            heartbeat();
            flush();
        }
        checkOverdue();
    }

    private void onEnd()
    {
        RunDirectory.closeQuietly(channel);
        if (!isBye)
        {
            final boolean isLauncher = context.hostRank() < 0;
            final String who = isLauncher ? "the launcher" : "rank " + context.hostRank() + ", the coordinator,";
            fail(isLauncher ? Reason.ABORTED : Reason.PEER_LOST, context.hostRank(), who + " ended");
            lost();
        }
    }

    /**
     * The coordinator is gone: remove the run directory if its owner is too, then watch over this rank's leaving.
     */
    private void lost()
    {
        removeOrphan();
        while (!isClosing)
        {
            checkOverdue();
            LockSupport.parkNanos(RETRY_NS);
        }
    }

    private void removeOrphan()
    {
        if (context.orphanDirectory() != null)
        {
            RunDirectory.removeOrphan(context.orphanDirectory());
        }
    }

    private void heartbeat()
    {
        final long nowNs = System.nanoTime();
        if (isGo && nowNs - lastHeartbeatNs >= context.heartbeatIntervalNs())
        {
            lastHeartbeatNs = nowNs;
            status.heartbeat();
            outbox.add(publisher.heartbeat(
                context.rank(), status.progress(meter.sample(status.isWaiting()))));
        }
    }

    private void flush() throws IOException
    {
        for (ByteBuffer frame = outbox.poll(); frame != null; frame = outbox.poll())
        {
            queue.add(frame);
        }
        final boolean isEmpty = queue.flush(channel);
        if (isEmpty)
        {
            pendingBytes.set(0);
            final ByteBuffer late = deferredProgress;
            if (late != null)
            {
                deferredProgress = null;
                queue.add(late);
            }
        }
        key.interestOps(queue.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    private void farewell() throws IOException
    {
        final long deadlineNs = System.nanoTime() + LEAVE_TIMEOUT_NS;
        while (channel.isOpen() && System.nanoTime() - deadlineNs < 0)
        {
            flush();
            if (queue.isEmpty() && outbox.isEmpty())
            {
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void fail(final Reason reason, final int rank, final String message)
    {
        if (failure == null)
        {
            final CollectiveFailedException error = new CollectiveFailedException(reason, message);
            if (rank >= 0)
            {
                error.with("rank", rank);
            }
            failureNs = System.nanoTime();
            failure = error;
        }
    }

    private void checkOverdue()
    {
        final CollectiveFailedException error = failure;
        if (error != null && context.haltAllowed() && !isClosing &&
            System.nanoTime() - failureNs > LEAVE_TIMEOUT_NS)
        {
            status.error(ErrorRecord.encode(error, StatusDescriptor.MAX_ERROR_LENGTH));
            status.state(RankState.HALTED);
            status.exitCode(error.kind().exitCode());
            if (!channel.isOpen())
            {
                removeOrphan();
            }
            Runtime.getRuntime().halt(error.kind().exitCode());
        }
    }
}
