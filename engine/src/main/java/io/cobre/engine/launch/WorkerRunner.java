package io.cobre.engine.launch;

import io.cobre.engine.control.ErrorRecord;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankSession;

/**
 * Life of a spawned Java rank: ignore the terminal's signals, join, compute, leave, exit with the code of the
 * contract. The last statement of its main method.
 */
public final class WorkerRunner
{
    private WorkerRunner()
    {
    }

    /**
     * Run a rank and exit the process.
     *
     * @param context settings of the session; the process may be halted when the group breaks.
     * @param body    what to compute.
     */
    public static void run(final RankContext context, final WorkerBody body)
    {
        WorkerSignals.ignoreInteractive();
        System.exit(exitCode(context.haltAllowed(true), body));
    }

    private static int exitCode(final RankContext context, final WorkerBody body)
    {
        RankSession session = null;
        try
        {
            session = RankSession.open(context);
            body.run(session);
            session.exitCode(0);
            session.close();
            return 0;
        }
        catch (final Throwable failure)
        {
            failure.printStackTrace();
            final int exitCode = ErrorRecord.exitCode(failure);
            if (session != null)
            {
                session.exitCode(exitCode);
                session.error(failure);
                session.close();
            }
            return exitCode;
        }
    }
}
