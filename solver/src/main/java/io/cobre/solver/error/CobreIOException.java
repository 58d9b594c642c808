package io.cobre.solver.error;

import io.cobre.engine.CobreException;

/**
 * A file of a case or of a run cannot be read or written; context: {@code path}.
 */
public class CobreIOException extends CobreException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param kind    a kind of the group for files.
     * @param message one sentence that says what was tried.
     * @param path    of the file or folder.
     * @param cause   may be null.
     */
    public CobreIOException(
        final SolverErrorKind kind, final String message, final Object path, final Throwable cause)
    {
        super(kind, message, cause);
        with("path", String.valueOf(path));
    }
}
