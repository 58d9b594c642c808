package io.cobre.comm.aeron;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import org.agrona.BitUtil;

/**
 * Sizes of a log and of the frames in it.
 */
final class StreamLimits
{
    /** Longest frame that Aeron takes, its header included. */
    static final int MAX_MTU = 65504;
    /** Shortest term. */
    static final int MIN_TERM_LENGTH = 64 * 1024;
    /** Metadata page behind the three terms of a log. */
    static final int LOG_META_DATA_LENGTH = 4096;

    /** Shortest ring. */
    static final int MIN_RING_LENGTH = 32 * 1024;

    private static final int LONGEST_BULK_FRAME = 64 * 1024 + 64;
    private static final int TERMS = 3;
    private static final int FRAMES_PER_TERM = 8;

    private StreamLimits()
    {
    }

    /**
     * Longest frame for a term: the driver wants eight of them in it.
     *
     * @param termLength bytes.
     * @return mtu in bytes, a multiple of the frame alignment.
     */
    static int mtuFor(final int termLength)
    {
        return mtuWithin(termLength / FRAMES_PER_TERM);
    }

    /**
     * Longest frame that is not longer than a limit.
     *
     * @param limit bytes.
     * @return mtu in bytes, a multiple of the frame alignment.
     */
    static int mtuWithin(final int limit)
    {
        return Math.min(MAX_MTU, limit / FrameDescriptor.FRAME_ALIGNMENT * FrameDescriptor.FRAME_ALIGNMENT);
    }

    /**
     * Term of a sub-communicator: a quarter of the main one, but long enough for the frames.
     */
    static int shortTerm(final int termLength, final int mtu)
    {
        int length = termLength;
        while (length > termLength / 4 && mtu <= mtuFor(length / 2) && length / 2 >= MIN_TERM_LENGTH)
        {
            length /= 2;
        }
        return length;
    }

    static long logLength(final int termLength)
    {
        return (long) TERMS * termLength + LOG_META_DATA_LENGTH;
    }

    static int payloadLength(final int mtu)
    {
        return mtu - DataHeaderFlyweight.HEADER_LENGTH;
    }

    /**
     * Longest frame through a ring: several fit, and one fits into a core's cache.
     *
     * @param ringLength bytes.
     * @return bytes.
     */
    static int bulkFrameLength(final int ringLength)
    {
        return Math.min(LONGEST_BULK_FRAME, ringLength / FRAMES_PER_TERM);
    }

    static boolean isRingLength(final int length)
    {
        return length >= MIN_RING_LENGTH && BitUtil.isPowerOfTwo(length);
    }

    static boolean isTermLength(final long length)
    {
        return length >= MIN_TERM_LENGTH && length <= 1 << 30 && BitUtil.isPowerOfTwo(length);
    }
}
