package io.cobre.solver;

import io.cobre.solver.worker.WorkerRestart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A group of workers was formed anew because one of them died.
 *
 * @param number    from 1.
 * @param rank      of the worker that died.
 * @param exitCode  with what it exited; empty when a signal ended it.
 * @param signal    that ended it, for example {@code SIGKILL}; empty when it exited.
 * @param iteration the last one that was kept; 0 if the training began anew.
 */
public record Restart(int number, int rank, OptionalInt exitCode, Optional<String> signal, int iteration)
{
    static Restart of(final WorkerRestart restart)
    {
        return new Restart(
            restart.number(),
            restart.cause().rank(),
            restart.cause().exitCode(),
            restart.cause().signal(),
            restart.iteration());
    }

    /**
     * The restart for JSON.
     *
     * @return names and values.
     */
    public Map<String, Object> fields()
    {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("rank", rank);
        fields.put("exit_code", exitCode.isPresent() ? exitCode.getAsInt() : null);
        fields.put("signal", signal.orElse(null));
        fields.put("iteration", iteration);
        return fields;
    }
}
