package io.cobre.comm.aeron;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.CollectiveFailedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Copies from the memory of the other ranks' processes by Linux's {@code process_vm_readv(2)}. Whether the system lets
 * a rank do that (the same user, the same space of process ids, no policy against it) each rank finds out by reading a
 * word of every peer; it leaves a mark in the run directory if it could. All marks are there when the ranks are told
 * to go.
 */
final class PeerMemory implements AutoCloseable
{
    private static final byte[] NO_ADDRESS = {};
    private static final int ADDRESS_LENGTH = 2 * Long.BYTES;
    private static final int VECTOR_LENGTH = 2 * Long.BYTES;
    private static final int NO_SUCH_PROCESS = 3;
    private static final String MARK = "reads-peers-";

    private final Path directory;
    private final long runId;
    private final int rank;
    private final int size;
    private final boolean isBound;
    private final UnsafeBuffer word = direct(Long.BYTES);
    private final UnsafeBuffer vectors = direct(2 * VECTOR_LENGTH);
    private final long target = vectors.addressOffset();
    private final long source = target + VECTOR_LENGTH;
    private int[] processes;

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
        this.size = size;
        isBound = bind();
        word.putLong(0, word(rank));
    }

    private static boolean bind()
    {
        try
        {
            ProcessCalls.bind();
            return true;
        }
        catch (final IOException | LinkageError ignore)
        {
            // not Linux, or no place for JNA's library: everything works without
            return false;
        }
    }

    /**
     * Where this process's word is.
     *
     * @return to be given to the peers; empty if this process cannot read others.
     */
    byte[] address()
    {
        if (!isBound)
        {
            return NO_ADDRESS.clone();
        }
        return ByteBuffer.allocate(ADDRESS_LENGTH)
            .putLong(ProcessHandle.current().pid()).putLong(word.addressOffset()).array();
    }

    /**
     * Try to read the words of all ranks, and leave a mark if that went well.
     *
     * @param addresses by world rank.
     */
    void peers(final List<byte[]> addresses)
    {
        processes = new int[addresses.size()];
        boolean isReadable = isBound;
        for (int peer = 0; isReadable && peer < processes.length; peer++)
        {
            isReadable = ADDRESS_LENGTH == addresses.get(peer).length && isWordThere(peer, addresses.get(peer));
        }
        if (isReadable)
        {
            leaveMark();
        }
    }

    private boolean isWordThere(final int peer, final byte[] address)
    {
        final ByteBuffer fields = ByteBuffer.wrap(address);
        final UnsafeBuffer seen = direct(Long.BYTES);
        processes[peer] = (int) fields.getLong();
        return Long.BYTES == call(processes[peer], fields.getLong(), seen.addressOffset(), Long.BYTES) &&
            word(peer) == seen.getLong(0);
    }

    private void leaveMark()
    {
        try
        {
            Files.write(mark(rank), NO_ADDRESS, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot write " + mark(rank), ex);
        }
    }

    /**
     * Whether all ranks have left their marks.
     *
     * @return the same for all ranks once they have been told to go.
     */
    boolean isReadable()
    {
        boolean isReadable = isBound;
        for (int peer = 0; isReadable && peer < size; peer++)
        {
            isReadable = Files.exists(mark(peer));
        }
        return isReadable;
    }

    /**
     * Copy from the memory of a peer's process.
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
            final long copied = call(processes[peer], address + done, to + done, bytes - done);
            if (copied <= 0)
            {
                throw failed(peer, bytes - done, ProcessCalls.lastError());
            }
            done += (int) copied;
        }
    }

    private long call(final int process, final long address, final long to, final int bytes)
    {
        vectors.putLong(0, to);
        vectors.putLong(Long.BYTES, bytes);
        vectors.putLong(VECTOR_LENGTH, address);
        vectors.putLong(VECTOR_LENGTH + Long.BYTES, bytes);
        return ProcessCalls.process_vm_readv(process, target, 1, source, 1, 0);
    }

    private static CollectiveFailedException failed(final int peer, final int bytes, final int error)
    {
        final CollectiveFailedException failure = new CollectiveFailedException(
            NO_SUCH_PROCESS == error ? Reason.PEER_LOST : Reason.ABORTED,
            NO_SUCH_PROCESS == error ? "the process of rank " + peer + " is gone" :
            bytes + " bytes in the process of rank " + peer + " cannot be read: system error " + error);
        failure.with("rank", peer).with("errno", error);
        failure.suggest(NO_SUCH_PROCESS == error ? "look at what rank " + peer + " has left in its output" :
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
            Files.deleteIfExists(mark(rank));
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException("cannot remove " + mark(rank), ex);
        }
    }

    private Path mark(final int peer)
    {
        return directory.resolve(MARK + peer);
    }

    private long word(final int peer)
    {
        return runId + peer;
    }

    private static UnsafeBuffer direct(final int bytes)
    {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, Long.BYTES));
    }
}
