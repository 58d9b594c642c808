package io.cobre.engine.collective;

import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.UnsafeApi;
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
        // the whole range is checked once
        buffer.boundsCheck(offset, LENGTH);
        final byte[] array = buffer.byteArray();
        final long address = buffer.addressOffset() + offset;
        final int slot = slot(sequence);
        final long changing = (long) phase << PHASE_SHIFT | (long) flags << FLAGS_SHIFT;
        UnsafeApi.putLong(array, address, little(words[slot]));
        UnsafeApi.putLong(array, address + SEQUENCE_AT, little(words[slot + SEQUENCE]));
        UnsafeApi.putLong(array, address + REDUCE_OP_AT, little(words[slot + REDUCE_OP] | changing));
        UnsafeApi.putLong(array, address + BYTES_AT, little(0 == phase ? words[slot + BYTES] : bytes));
    }

    /**
     * Whether a frame begins with the head of an operation, whatever its flags are, and whatever its count is if counts
     * may differ.
     *
     * @param buffer with at least {@link #LENGTH} bytes from the offset on.
     */
    boolean isHead(final long sequence, final DirectBuffer buffer, final int offset)
    {
        return 0 == (difference(sequence, buffer, offset) & ~FLAGS_MASK);
    }

    /**
     * Whether a frame begins with the head of an operation and has certain flags.
     */
    boolean isHead(final long sequence, final int flags, final DirectBuffer buffer, final int offset)
    {
        return (long) flags << FLAGS_SHIFT == difference(sequence, buffer, offset);
    }

    /**
     * @return the flags where they stand in their word if nothing else is different.
     */
    private long difference(final long sequence, final DirectBuffer buffer, final int offset)
    {
        buffer.boundsCheck(offset, LENGTH);
        final byte[] array = buffer.byteArray();
        final long address = buffer.addressOffset() + offset;
        final int slot = slot(sequence);
        final long header = words[slot] ^ little(UnsafeApi.getLong(array, address));
        final long call = words[slot + SEQUENCE] ^ little(UnsafeApi.getLong(array, address + SEQUENCE_AT));
        final long rules = words[slot + REDUCE_OP] ^ little(UnsafeApi.getLong(array, address + REDUCE_OP_AT));
        final long counts = words[slot + BYTES] ^ little(UnsafeApi.getLong(array, address + BYTES_AT));
        final long hashAndCount = isUniform[(int) sequence & mask] ? counts : counts >>> Integer.SIZE;
        return 0 == (header | call | hashAndCount) ? rules : -1L;
    }

    private static long little(final long word)
    {
        return ByteOrder.nativeOrder() == ORDER ? word : Long.reverseBytes(word);
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
