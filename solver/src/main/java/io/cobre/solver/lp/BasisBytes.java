package io.cobre.solver.lp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A kept basis as bytes: numbers of columns, template rows and cut slots, then two bits for each status. Of the cuts
 * only the active ones are written: a removed cut never comes back.
 */
public final class BasisBytes
{
    private static final int HEAD = 3 * Integer.BYTES;
    private static final int PER_BYTE = 4;
    private static final int MASK = 3;

    private BasisBytes()
    {
    }

    /**
     * Length of a basis in bytes.
     *
     * @param slot any.
     * @param cuts of the same stage.
     * @return at least that of an empty one.
     */
    public static int length(final BasisSlot slot, final CutRows cuts)
    {
        return slot.filled() ?
            length((long) slot.columns().length + slot.rows().length + active(cuts, slot.cutCount())) : HEAD;
    }

    private static int length(final long statuses)
    {
        return Math.toIntExact(HEAD + (statuses + PER_BYTE - 1) / PER_BYTE);
    }

    private static int active(final CutRows cuts, final int end)
    {
        int count = 0;
        for (int slot = 0; slot < end; slot++)
        {
            count += cuts.active(slot) ? 1 : 0;
        }
        return count;
    }

    /**
     * Encode.
     *
     * @param slot any.
     * @param cuts of the same stage.
     * @param out  with room for {@link #length} bytes.
     */
    public static void encode(final BasisSlot slot, final CutRows cuts, final ByteBuffer out)
    {
        if (!slot.filled())
        {
            out.putInt(0).putInt(0).putInt(0);
            return;
        }
        out.putInt(slot.columns().length).putInt(slot.rows().length).putInt(slot.cutCount());
        final Packer packer = new Packer(out);
        for (final byte status : slot.columns())
        {
            packer.put(status);
        }
        for (final byte status : slot.rows())
        {
            packer.put(status);
        }
        for (int cut = 0; cut < slot.cutCount(); cut++)
        {
            if (cuts.active(cut))
            {
                packer.put(slot.cut(cut));
            }
        }
        packer.flush();
    }

    /**
     * Decode.
     *
     * @param in   positioned at a basis.
     * @param cuts as they were when the basis was encoded.
     * @return an equal basis.
     * @throws IllegalArgumentException if the bytes are none.
     */
    public static BasisSlot decode(final ByteBuffer in, final CutRows cuts)
    {
        if (in.remaining() < HEAD)
        {
            throw new IllegalArgumentException("a basis ends early");
        }
        final int columns = in.getInt();
        final int rows = in.getInt();
        final int cutCount = in.getInt();
        final BasisSlot slot = new BasisSlot();
        if (0 == columns)
        {
            return slot;
        }
        if (columns < 0 || rows < 0 || cutCount < 0 || cutCount > cuts.populated() ||
            length((long) columns + rows + active(cuts, cutCount)) - HEAD > in.remaining())
        {
            throw new IllegalArgumentException(
                "a basis of " + columns + " columns, " + rows + " rows and " + cutCount + " cuts does not fit");
        }
        final byte[] columnStatus = new byte[columns];
        final byte[] rowStatus = new byte[rows];
        final byte[] cutStatus = new byte[cutCount];
        final Unpacker unpacker = new Unpacker(in);
        for (int column = 0; column < columns; column++)
        {
            columnStatus[column] = unpacker.next();
        }
        for (int row = 0; row < rows; row++)
        {
            rowStatus[row] = unpacker.next();
        }
        for (int cut = 0; cut < cutCount; cut++)
        {
            cutStatus[cut] = cuts.active(cut) ? unpacker.next() : BasisSlot.UNKNOWN;
        }
        slot.restore(columnStatus, rowStatus, cutStatus);
        return slot;
    }

    /**
     * Writes two bits at a time.
     */
    private static final class Packer
    {
        private final ByteBuffer out;
        private int bits;
        private int count;

        private Packer(final ByteBuffer out)
        {
            this.out = out;
        }

        private void put(final byte status)
        {
            if (status < 0 || status > MASK)
            {
                throw new IllegalStateException("status " + status + " has no place in a basis");
            }
            bits |= status << 2 * count;
            if (PER_BYTE == ++count)
            {
                flush();
            }
        }

        private void flush()
        {
            if (count > 0)
            {
                out.put((byte) bits);
                bits = 0;
                count = 0;
            }
        }
    }

    /**
     * Reads two bits at a time.
     */
    private static final class Unpacker
    {
        private final ByteBuffer in;
        private int bits;
        private int left;

        private Unpacker(final ByteBuffer in)
        {
            this.in = in;
        }

        /**
         * The next status.
         *
         * @throws BufferUnderflowException at the end.
         */
        private byte next()
        {
            if (0 == left)
            {
                bits = in.get();
                left = PER_BYTE;
            }
            final byte status = (byte) (bits & MASK);
            bits >>= 2;
            left--;
            return status;
        }
    }
}
