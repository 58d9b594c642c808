package io.cobre.engine;

/**
 * A backend cannot be used here or did not come up; context: {@code backend}, {@code operation}, {@code detail}.
 */
public class BackendException extends CobreException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param kind    {@link EngineErrorKind#INITIALIZATION_FAILED} or an input kind.
     * @param message one sentence with the values in it.
     * @param cause   may be null.
     */
    public BackendException(final ErrorKind kind, final String message, final Throwable cause)
    {
        super(kind, message, cause);
    }
}
