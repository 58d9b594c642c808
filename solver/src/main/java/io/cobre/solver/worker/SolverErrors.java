package io.cobre.solver.worker;

import io.cobre.engine.CobreException;
import io.cobre.engine.ErrorKind;
import io.cobre.engine.spi.ErrorFactory;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.error.SolverException;
import io.cobre.solver.error.ValidationException;

import java.util.Arrays;
import java.util.Map;

/**
 * Makes the solver's errors again in the parent, with class and fields.
 */
public final class SolverErrors implements ErrorFactory
{
    @Override
    public ErrorKind kind(final String id)
    {
        return Arrays.stream(SolverErrorKind.values()).filter((kind) -> kind.id().equals(id)).findFirst()
            .orElse(null);
    }

    @Override
    public CobreException create(
        final String className,
        final ErrorKind kind,
        final String message,
        final Map<String, Object> context,
        final Throwable cause)
    {
        if (SolverException.class.getName().equals(className))
        {
            return new SolverException(
                message, number(context, "stage"), number(context, "iteration"),
                String.valueOf(context.get("solver_status")));
        }
        if (kind instanceof SolverErrorKind own)
        {
            if (CobreIOException.class.getName().equals(className))
            {
                return new CobreIOException(own, message, context.get("path"), cause);
            }
            if (ValidationException.class.getName().equals(className))
            {
                return new ValidationException(own, message);
            }
        }
        return null;
    }

    private static int number(final Map<String, Object> context, final String name)
    {
        return context.get(name) instanceof Number value ? value.intValue() : 0;
    }
}
