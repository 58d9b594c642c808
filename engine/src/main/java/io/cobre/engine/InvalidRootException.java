package io.cobre.engine;

/**
 * The root rank is not a rank of the communicator; nothing was sent.
 */
public class InvalidRootException extends CommException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param message one sentence with the values in it.
     */
    public InvalidRootException(final String message)
    {
        super(EngineErrorKind.INVALID_ROOT, message);
    }
}
