package io.cobre.engine.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Cuts a byte stream into frames. Memory follows the bytes that have arrived, never a length field.
 */
final class FrameReader
{
    private static final int INITIAL_CAPACITY = 4096;

    private ByteBuffer bytes = ByteBuffer.allocate(INITIAL_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
    private int maxFrameLength;

    /**
     * Receiver of one frame.
     */
    interface FrameSink
    {
        /**
         * One frame without its length.
         *
         * @param frame  array that holds it.
         * @param offset first byte.
         * @param length bytes.
         */
        void onFrame(byte[] frame, int offset, int length);
    }

    FrameReader(final int maxFrameLength)
    {
        this.maxFrameLength = maxFrameLength;
    }

    void maxFrameLength(final int length)
    {
        maxFrameLength = length;
    }

    /**
     * Read what has arrived and hand out the complete frames.
     *
     * @param channel non-blocking.
     * @param sink    receiver.
     * @return false at the end of the stream.
     * @throws IOException as the channel does.
     */
    boolean read(final ReadableByteChannel channel, final FrameSink sink) throws IOException
    {
        int read;
        do
        {
            if (!bytes.hasRemaining())
            {
                final ByteBuffer larger = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), 2 * bytes.capacity()));
                bytes = larger.order(ByteOrder.LITTLE_ENDIAN).position(bytes.position());
            }
            read = channel.read(bytes);
            handOut(sink);
        }
        while (read > 0);
        return read >= 0;
    }

    private void handOut(final FrameSink sink)
    {
        bytes.flip();
        while (bytes.remaining() >= ControlPublisher.LENGTH_BYTES)
        {
            final int length = bytes.getInt(bytes.position());
            if (length < 8 || length > maxFrameLength)
            {
                throw new ControlProtocolException(
                    "frame of " + length + " bytes, allowed are 8 to " + maxFrameLength);
            }
            if (bytes.remaining() < ControlPublisher.LENGTH_BYTES + length)
            {
                break;
            }
            final int offset = bytes.position() + ControlPublisher.LENGTH_BYTES;
            sink.onFrame(bytes.array(), offset, length);
            bytes.position(offset + length);
        }
        bytes.compact();
    }
}
