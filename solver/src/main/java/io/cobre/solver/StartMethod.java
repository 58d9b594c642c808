package io.cobre.solver;

import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.ValidationException;
import java.util.Arrays;
import java.util.List;

/**
 * How the workers of a run come into being (SS7.1). API, environment and config.json accept exactly these ids,
 * case-sensitively.
 */
public enum StartMethod
{
    /** Every worker is a fresh Java virtual machine. */
    SPAWN("spawn"),
    /** Every worker is a thread of this process; they reach each other through rings in memory. */
    THREAD("thread"),
    /** Known, and refused where workers would have to be forked. */
    FORK("fork");

    private final String id;

    StartMethod(final String id)
    {
        this.id = id;
    }

    /**
     * The name in options, environment and config.json.
     *
     * @return in lower case.
     */
    public String id()
    {
        return id;
    }

    /**
     * The ids that can be used.
     *
     * @return {@code spawn, thread}.
     */
    public static List<String> available()
    {
        return List.of(SPAWN.id, THREAD.id);
    }

    /**
     * Look an id up.
     *
     * @param id of one of the constants.
     * @return the method.
     * @throws ValidationException of kind IncompatibleSettings with {@code requested} and {@code available}.
     */
    public static StartMethod of(final String id)
    {
        return Arrays.stream(values()).filter((method) -> method.id.equals(id)).findFirst().orElseThrow(
            () -> refused(id, "unknown start method '" + id + "': available are " + String.join(", ", available())));
    }

    /**
     * Refuse what cannot start more than one worker.
     *
     * @param workers number of them.
     * @return this.
     */
    StartMethod checked(final int workers)
    {
        if (this == FORK && workers > 1)
        {
            throw refused(id, "workers cannot be started by fork: a fork copies one thread of a Java virtual machine " +
                "whose other threads hold locks and mapped logs");
        }
        return this;
    }

    private static ValidationException refused(final String requested, final String message)
    {
        final ValidationException error = new ValidationException(SolverErrorKind.INCOMPATIBLE_SETTINGS, message);
        error.with("requested", requested).with("available", available());
        error.suggest("leave the start method out, or use one of " + String.join(", ", available()));
        return error;
    }

    @Override
    public String toString()
    {
        return id;
    }
}
