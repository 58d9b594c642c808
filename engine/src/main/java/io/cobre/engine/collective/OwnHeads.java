package io.cobre.engine.collective;

import io.cobre.codecs.collective.HeadDecoder;
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
    /** The words behind the header, named by what they begin with. */
    private static final int SEQUENCE_AT = behindHeader(HeadDecoder.sequenceEncodingOffset());
    private static final int REDUCE_OP_AT = behindHeader(HeadDecoder.reduceOpEncodingOffset());
    private static final int BYTES_AT = behindHeader(HeadDecoder.bytesEncodingOffset());
    private static final int SEQUENCE = SEQUENCE_AT / Long.BYTES;
    private static final int REDUCE_OP = REDUCE_OP_AT / Long.BYTES;
    private static final int BYTES = BYTES_AT / Long.BYTES;
    private static final int COMMUNICATOR_SHIFT =
        (behindHeader(HeadDecoder.communicatorEncodingOffset()) - SEQUENCE_AT) * Byte.SIZE;
    private static final int PHASE_SHIFT = (behindHeader(HeadDecoder.phaseEncodingOffset()) - REDUCE_OP_AT) * Byte.SIZE;
    private static final int FLAGS_SHIFT = (behindHeader(HeadDecoder.flagsEncodingOffset()) - REDUCE_OP_AT) * Byte.SIZE;
    private static final long FLAGS_MASK = 0xFFL << FLAGS_SHIFT;

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

    private static int behindHeader(final int offset)
    {
        return MessageHeaderDecoder.ENCODED_LENGTH + offset;
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
        words[slot + SEQUENCE] |= sequence & 0xFFFF_FFFFL | communicator;
        isUniform[(int) sequence & mask] = signature.isUniform();
    }

    /**
     * Write the head of an operation's frame.
     *
     * @param phase of the frame.
     * @param bytes left in phases after 0; the first frame has hash and count there.
     * @param flags of the frame.
     */
    void write(
        final long sequence,
        final int phase,
        final long bytes,
        final int flags,
        final MutableDirectBuffer buffer,
        final int offset)
    {
        final int slot = slot(sequence);
        final long changing = (long) phase << PHASE_SHIFT | (long) flags << FLAGS_SHIFT;
        buffer.putLong(offset, words[slot], ORDER);
        buffer.putLong(offset + SEQUENCE_AT, words[slot + SEQUENCE], ORDER);
        buffer.putLong(offset + REDUCE_OP_AT, words[slot + REDUCE_OP] | changing, ORDER);
        buffer.putLong(offset + BYTES_AT, 0 == phase ? words[slot + BYTES] : bytes, ORDER);
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
        final long header = words[slot] ^ buffer.getLong(offset, ORDER);
        final long call = words[slot + SEQUENCE] ^ buffer.getLong(offset + SEQUENCE_AT, ORDER);
        final long rules = words[slot + REDUCE_OP] ^ buffer.getLong(offset + REDUCE_OP_AT, ORDER);
        final long counts = words[slot + BYTES] ^ buffer.getLong(offset + BYTES_AT, ORDER);
        final long hashAndCount = isUniform[(int) sequence & mask] ? counts : counts >>> Integer.SIZE;
        return 0 == (header | call | rules & ~FLAGS_MASK | hashAndCount);
    }

    /**
     * Flags in a head.
     */
    static int flags(final DirectBuffer buffer, final int offset)
    {
        return (int) ((buffer.getLong(offset + REDUCE_OP_AT, ORDER) & FLAGS_MASK) >>> FLAGS_SHIFT);
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
