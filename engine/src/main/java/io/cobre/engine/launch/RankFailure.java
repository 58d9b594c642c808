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
 * @param last       last operation.
 * @param stderrTail last lines of its standard error.
 */
record RankFailure(
    int rank,
    CobreException error,
    Integer exitCode,
    String signal,
    RankProgress last,
    List<String> stderrTail)
{
    /**
     * What counts more as the cause of it all: an error of its own, a signal, an exit code, a broken group.
     *
     * @return 0..3, the lowest is the root cause.
     */
    int weight()
    {
        if (error != null)
        {
            return isConsequence(error) ? 3 : 0;
        }
        return signal != null ? 1 : 2;
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

    private static boolean isConsequence(final Throwable error)
    {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
        {
            if (cause instanceof CollectiveFailedException failed &&
                failed.reason() != CollectiveFailedException.Reason.MISMATCH)
            {
                return true;
            }
        }
        return false;
    }
}
