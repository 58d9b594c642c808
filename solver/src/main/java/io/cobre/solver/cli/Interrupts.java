package io.cobre.solver.cli;

import io.cobre.engine.control.RunDirectory;
import io.cobre.solver.command.Report;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationRecord;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * SIGINT and SIGTERM while a command runs: the first asks for an end in good order, the second for an end now. The
 * signal API of the JDK is optional, so it is looked up by name.
 */
final class Interrupts
{
    /** Exit code of a command that was interrupted. */
    static final int EXIT_CODE = 130;

    private static final long LAST_WORDS_MS = 2000;
    private static final long KILL_MS = 300;
    private static final AtomicBoolean HOOKED = new AtomicBoolean();
    private static final AtomicBoolean STOPPING_NOW = new AtomicBoolean();

    private final String firstWords;
    private final AtomicInteger signals = new AtomicInteger();
    private final Thread worker = Thread.currentThread();
    private volatile boolean urgent;

    private Interrupts(final String firstWords)
    {
        this.firstWords = firstWords;
    }

    /**
     * Take the signals from now on, for a command that ends after an iteration or at once.
     *
     * @return tells whether one has arrived.
     */
    static Interrupts install()
    {
        return install("stopping after this iteration");
    }

    /**
     * Take the signals from now on.
     *
     * @param firstWords what the command does after the first one.
     * @return tells whether one has arrived.
     */
    static Interrupts install(final String firstWords)
    {
        final Interrupts interrupts = new Interrupts(firstWords);
        if (HOOKED.compareAndSet(false, true))
        {
            Runtime.getRuntime().addShutdownHook(new Thread(Interrupts::leaveNothing, "cobre-cleanup"));
        }
        try
        {
            final Class<?> signal = Class.forName("sun.misc.Signal");
            final Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            final Object handler = Proxy.newProxyInstance(
                Interrupts.class.getClassLoader(), new Class<?>[]{handlerType}, (proxy, method, arguments) ->
                {
                    if ("handle".equals(method.getName()))
                    {
                        interrupts.signalled();
                    }
                    return null;
                });
            for (final String name : new String[]{"INT", "TERM"})
            {
                signal.getMethod("handle", signal, handlerType)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
            }
        }
        catch (final ReflectiveOperationException ignored)
        {
            return interrupts;
        }
        return interrupts;
    }

    /**
     * From now on nothing can be finished in good order: the next signal ends the run at once.
     *
     * @return this.
     */
    Interrupts urgent()
    {
        urgent = true;
        return this;
    }

    /**
     * Whether the command has been told to end at once: whatever it throws then is the consequence.
     *
     * @return true from that signal on.
     */
    static boolean isStoppingNow()
    {
        return STOPPING_NOW.get();
    }

    boolean requested()
    {
        return signals.get() > 0;
    }

    /**
     * Say in the report that the run did not come to its natural end.
     *
     * @param report of the command.
     */
    void report(final Report report)
    {
        if (requested())
        {
            report.error(new ValidationRecord(
                SolverErrorKind.INTERRUPTED,
                "the run was interrupted; what it had reached is written",
                Map.of("reason", "signal"),
                null));
        }
    }

    private void signalled()
    {
        if (signals.incrementAndGet() > 1 || urgent)
        {
            STOPPING_NOW.set(true);
            System.err.println("\ncobre: stopping now");
            worker.interrupt();
            final Thread last = new Thread(Interrupts::halt, "cobre-halt");
            last.setDaemon(true);
            last.start();
        }
        else
        {
            System.err.println("\ncobre: " + firstWords + "; once more to stop now");
        }
    }

    private static void halt()
    {
        try
        {
            Thread.sleep(LAST_WORDS_MS);
        }
        catch (final InterruptedException ex)
        {
            Thread.currentThread().interrupt();
        }
        leaveNothing();
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /**
     * The end of a process that could not close its run, by a signal that nobody handles or because closing took too
     * long: nothing to do after a run that was closed.
     */
    private static void leaveNothing()
    {
        final List<ProcessHandle> workers = ProcessHandle.current().children().toList();
        workers.forEach(ProcessHandle::destroyForcibly);
        final long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MS);
        while (workers.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() - deadlineNs < 0)
        {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        RunDirectory.removeHeld();
    }
}
