package io.cobre.engine.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;

/**
 * Frames that wait for a socket. Used by one thread.
 */
final class FrameQueue
{
    private final ArrayDeque<ByteBuffer> frames = new ArrayDeque<>();

    void add(final ByteBuffer frame)
    {
        frames.add(frame);
    }

    boolean isEmpty()
    {
        return frames.isEmpty();
    }

    /**
     * Write what the socket takes.
     *
     * @param channel non-blocking.
     * @return true when nothing is left.
     * @throws IOException as the channel does.
     */
    boolean flush(final WritableByteChannel channel) throws IOException
    {
        while (!frames.isEmpty())
        {
            final ByteBuffer frame = frames.peek();
            channel.write(frame);
            if (frame.hasRemaining())
            {
                return false;
            }
            frames.remove();
        }
        return true;
    }
}
