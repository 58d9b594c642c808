package io.cobre.solver;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<Integer, Integer> doneByWorker = new HashMap<>();
    private int done;

    SimulationProgress(final int total, final Consumer<ProgressEvent> callback)
    {
        this.total = total;
        this.callback = callback;
    }

    /**
     * A worker has come so far; what it did in between need not have been heard.
     */
    void scenarios(final int worker, final int doneByThis)
    {
        doneByWorker.put(worker, doneByThis);
        done = doneByWorker.values().stream().mapToInt(Integer::intValue).sum();
        report(worker);
    }

    private void report(final int worker)
    {
        final long now = System.nanoTime();
        callback.accept(new ProgressEvent(
            ProgressEvent.Phase.SIMULATION,
            worker,
            done,
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
