package io.cobre.engine.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

import static io.cobre.engine.control.StatusDescriptor.*;

/**
 * What a status file says, also after the rank was killed.
 *
 * @param rank             whose.
 * @param size             ranks of the group.
 * @param pid              process id.
 * @param state            last state.
 * @param startTimeMs      when the rank started, since the epoch.
 * @param last             progress counter and last operation.
 * @param operationTimeMs  when that operation started, since the epoch; if it did not wait, the next heartbeat.
 * @param waitingFor       bit per rank that it waits for, ranks above 63 share bit 63.
 * @param heartbeatTimeMs  last heartbeat, since the epoch, 0 for none.
 * @param orderlyExitCode  exit code that the rank announced; empty if it was killed or called exit on its own.
 * @param shutdownHooksRan whether the virtual machine shut down in order (by exit or by a signal that it handles).
 * @param error            encoded error, empty for none.
 */
public record RankStatus(
    int rank,
    int size,
    long pid,
    RankState state,
    long startTimeMs,
    RankProgress last,
    long operationTimeMs,
    long waitingFor,
    long heartbeatTimeMs,
    OptionalInt orderlyExitCode,
    boolean shutdownHooksRan,
    byte[] error)
{
    /**
     * Read a status file.
     *
     * @param file path.
     * @return its content.
     * @throws IOException when it is not there or no status file.
     */
    public static RankStatus read(final Path file) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length != LENGTH || buffer.getLong(MAGIC_OFFSET) != MAGIC ||
            buffer.getInt(VERSION_OFFSET) != VERSION)
        {
            throw new IOException("not a status file: " + file);
        }
        final int exitCode = buffer.getInt(EXIT_CODE_OFFSET);
        final int errorLength = Math.max(0, Math.min(buffer.getInt(ERROR_LENGTH_OFFSET), MAX_ERROR_LENGTH));
        return new RankStatus(
            buffer.getInt(RANK_OFFSET),
            buffer.getInt(SIZE_OFFSET),
            buffer.getLong(PID_OFFSET),
            RankState.of(buffer.getInt(STATE_OFFSET)),
            buffer.getLong(START_TIME_OFFSET),
            new RankProgress(
                buffer.getLong(PROGRESS_OFFSET), buffer.getLong(SEQUENCE_OFFSET), buffer.getInt(OPERATION_OFFSET)),
            buffer.getLong(OPERATION_TIME_OFFSET),
            buffer.getLong(WAITING_OFFSET),
            buffer.getLong(HEARTBEAT_TIME_OFFSET),
            exitCode == NO_EXIT_CODE ? OptionalInt.empty() : OptionalInt.of(exitCode),
            buffer.getInt(HOOKS_OFFSET) != 0,
            Arrays.copyOfRange(bytes, ERROR_OFFSET, ERROR_OFFSET + errorLength));
    }

    /**
     * Read the status file of a rank if there is one.
     *
     * @param runDirectory where.
     * @param rank         whose.
     * @return null if it is not there or not readable.
     */
    public static RankStatus readIfPresent(final Path runDirectory, final int rank)
    {
        try
        {
            return read(StatusFile.path(runDirectory, rank));
        }
        catch (final IOException ex)
        {
            return null;
        }
    }
}
