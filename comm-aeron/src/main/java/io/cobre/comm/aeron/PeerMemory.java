package io.cobre.comm.aeron;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Copies from the memory of the other ranks' processes by Linux's {@code process_vm_readv(2)}. Whether the system lets
 * a rank do that (the same user, the same space of process ids, no policy against it) each rank finds out by reading a
 * word of every peer; it leaves a mark in the run directory if it could. To load what it takes costs a tenth of a
 * second, so a thread does it, and only if asked to.
 */
final class PeerMemory implements AutoCloseable
{
    private static final int ADDRESS_LENGTH = 2 * Long.BYTES;
    private static final int NO_SUCH_PROCESS = 3;
    private static final long CLOSE_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(5);
    private static final String MARK = "reads-peers-";

    private final Path directory;
    private final long runId;
    private final int rank;
    private final int[] processes;
    private final long[] words;
    private final UnsafeBuffer word = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
    private final ProcessReader reader = new ProcessReader();
    private Thread opening;

    /**
     * The way of one rank.
     *
     * @param directory where ranks leave their marks.
     * @param runId     of the run, a part of the words.
     * @param rank      of this process.
     * @param size      number of ranks.
     */
    PeerMemory(final Path directory, final long runId, final int rank, final int size)
    {
        this.directory = directory;
        this.runId = runId;
        this.rank = rank;
        processes = new int[size];
        words = new long[size];
        word.putLong(0, wordOf(rank));
    }

    /**
     * Where this process's word is.
     *
     * @return to be given to the peers.
     */
    byte[] address()
    {
        return ByteBuffer.allocate(ADDRESS_LENGTH)
            .putLong(ProcessHandle.current().pid()).putLong(word.addressOffset()).array();
    }

    /**
     * Learn where the words of all ranks are.
     *
     * @param addresses by world rank.
     */
    void peers(final List<byte[]> addresses)
    {
        for (int peer = 0; peer < processes.length; peer++)
        {
            final ByteBuffer address = ByteBuffer.wrap(addresses.get(peer));
            processes[peer] = (int) address.getLong();
            words[peer] = address.getLong();
        }
    }

    /**
     * Begin to read the words of all ranks, and leave a mark if that went well. Idempotent.
     */
    void open()
    {
        if (null == opening)
        {
            opening = new Thread(this::tryPeers, "cobre-peer-memory-" + rank);
            opening.setDaemon(true);
            opening.start();
        }
    }

    private void tryPeers()
    {
        try
        {
            if (canReadPeers())
            {
                Files.createFile(mark(rank));
            }
        }
        catch (final IOException | LinkageError ignore)
        {
            // not Linux, or no place for JNA's library, or the run directory is gone: everything works without
        }
    }

    /**
     * Read the words of all ranks.
     *
     * @return whether all are what they should be.
     * @throws IOException if this JVM has no way to read other processes.
     */
    boolean canReadPeers() throws IOException
    {
        ProcessCalls.bind();
        final ProcessReader trial = new ProcessReader();
        final UnsafeBuffer seen = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
        for (int peer = 0; peer < processes.length; peer++)
        {
            final long copied = trial.read(processes[peer], words[peer], seen.addressOffset(), Long.BYTES);
            if (Long.BYTES != copied || wordOf(peer) != seen.getLong(0))
            {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether all other ranks have left their marks.
     */
    boolean isReadableByPeers()
    {
        for (int peer = 0; peer < processes.length; peer++)
        {
            if (peer != rank && !Files.exists(mark(peer)))
            {
                return false;
            }
        }
        return true;
    }

    /**
     * Copy from the memory of a peer's process, to which this rank has left its mark.
     *
     * @param peer    whose memory.
     * @param address there.
     * @param to      address in this process.
     * @param bytes   at least 1.
     * @throws CollectiveFailedException if the process is gone or has nothing at that address.
     */
    void read(final int peer, final long address, final long to, final int bytes)
    {
        for (int done = 0; done < bytes; )
        {
            final long copied = reader.read(processes[peer], address + done, to + done, bytes - done);
            if (copied <= 0)
            {
                throw failed(peer, bytes - done, ProcessCalls.lastError());
            }
            done += (int) copied;
        }
    }

    private static CollectiveFailedException failed(final int peer, final int bytes, final int error)
    {
        final boolean isGone = NO_SUCH_PROCESS == error;
        final CollectiveFailedException failure = new CollectiveFailedException(
            isGone ? Reason.PEER_LOST : Reason.ABORTED,
            isGone ? "the process of rank " + peer + " is gone" :
            bytes + " bytes in the process of rank " + peer + " cannot be read: system error " + error);
        failure.with("rank", peer).with("errno", error);
        failure.suggest(isGone ? "look at what rank " + peer + " has left in its output" :
            "keep the buffers of an operation until it has ended, on all ranks");
        return failure;
    }

    /**
     * Take the own mark away. Idempotent.
     */
    @Override
    public void close()
    {
        try
        {
            if (null != opening)
            {
                opening.join(CLOSE_TIMEOUT_MS);
            }
            Files.deleteIfExists(mark(rank));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot remove " + mark(rank), ex);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
    }

    private Path mark(final int peer)
    {
        return directory.resolve(MARK + peer);
    }

    private long wordOf(final int peer)
    {
        return runId + peer;
    }
}
