package io.cobre.solver.policy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * SHA-256 over little-endian numbers with raw IEEE bits. A NaN has no place in a result and is an internal error.
 */
public final class Digest
{
    private final MessageDigest hash;
    private final ByteBuffer scratch = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Begin a digest.
     *
     * @param head name and version of what is digested, ASCII.
     */
    public Digest(final String head)
    {
        hash = Sha256.newHash();
        hash.update(head.getBytes(StandardCharsets.US_ASCII));
    }

    private ByteBuffer room(final int bytes)
    {
        if (scratch.remaining() < bytes)
        {
            flush();
        }
        return scratch;
    }

    private void flush()
    {
        scratch.flip();
        hash.update(scratch);
        scratch.clear();
    }

    /**
     * Add a byte.
     *
     * @param value lowest 8 bits.
     * @return this.
     */
    public Digest u8(final int value)
    {
        room(1).put((byte) value);
        return this;
    }

    /**
     * Add an integer.
     *
     * @param value 32 bits.
     * @return this.
     */
    public Digest i32(final int value)
    {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    /**
     * Add a number.
     *
     * @param value not NaN.
     * @return this.
     */
    public Digest f64(final double value)
    {
        if (Double.isNaN(value))
        {
            throw new CobreException(SolverErrorKind.INTERNAL_PANIC, "a result is not a number (NaN)");
        }
        room(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
        return this;
    }

    /**
     * Finish.
     *
     * @return 64 lower-case hexadecimal digits.
     */
    public String hex()
    {
        flush();
        return HexFormat.of().formatHex(hash.digest());
    }
}
