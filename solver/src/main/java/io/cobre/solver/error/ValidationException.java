package io.cobre.solver.error;

import io.cobre.engine.CobreException;
import java.util.List;

/**
 * An input that cannot be used. It carries every problem that was found, not only the first.
 */
public class ValidationException extends CobreException
{
    private static final long serialVersionUID = 1L;

    private final transient List<ValidationRecord> errors;

    /**
     * One problem.
     *
     * @param kind    what is wrong.
     * @param message one sentence with the values in it.
     */
    public ValidationException(final SolverErrorKind kind, final String message)
    {
        super(kind, message);
        errors = null;
    }

    /**
     * Several problems; kind, message, context and suggestion are those of the first.
     *
     * @param errors at least one.
     */
    public ValidationException(final List<ValidationRecord> errors)
    {
        super(errors.get(0).kind(), errors.get(0).message());
        errors.get(0).context().forEach(this::with);
        suggest(errors.get(0).suggestion());
        this.errors = List.copyOf(errors);
    }

    /**
     * Every problem.
     *
     * @return at least one.
     */
    public List<ValidationRecord> errors()
    {
        return errors == null ? List.of(ValidationRecord.of(this)) : errors;
    }
}
