package io.cobre.engine;

/**
 * A buffer, count or displacement does not fit the operation; nothing was sent.
 */
public class InvalidBufferSizeException extends CommException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param message one sentence with the values in it.
     */
    public InvalidBufferSizeException(final String message)
    {
        super(EngineErrorKind.INVALID_BUFFER_SIZE, message);
    }
}
