package io.cobre.engine.local;

/**
 * Size of the rings between in-JVM ranks.
 *
 * @param frames         frames that a rank may publish ahead of its slowest reader, at least 1.
 * @param maxFrameLength longest frame in bytes, headers included, at least 64.
 */
public record RingSettings(int frames, int maxFrameLength)
{
    private static final int FRAMES_DEFAULT = 64;
    private static final int FRAME_LENGTH_DEFAULT = 16 * 1024 + 32;
    private static final int FRAME_LENGTH_MIN = 64;

    /** What fits most uses: about 1 MiB a rank. */
    public static final RingSettings DEFAULT = new RingSettings(FRAMES_DEFAULT, FRAME_LENGTH_DEFAULT);

    /**
     * Check the values.
     */
    public RingSettings
    {
        if (frames < 1 || maxFrameLength < FRAME_LENGTH_MIN)
        {
            throw new IllegalArgumentException(
                "a ring needs at least 1 frame of at least 64 bytes, not " + frames + " of " + maxFrameLength);
        }
    }
}
