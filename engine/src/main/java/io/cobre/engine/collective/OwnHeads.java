package io.cobre.engine.collective;

import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.HeadEncoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What stands before the payload of this rank's first frame of each of its latest operations, in words. It stays on
 * record after an operation has ended here, because heads of slower peers still have to be compared with it. Nearly all
 * of them are the same but for the flags: comparing words is enough then, and only other heads are decoded.
 */
final class OwnHeads
{
    /** Bytes before the payload. */
    static final int LENGTH = MessageHeaderDecoder.ENCODED_LENGTH + HeadDecoder.ENCODED_LENGTH;
    /** Words before the payload. */
    static final int WORDS = LENGTH / Long.BYTES;

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int SEQUENCE_WORD = word(HeadEncoder.sequenceEncodingOffset());
    private static final int SEQUENCE_SHIFT = shift(HeadEncoder.sequenceEncodingOffset());
    private static final int COMMUNICATOR_WORD = word(HeadEncoder.communicatorEncodingOffset());
    private static final int COMMUNICATOR_SHIFT = shift(HeadEncoder.communicatorEncodingOffset());
    private static final int FLAGS_WORD = word(HeadEncoder.flagsEncodingOffset());
    private static final int FLAGS_SHIFT = shift(HeadEncoder.flagsEncodingOffset());
    private static final long FLAGS_MASK = 0xFFL << FLAGS_SHIFT;
    private static final int BYTES_WORD = word(HeadEncoder.bytesEncodingOffset());

    private final long communicator;
    private final int mask;
    private final long[] words;
    private final boolean[] isUniform;
    private final UnsafeBuffer head = new UnsafeBuffer(new byte[LENGTH]);
    private final Signature decoded = new Signature();

    /**
     * Make room.
     *
     * @param capacity number of operations, a power of two.
     */
    OwnHeads(final int communicatorId, final int capacity)
    {
        communicator = (long) communicatorId << COMMUNICATOR_SHIFT;
        mask = capacity - 1;
        words = new long[capacity * WORDS];
        isUniform = new boolean[capacity];
    }

    private static int word(final int offset)
    {
        return (MessageHeaderDecoder.ENCODED_LENGTH + offset) / Long.BYTES;
    }

    private static int shift(final int offset)
    {
        return (MessageHeaderDecoder.ENCODED_LENGTH + offset) % Long.BYTES * Byte.SIZE;
    }

    private int slot(final long sequence)
    {
        return ((int) sequence & mask) * WORDS;
    }

    /**
     * Put the head of an operation on record.
     */
    void record(final long sequence, final Signature signature)
    {
        final int slot = slot(sequence);
        signature.copyWords(words, slot);
        words[slot + SEQUENCE_WORD] |= (sequence & 0xFFFF_FFFFL) << SEQUENCE_SHIFT;
        words[slot + COMMUNICATOR_WORD] |= communicator;
        isUniform[(int) sequence & mask] = signature.isUniform();
    }

    /**
     * Write the head of an operation.
     *
     * @param flags of the frame.
     */
    void write(final long sequence, final int flags, final MutableDirectBuffer buffer, final int offset)
    {
        final int slot = slot(sequence);
        for (int i = 0; i < WORDS; i++)
        {
            final long word = words[slot + i];
            buffer.putLong(offset + i * Long.BYTES, FLAGS_WORD == i ? word | (long) flags << FLAGS_SHIFT : word, ORDER);
        }
    }

    /**
     * Whether a frame begins with the head of an operation, whatever its flags are, and whatever its count is if counts
     * may differ.
     *
     * @param buffer with at least {@link #LENGTH} bytes from the offset on.
     */
    boolean isHead(final long sequence, final DirectBuffer buffer, final int offset)
    {
        final int slot = slot(sequence);
        final boolean isSameCount = isUniform[(int) sequence & mask];
        long difference = 0;
        for (int i = 0; i < WORDS; i++)
        {
            final long word = words[slot + i] ^ buffer.getLong(offset + i * Long.BYTES, ORDER);
            difference |= FLAGS_WORD == i ? word & ~FLAGS_MASK : BYTES_WORD == i && !isSameCount ? word >>> 32 : word;
        }
        return 0 == difference;
    }

    /**
     * Flags in a head.
     */
    static int flags(final DirectBuffer buffer, final int offset)
    {
        return (int) ((buffer.getLong(offset + FLAGS_WORD * Long.BYTES, ORDER) & FLAGS_MASK) >>> FLAGS_SHIFT);
    }

    /**
     * What an operation on record agrees on.
     *
     * @return valid until the next call.
     */
    Signature signature(final long sequence)
    {
        final int slot = slot(sequence);
        for (int i = 0; i < WORDS; i++)
        {
            head.putLong(i * Long.BYTES, words[slot + i], ORDER);
        }
        return decoded.decode(head, isUniform[(int) sequence & mask]);
    }
}
