package io.cobre.engine.spi;

import org.agrona.DirectBuffer;

/**
 * Reader of frames. The buffer is valid only during the call.
 */
@FunctionalInterface
public interface FrameHandler
{
    /**
     * What to do after a frame.
     */
    enum Action
    {
        /** Consumed, go on. */
        CONTINUE,
        /** Consumed, stop this poll. */
        BREAK,
        /** Not consumed: the frame stays in the log, stop this poll. */
        ABORT
    }

    /**
     * One frame.
     *
     * @param buffer term buffer.
     * @param offset first byte of the frame.
     * @param length bytes.
     * @return what to do next.
     */
    Action onFrame(DirectBuffer buffer, int offset, int length);
}
