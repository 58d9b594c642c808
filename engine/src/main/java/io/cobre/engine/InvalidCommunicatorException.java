package io.cobre.engine;

/**
 * The call is not possible on this communicator now: it is closed or in use by another thread, too many operations are
 * outstanding, or the plan to be started still runs. Nothing was sent.
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
