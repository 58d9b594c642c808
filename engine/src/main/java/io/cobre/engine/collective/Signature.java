package io.cobre.engine.collective;

import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.HeadEncoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import io.cobre.codecs.collective.MessageHeaderEncoder;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What all ranks must agree on for one operation. It is encoded when it changes; most calls are like the one before.
 */
final class Signature
{
    private final UnsafeBuffer encoded = new UnsafeBuffer(new byte[OwnHeads.LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final HeadEncoder head = new HeadEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final HeadDecoder headDecoder = new HeadDecoder();
    private final long[] words = new long[OwnHeads.WORDS];
    private int template;
    private int elementType;
    private int reduceOp;
    private int root;
    private int hash;
    private int count;
    private boolean isUniform;

    /**
     * Describe an operation whose count is the same on all ranks.
     */
    Signature uniform(
        final int newTemplate, final ElementType type, final ReduceOp op, final int newRoot, final int newCount)
    {
        if (!isUniform || count != newCount || !isSame(newTemplate, type, op, newRoot))
        {
            isUniform = true;
            count = newCount;
            hash = mix(1, newCount);
            encode(newTemplate, type, op, newRoot);
        }
        return this;
    }

    /**
     * Describe an operation with a count for each rank; {@code newCount} is this rank's own.
     */
    Signature varying(
        final int newTemplate,
        final ElementType type,
        final ReduceOp op,
        final int newRoot,
        final int[] counts,
        final int newCount)
    {
        return varying(newTemplate, type, op, newRoot, hash(counts), newCount);
    }

    /**
     * Describe an operation with a count for each rank, all of which {@link #hash(int[])} has seen.
     */
    Signature varying(
        final int newTemplate,
        final ElementType type,
        final ReduceOp op,
        final int newRoot,
        final int newHash,
        final int newCount)
    {
        if (isUniform || count != newCount || hash != newHash || !isSame(newTemplate, type, op, newRoot))
        {
            isUniform = false;
            count = newCount;
            hash = newHash;
            encode(newTemplate, type, op, newRoot);
        }
        return this;
    }

    private boolean isSame(final int newTemplate, final ElementType type, final ReduceOp op, final int newRoot)
    {
        return template == newTemplate && elementType == code(type) && reduceOp == code(op) && root == newRoot;
    }

    private void encode(final int newTemplate, final ElementType type, final ReduceOp op, final int newRoot)
    {
        template = newTemplate;
        elementType = code(type);
        reduceOp = code(op);
        root = newRoot;
        header
            .wrap(encoded, 0)
            .blockLength(HeadEncoder.ENCODED_LENGTH)
            .templateId(template)
            .schemaId(MessageHeaderEncoder.SCHEMA_ID)
            .version(MessageHeaderEncoder.SCHEMA_VERSION);
        head
            .wrap(encoded, MessageHeaderEncoder.ENCODED_LENGTH)
            .operation((short) template)
            .elementType((short) elementType)
            .reduceOp((short) reduceOp)
            .root(root)
            .bytes(agreement());
        for (int i = 0; i < words.length; i++)
        {
            words[i] = encoded.getLong(i * Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static int code(final ElementType type)
    {
        return null == type ? 0 : type.code();
    }

    private static int code(final ReduceOp op)
    {
        return null == op ? 0 : op.code();
    }

    /**
     * Copy header and head without sequence, communicator, flags; phase 0.
     */
    void copyWords(final long[] to, final int at)
    {
        to[at] = words[0];
        to[at + 1] = words[1];
        to[at + 2] = words[2];
        to[at + 3] = words[3];
    }

    /**
     * Become what a header and a head of phase 0 tell.
     */
    Signature decode(final DirectBuffer from, final boolean isUniformCount)
    {
        headerDecoder.wrap(from, 0);
        headDecoder.wrap(from, MessageHeaderDecoder.ENCODED_LENGTH);
        template = headerDecoder.templateId();
        elementType = headDecoder.elementType();
        reduceOp = headDecoder.reduceOp();
        root = headDecoder.root();
        hash = (int) (headDecoder.bytes() >>> 32);
        count = (int) headDecoder.bytes();
        isUniform = isUniformCount;
        return this;
    }

    boolean isUniform()
    {
        return isUniform;
    }

    boolean matches(final CollectiveAdapter frame)
    {
        return template == frame.template() &&
            elementType == frame.elementType() &&
            reduceOp == frame.reduceOp() &&
            root == frame.root() &&
            hash == (int) (frame.bytes() >>> 32) &&
            (!isUniform || count == (int) frame.bytes());
    }

    int template()
    {
        return template;
    }

    int elementType()
    {
        return elementType;
    }

    int reduceOp()
    {
        return reduceOp;
    }

    int root()
    {
        return root;
    }

    /**
     * The value of the head's field in phase 0: the hash of all counts above this rank's own count.
     */
    long agreement()
    {
        return ((long) hash << 32) | (count & 0xFFFF_FFFFL);
    }

    static int hash(final int[] counts)
    {
        int hash = counts.length;
        for (final int count : counts)
        {
            hash = mix(hash, count);
        }
        return hash;
    }

    private static int mix(final int seed, final int value)
    {
        int h = (seed * 31 + value) * 0x9E37_79B1;
        h ^= h >>> 15;
        h *= 0x85EB_CA77;
        return h ^ (h >>> 13);
    }
}
