package io.cobre.engine;

/**
 * Base of the errors of a communicator.
 */
public class CommException extends CobreException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param kind    what went wrong.
     * @param message one sentence with the values in it.
     */
    public CommException(final ErrorKind kind, final String message)
    {
        super(kind, message);
    }
}
