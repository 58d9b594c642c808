package io.cobre.engine.launch;

import io.cobre.engine.control.ErrorRecord;
import io.cobre.engine.control.RankContext;
import io.cobre.engine.control.RankSession;
import java.util.concurrent.Callable;

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
        run(() -> context, body);
    }

    /**
     * Run a rank that has work to do before it can join, and exit the process.
     *
     * @param preparation gives the settings of the session; its failure is reported as one of the body is.
     * @param body        what to compute.
     */
    public static void run(final Callable<RankContext> preparation, final WorkerBody body)
    {
        WorkerSignals.ignoreInteractive();
        System.exit(exitCode(preparation, body));
    }

    private static int exitCode(final Callable<RankContext> preparation, final WorkerBody body)
    {
        RankSession session = null;
        try
        {
            session = RankSession.open(preparation.call().haltAllowed(true));
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
            else
            {
                RankSession.leaveRecord(failure);
            }
            return exitCode;
        }
    }
}
