package io.cobre.engine.launch;

import io.cobre.engine.control.ErrorRecord;
import io.cobre.engine.control.RankProgress;
import io.cobre.engine.control.RankStatus;

import java.nio.file.Path;

/**
 * What the launcher knows about one rank.
 */
final class RankRecord
{
    private final int rank;
    private byte[] result;
    private byte[] error;
    private int reportedExitCode;
    private Integer exitValue;
    private boolean isLost;
    private boolean isSilent;
    private long doneNs;

    RankRecord(final int rank)
    {
        this.rank = rank;
    }

    void onResult(final byte[] body)
    {
        result = body;
    }

    void onFailed(final int exitCode, final byte[] record)
    {
        error = record;
        reportedExitCode = exitCode;
    }

    void onLost()
    {
        isLost = true;
    }

    void onSilent()
    {
        isSilent = true;
    }

    void onDone(final long nowNs)
    {
        doneNs = nowNs;
    }

    void onExited(final int value)
    {
        exitValue = value;
    }

    byte[] result()
    {
        return result;
    }

    long doneNs()
    {
        return doneNs;
    }

    boolean hasExited()
    {
        return exitValue != null;
    }

    /**
     * Whether this rank has failed, as far as is known.
     *
     * @param isGroupDone whether all ranks had been done.
     */
    boolean hasFailed(final boolean isGroupDone)
    {
        return error != null || isLost || isSilent || (exitValue != null && (exitValue != 0 || !isGroupDone));
    }

    /**
     * Whether the socket has ended and nothing says why yet.
     */
    boolean isUnexplained()
    {
        return isLost && error == null && exitValue == null;
    }

    RankFailure failure(final Path runDirectory, final WorkerProcess process)
    {
        final RankStatus status = RankStatus.readIfPresent(runDirectory, rank);
        final byte[] record = error != null || status == null || status.error().length == 0 ? error : status.error();
        final ExitStatus exit = exitValue == null ?
            new ExitStatus(error == null ? null : reportedExitCode, null) : ExitStatus.of(exitValue, status);
        final RankProgress last = status == null ? new RankProgress(0, 0, 0) : status.last();
        return new RankFailure(
            rank,
            record == null ? null : ErrorRecord.decode(record),
            exit.exitCode(),
            exit.signal(),
            isSilent,
            last,
            process.stderrTail());
    }
}
