package io.cobre.comm.aeron;

import io.aeron.logbuffer.FrameDescriptor;
import org.agrona.BitUtil;
import org.agrona.UnsafeApi;

/**
 * Cache lines of frames in logs and rings in shared memory.
 */
final class CacheLines
{
    /** Bytes of a line. */
    static final int LENGTH = 64;
    /** Longer frames are not prepared: they would not be written at once. */
    private static final int LONGEST_FRAME = 2048;

    private CacheLines()
    {
    }

    static int alignedFrame(final int frameLength)
    {
        return BitUtil.align(frameLength, FrameDescriptor.FRAME_ALIGNMENT);
    }

    static int aligned(final int length)
    {
        return BitUtil.align(length, LENGTH);
    }

    /**
     * Bring the lines of the next own frame to this core, before they are needed: the frame will probably be as long
     * as the last one. Lines have to be written to be owned. In a log, which is clean ahead of its only publisher, the
     * zeros are there already; in a ring they replace what nobody reads any more.
     *
     * @param address of the next frame in memory.
     * @param length  bytes of the last frame.
     * @param room    bytes from there to the end of the term or page.
     */
    static void own(final long address, final int length, final int room)
    {
        if (length <= room && length <= LONGEST_FRAME)
        {
            for (int i = 0; i < length; i += LENGTH)
            {
                UnsafeApi.putInt(null, address + i, 0);
            }
        }
    }

    /**
     * Read the lines of the next frame of a peer.
     *
     * @param address in memory.
     * @param length  bytes.
     * @return something of what was read.
     */
    static int touch(final long address, final int length)
    {
        if (length > LONGEST_FRAME)
        {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < length; i += LENGTH)
        {
            sum += UnsafeApi.getInt(null, address + i);
        }
        return sum;
    }
}
