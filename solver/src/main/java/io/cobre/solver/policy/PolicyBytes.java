package io.cobre.solver.policy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pools of a policy as one array of bytes: for each stage the length (int32, big-endian) and the stage file.
 */
public final class PolicyBytes
{
    private PolicyBytes()
    {
    }

    /**
     * Encode.
     *
     * @param policy any.
     * @return its pools.
     */
    public static byte[] encode(final Policy policy)
    {
        final List<byte[]> files = new ArrayList<>();
        int total = 0;
        for (int stage = 0; stage < policy.stageCount(); stage++)
        {
            final StageFileEncoder encoder = new StageFileEncoder();
            final int length = encoder.encode(policy.pool(stage));
            files.add(java.util.Arrays.copyOf(encoder.bytes(), length));
            total += Integer.BYTES + length;
        }
        final ByteBuffer bytes = ByteBuffer.allocate(total);
        files.forEach((file) -> bytes.putInt(file.length).put(file));
        return bytes.array();
    }

    /**
     * Decode.
     *
     * @param info  of the policy.
     * @param bytes as {@link #encode(Policy)} gave.
     * @param file  where they come from, for messages.
     * @return an equal policy.
     */
    public static Policy decode(final PolicyInfo info, final byte[] bytes, final Path file)
    {
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        final List<CutPool> pools = new ArrayList<>();
        while (in.hasRemaining())
        {
            final byte[] stage = new byte[in.getInt()];
            in.get(stage);
            pools.add(new StageFileDecoder(file, stage).decode(info.stateDimension()));
        }
        return new Policy(info, pools);
    }
}
