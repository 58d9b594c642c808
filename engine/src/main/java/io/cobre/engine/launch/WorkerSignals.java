package io.cobre.engine.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * Signals of a worker process. A Ctrl-C goes to the whole process group of a terminal; workers leave it to their
 * launcher, who tells them to stop by the control plane.
 */
final class WorkerSignals
{
    private WorkerSignals()
    {
    }

    /**
     * Ignore SIGINT and SIGHUP. The signal API of the JDK is optional, so it is looked up by name.
     */
    static void ignoreInteractive()
    {
        try
        {
            final Class<?> signal = Class.forName("sun.misc.Signal");
            final Class<?> handler = Class.forName("sun.misc.SignalHandler");
            final Object ignore = handler.getField("SIG_IGN").get(null);
            for (final String name : new String[]{"INT", "HUP"})
            {
                signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
            }
        }
        catch (final ClassNotFoundException | NoSuchFieldException | NoSuchMethodException | IllegalAccessException |
            InstantiationException | InvocationTargetException ex)
        {
            System.err.println("cobre: signals cannot be ignored here: " + ex);
        }
    }
}
