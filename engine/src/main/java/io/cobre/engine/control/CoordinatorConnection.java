package io.cobre.engine.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One accepted socket: before HELLO a stranger with short frames, afterwards a rank.
 */
final class CoordinatorConnection implements ControlLink, ControlHandler
{
    static final int MAX_HELLO_LENGTH = 64 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Roster roster;
    private final CoordinatorListener listener;
    private final long openedNs;
    private final FrameReader reader = new FrameReader(MAX_HELLO_LENGTH);
    private final FrameQueue queue = new FrameQueue();
    private final ControlAdapter adapter = new ControlAdapter(this);
    private int rank = -1;
    private boolean isFinishing;
    private boolean isClosed;

    CoordinatorConnection(
        final SocketChannel channel,
        final SelectionKey key,
        final Roster roster,
        final CoordinatorListener listener,
        final long nowNs)
    {
        this.channel = channel;
        this.key = key;
        this.roster = roster;
        this.listener = listener;
        openedNs = nowNs;
    }

    /**
     * Serve the socket.
     */
    void onSelected()
    {
        try
        {
            if (!isClosed && key.isReadable() && !reader.read(channel, this::onFrame))
            {
                close();
            }
            flush();
        }
        catch (final ControlProtocolException ex)
        {
            refuseOrDrop(ex);
        }
        catch (final IOException ex)
        {
            close();
        }
    }

    /**
     * A stranger that says nothing is shown out.
     */
    boolean isOverdue(final long nowNs, final long patienceNs)
    {
        return rank < 0 && nowNs - openedNs > patienceNs;
    }

    boolean isClosed()
    {
        return isClosed;
    }

    boolean isStranger()
    {
        return rank < 0;
    }

    void close()
    {
        if (!isClosed)
        {
            isClosed = true;
            key.cancel();
            RunDirectory.closeQuietly(channel);
            if (rank >= 0)
            {
                roster.onEnd(rank);
            }
        }
    }

    @Override
    public void send(final ByteBuffer frame)
    {
        if (!isClosed && !isFinishing)
        {
            queue.add(frame);
            flush();
        }
    }

    @Override
    public boolean isBehind()
    {
        return !queue.isEmpty();
    }

    @Override
    public void finish()
    {
        isFinishing = true;
        flush();
    }

    @Override
    public void joined(final int joinedRank)
    {
        rank = joinedRank;
        reader.maxFrameLength(ControlPublisher.MAX_BODY_LENGTH + MAX_HELLO_LENGTH);
    }

    @Override
    public void onHello(
        final long runId,
        final long pid,
        final int helloRank,
        final int size,
        final int protocolVersion,
        final byte[] secret,
        final String host,
        final String facts)
    {
        if (rank >= 0)
        {
            throw new ControlProtocolException("rank " + rank + " said hello twice");
        }
        roster.onHello(this, runId, pid, helloRank, size, protocolVersion, secret, host, facts);
    }

    @Override
    public void onAddress(final int sender, final byte[] address)
    {
        verify(sender);
        roster.onAddress(rank, address, System.nanoTime());
    }

    @Override
    public void onReady(final int sender)
    {
        verify(sender);
        roster.onReady(rank);
    }

    @Override
    public void onHeartbeat(final int sender, final RankProgress progress)
    {
        verify(sender);
        roster.onHeartbeat(rank, progress);
    }

    @Override
    public void onProgress(final int sender, final byte[] body)
    {
        verify(sender);
        listener.onProgress(rank, body);
    }

    @Override
    public void onResult(final int sender, final byte[] body)
    {
        verify(sender);
        listener.onResult(rank, body);
    }

    @Override
    public void onError(final int sender, final int exitCode, final byte[] body)
    {
        verify(sender);
        roster.onError(rank, exitCode, body);
    }

    @Override
    public void onDone(final int sender)
    {
        verify(sender);
        roster.onDone(rank);
    }

    private void verify(final int sender)
    {
        if (rank < 0)
        {
            throw new ControlProtocolException("the first message must be hello");
        }
        if (sender != rank)
        {
            throw new ControlProtocolException("rank " + rank + " speaks for rank " + sender);
        }
    }

    private void onFrame(final byte[] frame, final int offset, final int length)
    {
        if (!isFinishing && !isClosed)
        {
            adapter.onFrame(frame, offset, length);
        }
    }

    private void refuseOrDrop(final ControlProtocolException ex)
    {
        if (rank < 0)
        {
            roster.refuse(this, -1, ex.getMessage());
        }
        else
        {
            close();
        }
    }

    private void flush()
    {
        if (isClosed)
        {
            return;
        }
        try
        {
            final boolean isEmpty = queue.flush(channel);
            key.interestOps(isEmpty ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            if (isEmpty && isFinishing)
            {
                close();
            }
        }
        catch (final IOException ex)
        {
            close();
        }
    }
}
