package io.cobre.engine;

/**
 * Memory of the requested size cannot be shared; context: {@code requested_bytes}, {@code available_bytes}.
 */
public class AllocationFailedException extends CommException
{
    private static final long serialVersionUID = 1L;

    /**
     * Create the error.
     *
     * @param message one sentence with the values in it.
     */
    public AllocationFailedException(final String message)
    {
        super(EngineErrorKind.ALLOCATION_FAILED, message);
    }
}
