package io.cobre.solver.policy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
        return encode(IntStream.range(0, policy.stageCount()).mapToObj(policy::pool).toList());
    }

    /**
     * Encode.
     *
     * @param pools by stage.
     * @return their cuts.
     */
    public static byte[] encode(final List<CutPool> pools)
    {
        final List<byte[]> files = new ArrayList<>();
        int total = 0;
        for (final CutPool pool : pools)
        {
            final StageFileEncoder encoder = new StageFileEncoder();
            final int length = encoder.encode(pool);
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
        return new Policy(info, decode(info.stateDimension(), bytes, file));
    }

    /**
     * Decode.
     *
     * @param stateDimension of all cuts.
     * @param bytes          as {@link #encode(List)} gave.
     * @param file           where they come from, for messages.
     * @return equal pools by stage.
     */
    public static List<CutPool> decode(final int stateDimension, final byte[] bytes, final Path file)
    {
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        final List<CutPool> pools = new ArrayList<>();
        while (in.hasRemaining())
        {
            final byte[] stage = new byte[in.getInt()];
            in.get(stage);
            pools.add(new StageFileDecoder(file, stage).decode(stateDimension));
        }
        return pools;
    }
}
