package io.cobre.engine.control;

import java.nio.ByteBuffer;

/**
 * One connection as the roster sees it.
 */
interface ControlLink
{
    /**
     * Queue a frame.
     *
     * @param frame position at its first byte; not changed.
     */
    void send(ByteBuffer frame);

    /**
     * Whether frames are waiting to be sent.
     *
     * @return true while the other side does not read.
     */
    boolean isBehind();

    /**
     * Close once everything queued has been sent.
     */
    void finish();

    /**
     * The rank of this connection has joined: it may send longer frames now.
     *
     * @param rank which.
     */
    void joined(int rank);
}
