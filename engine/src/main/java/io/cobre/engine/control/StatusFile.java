package io.cobre.engine.control;

import org.agrona.concurrent.UnsafeBuffer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static io.cobre.engine.control.StatusDescriptor.*;

/**
 * Status of one rank in a small mapped file, written by the rank itself. The mapping lives as long as the object, also
 * when the file has been deleted. Without a directory it is plain memory.
 */
final class StatusFile
{
    private final UnsafeBuffer buffer;
    private long sequenceSeen;

    private StatusFile(final ByteBuffer memory, final int rank, final int size)
    {
        buffer = new UnsafeBuffer(memory.order(ByteOrder.nativeOrder()));
        putInt(VERSION_OFFSET, VERSION);
        putInt(RANK_OFFSET, rank);
        putInt(SIZE_OFFSET, size);
        putInt(EXIT_CODE_OFFSET, NO_EXIT_CODE);
        putLong(PID_OFFSET, ProcessHandle.current().pid());
        putLong(START_TIME_OFFSET, System.currentTimeMillis());
        putLong(OPERATION_TIME_OFFSET, System.currentTimeMillis());
        buffer.putLongOrdered(MAGIC_OFFSET, little(MAGIC));
    }

    /**
     * Path of a rank's status file.
     *
     * @param runDirectory where.
     * @param rank         whose.
     * @return {@code rank-<k>.status}.
     */
    static Path path(final Path runDirectory, final int rank)
    {
        return runDirectory.resolve("rank-" + rank + ".status");
    }

    /**
     * Create the file of a rank.
     *
     * @param runDirectory where, or null for plain memory.
     * @param rank         whose.
     * @param size         ranks of the group.
     * @return ready to be written.
     * @throws IOException when the file cannot be written.
     */
    static StatusFile create(final Path runDirectory, final int rank, final int size) throws IOException
    {
        if (runDirectory == null)
        {
            return new StatusFile(ByteBuffer.allocateDirect(LENGTH), rank, size);
        }
        try (FileChannel channel = FileChannel.open(
            path(runDirectory, rank),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE))
        {
            final ByteBuffer zeros = ByteBuffer.allocate(LENGTH);
            while (zeros.hasRemaining())
            {
                channel.write(zeros);
            }
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, LENGTH);
            return new StatusFile(mapped, rank, size);
        }
    }

    void state(final RankState state)
    {
        putInt(STATE_OFFSET, state.ordinal());
    }

    /**
     * An operation has started. A clock costs as much as everything else here, so its time is taken when it turns out
     * to wait, or else at the next heartbeat.
     */
    void operation(final int operation, final long sequence)
    {
        putLong(SEQUENCE_OFFSET, sequence);
        putInt(OPERATION_OFFSET, operation);
        tick();
    }

    void waitingFor(final long peers)
    {
        if (0 != peers)
        {
            putLong(OPERATION_TIME_OFFSET, System.currentTimeMillis());
        }
        putLong(WAITING_OFFSET, peers);
    }

    boolean isWaiting()
    {
        return buffer.getLongVolatile(WAITING_OFFSET) != 0;
    }

    void tick()
    {
        putLong(PROGRESS_OFFSET, little(buffer.getLong(PROGRESS_OFFSET)) + 1);
    }

    void heartbeat()
    {
        final long nowMs = System.currentTimeMillis();
        final long sequence = buffer.getLongVolatile(SEQUENCE_OFFSET);
        if (sequence != sequenceSeen)
        {
            sequenceSeen = sequence;
            if (!isWaiting())
            {
                putLong(OPERATION_TIME_OFFSET, nowMs);
            }
        }
        putLong(HEARTBEAT_TIME_OFFSET, nowMs);
    }

    void exitCode(final int exitCode)
    {
        putInt(EXIT_CODE_OFFSET, exitCode);
    }

    void hooksHaveRun()
    {
        putInt(HOOKS_OFFSET, 1);
    }

    void error(final byte[] record)
    {
        final int length = Math.min(record.length, MAX_ERROR_LENGTH);
        buffer.putBytes(ERROR_OFFSET, record, 0, length);
        putInt(ERROR_LENGTH_OFFSET, length);
    }

    RankProgress progress(final long computed)
    {
        return new RankProgress(
            little(buffer.getLongVolatile(PROGRESS_OFFSET)) + computed,
            little(buffer.getLongVolatile(SEQUENCE_OFFSET)),
            little(buffer.getIntVolatile(OPERATION_OFFSET)));
    }

    private void putInt(final int offset, final int value)
    {
        buffer.putIntOrdered(offset, little(value));
    }

    private void putLong(final int offset, final long value)
    {
        buffer.putLongOrdered(offset, little(value));
    }

    private static long little(final long value)
    {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? value : Long.reverseBytes(value);
    }

    private static int little(final int value)
    {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? value : Integer.reverseBytes(value);
    }
}
