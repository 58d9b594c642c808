package io.cobre.engine.spi;

/**
 * One end of the streams of a communicator: this rank publishes one ordered stream, every other member reads it.
 * Frames are delivered exactly once, in order per peer. Poll-driven, no allocation, used by one thread.
 */
public interface Transport extends AutoCloseable
{
    /**
     * This rank's number in the communicator.
     *
     * @return 0..size-1.
     */
    int rank();

    /**
     * Number of members.
     *
     * @return at least 1.
     */
    int size();

    /**
     * Whether an image of every peer has been joined at position 0 and the own publication is connected.
     *
     * @return true once the first frame may be published (after GO).
     */
    boolean isReady();

    /**
     * Longest frame that {@link #tryClaim(int)} takes.
     *
     * @return bytes, headers of our own messages included.
     */
    int maxFrameLength();

    /**
     * How many of the smallest frames the own stream surely takes while a peer reads none. An operation whose result
     * does not depend on a peer may run that far ahead of it.
     *
     * @return at least 1.
     */
    default int windowFrames()
    {
        return 1;
    }

    /**
     * Claim space for the next frame of the own stream.
     *
     * @param length bytes, at most {@link #maxFrameLength()}.
     * @return the claim (one re-used object; commit or abort it before the next claim), or null when back-pressured.
     * @throws io.cobre.engine.CommException when the stream is broken for good.
     */
    FrameClaim tryClaim(int length);

    /**
     * Read frames of one peer.
     *
     * @param peer    rank in the communicator, not this rank.
     * @param handler called for each frame; ABORT leaves the frame in the log.
     * @param limit   frames at most.
     * @return frames consumed.
     */
    int poll(int peer, FrameHandler handler, int limit);

    /**
     * Look for the next frame of a peer some times in a row, for less than a {@link #poll} each time costs.
     *
     * @param peer  rank in the communicator, not this rank.
     * @param times at most.
     * @return true if a poll may find a frame, false if none has come.
     */
    default boolean lookOut(final int peer, final int times)
    {
        return false;
    }

    /**
     * Whether a peer's stream can still deliver frames. A closed image's poll returns 0 for ever.
     *
     * @param peer rank in the communicator.
     * @return false when the image is closed or at the end of its stream.
     */
    boolean isLive(int peer);

    /**
     * This rank has started an operation; for counters that tools can see.
     *
     * @param operation template id of the message.
     */
    default void operationStarted(final int operation)
    {
    }

    /**
     * What keeps the streams from moving, other than the peers; asked when a collective has failed.
     *
     * @return a sentence without its full stop, null if nothing is known.
     */
    default String impediment()
    {
        return null;
    }

    /**
     * Conductor or driver work due on this thread.
     *
     * @return work done, 0 if idle.
     * @throws io.cobre.engine.CommException when what carries the streams is gone.
     */
    int doWork();

    /**
     * Close publication and images. Idempotent.
     */
    @Override
    void close();
}
