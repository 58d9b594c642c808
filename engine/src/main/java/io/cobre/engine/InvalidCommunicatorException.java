package io.cobre.engine;

/**
 * The communicator is closed, poisoned or in use by another thread.
 */
public class InvalidCommunicatorException extends CommException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param message one sentence with the values in it.
     */
    public InvalidCommunicatorException(final String message)
    {
        super(EngineErrorKind.INVALID_COMMUNICATOR, message);
    }
}
