package io.cobre.engine.launch;

import io.cobre.engine.CobreException;
import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.collective.OperationNames;
import io.cobre.engine.control.RankProgress;

import java.util.List;

/**
 * How one rank failed.
 *
 * @param rank       which.
 * @param error      what it reported, or null.
 * @param exitCode   of its process, null when a signal ended it or it has not ended.
 * @param signal     that ended it, or null.
 * @param isSilent   whether it gave no sign of life while others were done.
 * @param last       last operation.
 * @param stderrTail last lines of its standard error.
 */
record RankFailure(
    int rank,
    CobreException error,
    Integer exitCode,
    String signal,
    boolean isSilent,
    RankProgress last,
    List<String> stderrTail)
{
    /**
     * What counts more as the cause of it all: an error of its own, a signal or silence, an exit code, a peer that this
     * rank itself found silent or gone, another rank's word that the group is broken.
     *
     * @return 0..4, the lowest is the root cause.
     */
    int weight()
    {
        if (error == null)
        {
            return isSilent || signal != null ? 1 : 2;
        }
        final CollectiveFailedException broken = brokenGroup();
        if (broken == null)
        {
            return 0;
        }
        return broken.reason() == CollectiveFailedException.Reason.ABORTED ? 4 : 3;
    }

    /**
     * Template id as a name.
     *
     * @return null when there was no operation.
     */
    String operation()
    {
        return last.operation() == 0 ? null : OperationNames.operation(last.operation());
    }

    String describe()
    {
        if (error != null)
        {
            return "failed: " + error.getMessage();
        }
        if (isSilent)
        {
            return "gave no sign of life, as a process that has been stopped, while others were done" + after();
        }
        if (signal != null)
        {
            return "was ended by " + signal + after();
        }
        return exitCode == null ? "closed its control socket" + after() :
            "exited with code " + exitCode + " before the group was done" + after();
    }

    private String after()
    {
        return " (last operation: " + last.describe() + ")";
    }

    private CollectiveFailedException brokenGroup()
    {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
        {
            if (cause instanceof CollectiveFailedException failed &&
                failed.reason() != CollectiveFailedException.Reason.MISMATCH)
            {
                return failed;
            }
        }
        return null;
    }
}
