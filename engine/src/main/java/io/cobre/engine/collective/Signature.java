package io.cobre.engine.collective;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;

/**
 * What all ranks must agree on for one operation. It stays on record after the operation has ended locally, because
 * heads of slower peers still have to be compared with it.
 */
final class Signature
{
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
        final int template, final ElementType type, final ReduceOp op, final int root, final int count)
    {
        common(template, type, op, root);
        this.hash = mix(1, count);
        this.count = count;
        this.isUniform = true;
        return this;
    }

    /**
     * Describe an operation with a count for each rank; {@code count} is this rank's own.
     */
    Signature varying(
        final int template,
        final ElementType type,
        final ReduceOp op,
        final int root,
        final int[] counts,
        final int count)
    {
        common(template, type, op, root);
        int h = counts.length;
        for (final int c : counts)
        {
            h = mix(h, c);
        }
        this.hash = h;
        this.count = count;
        this.isUniform = false;
        return this;
    }

    private void common(final int template, final ElementType type, final ReduceOp op, final int root)
    {
        this.template = template;
        this.elementType = null == type ? 0 : type.code();
        this.reduceOp = null == op ? 0 : op.code();
        this.root = root;
    }

    void copy(final Signature other)
    {
        template = other.template;
        elementType = other.elementType;
        reduceOp = other.reduceOp;
        root = other.root;
        hash = other.hash;
        count = other.count;
        isUniform = other.isUniform;
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

    private static int mix(final int seed, final int value)
    {
        int h = (seed * 31 + value) * 0x9E37_79B1;
        h ^= h >>> 15;
        h *= 0x85EB_CA77;
        return h ^ (h >>> 13);
    }
}
