package io.cobre.solver.policy;

import java.nio.charset.StandardCharsets;

/**
 * Frame of a stage file: magic, then messages of {@code schemas/policy.xml}, each preceded by its length.
 */
final class StageFileFormat
{
    /** First bytes of the file. */
    static final byte[] MAGIC = "COBREPOL".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of the length in front of a message. */
    static final int LENGTH_BYTES = Integer.BYTES;
    /** Bytes of a SHA-256. */
    static final int HASH_BYTES = 32;

    private StageFileFormat()
    {
    }

    /**
     * Name of the file of a stage below the policy folder.
     */
    static String cutFile(final int stage)
    {
        return String.format("cuts/stage_%03d.bin", stage);
    }

    /**
     * Name of the file of the states of a stage below the policy folder.
     */
    static String stateFile(final int stage)
    {
        return String.format("states/stage_%03d.bin", stage);
    }
}
