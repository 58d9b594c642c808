package io.cobre.engine.collective;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.spi.FrameHandler;

/**
 * The error of the least operation: exceptions must not cross a transport's poll.
 */
final class FirstError
{
    private CollectiveFailedException error;
    private long sequence;

    /**
     * Keep an error unless there is one of an earlier operation.
     */
    FrameHandler.Action keep(final CollectiveFailedException failure, final long failedSequence)
    {
        if (null == error || failedSequence < sequence)
        {
            error = failure;
            sequence = failedSequence;
        }
        return FrameHandler.Action.BREAK;
    }

    boolean isSet()
    {
        return null != error;
    }

    /**
     * Throw it, if there is one.
     */
    void rethrow()
    {
        if (null != error)
        {
            throw error;
        }
    }
}
