package io.cobre.solver.error;

import io.cobre.engine.CobreException;
import io.cobre.engine.ErrorKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One finding about an input, an error or a warning.
 *
 * @param kind       what is wrong.
 * @param message    one sentence with the values in it.
 * @param context    the facts, for example {@code file}, {@code entity}, {@code field}, {@code value}.
 * @param suggestion the remedy, or null.
 */
public record ValidationRecord(ErrorKind kind, String message, Map<String, Object> context, String suggestion)
{
    /**
     * Keeps an unmodifiable copy of the context, in order.
     */
    public ValidationRecord
    {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /**
     * The finding that an exception stands for.
     *
     * @param error any error.
     * @return kind, message, context and suggestion of it.
     */
    public static ValidationRecord of(final CobreException error)
    {
        return new ValidationRecord(error.kind(), error.getMessage(), error.context(), error.suggestion());
    }
}
