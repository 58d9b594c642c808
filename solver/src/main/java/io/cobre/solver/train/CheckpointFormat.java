package io.cobre.solver.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.cobre.engine.CobreException;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;

/**
 * Frame of a checkpoint: magic, then messages of {@code schemas/checkpoint.xml}, each preceded by its length.
 */
final class CheckpointFormat
{
    /** First bytes of the file. */
    static final byte[] MAGIC = "COBRECKP".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of the length in front of a message. */
    static final int LENGTH_BYTES = Integer.BYTES;
    /** Bytes of a SHA-256. */
    static final int HASH_BYTES = 32;
    /** Stage of the basis of the lower bound. */
    static final int BOUND = -1;

    private CheckpointFormat()
    {
    }

    static CobreException failed(final String what, final Path file, final Throwable cause)
    {
        return new CobreIOException(SolverErrorKind.CHECKPOINT_FAILED, what, file, cause);
    }
}
