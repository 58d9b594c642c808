package io.cobre.engine.control;

/**
 * Waits for the end of a thread that must not outlive its owner.
 */
public final class ThreadJoin
{
    private ThreadJoin()
    {
    }

    /**
     * Wait until a thread has ended; an interrupt of the caller is kept for later.
     *
     * @param thread another than the caller's.
     */
    public static void untilEnd(final Thread thread)
    {
        boolean isInterrupted = false;
        while (thread.isAlive())
        {
            try
            {
                thread.join();
            }
            catch (final InterruptedException ex)
            {
                isInterrupted = true;
            }
        }
        if (isInterrupted)
        {
            Thread.currentThread().interrupt();
        }
    }
}
