package io.cobre.engine;

/**
 * Kinds of errors that the engine raises.
 */
public enum EngineErrorKind implements ErrorKind
{
    /** A collective could not finish; the context key {@code reason} says why. */
    COLLECTIVE_FAILED("CollectiveFailed", 4),
    /** A buffer, count or displacement does not fit the operation. */
    INVALID_BUFFER_SIZE("InvalidBufferSize", 4),
    /** The root rank is not in {@code 0..size-1}. */
    INVALID_ROOT("InvalidRoot", 4),
    /** The communicator is closed, poisoned, or used by a second thread at the same time. */
    INVALID_COMMUNICATOR("InvalidCommunicator", 4),
    /** Shared memory of the requested size is not to be had. */
    ALLOCATION_FAILED("AllocationFailed", 4),
    /** A backend or a group of ranks did not come up. */
    INITIALIZATION_FAILED("InitializationFailed", 4),
    /** Settings that exclude each other or that this backend does not know. */
    INCOMPATIBLE_SETTINGS("IncompatibleSettings", 1),
    /** A number outside its range. */
    OUT_OF_RANGE("OutOfRange", 1),
    /** A worker process failed; the context names rank, exit code, signal and the error inside. */
    WORKER_FAILED("WorkerFailed", 5),
    /** A defect of this software. */
    INTERNAL_PANIC("InternalPanic", 4);

    private final String id;
    private final int exitCode;

    EngineErrorKind(final String id, final int exitCode)
    {
        this.id = id;
        this.exitCode = exitCode;
    }

    @Override
    public String id()
    {
        return id;
    }

    @Override
    public int exitCode()
    {
        return exitCode;
    }
}
