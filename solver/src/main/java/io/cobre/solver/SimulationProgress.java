package io.cobre.solver;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Turns simulated scenarios into progress events.
 */
final class SimulationProgress
{
    private final int total;
    private final Consumer<ProgressEvent> callback;
    private final long beganNs = System.nanoTime();
    private long lastNs = beganNs;
    private int done;

    SimulationProgress(final int total, final Consumer<ProgressEvent> callback)
    {
        this.total = total;
        this.callback = callback;
    }

    void scenario(final int worker)
    {
        final long now = System.nanoTime();
        callback.accept(new ProgressEvent(
            ProgressEvent.Phase.SIMULATION,
            worker,
            ++done,
            total,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0L,
            TimeUnit.NANOSECONDS.toMillis(now - beganNs),
            TimeUnit.NANOSECONDS.toMillis(now - lastNs)));
        lastNs = now;
    }
}
