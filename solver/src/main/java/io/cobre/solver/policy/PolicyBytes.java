package io.cobre.solver.policy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A policy as one array of bytes (integers are int32, big-endian): the number of stages, for each stage the length and
 * the file of its cuts, then likewise the files of the visited states, if there are any.
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
        return encode(IntStream.range(0, policy.stageCount()).mapToObj(policy::pool).toList(), policy.states());
    }

    /**
     * Encode.
     *
     * @param pools by stage.
     * @return their cuts.
     */
    public static byte[] encode(final List<CutPool> pools)
    {
        return encode(pools, List.of());
    }

    private static byte[] encode(final List<CutPool> pools, final List<StageStates> states)
    {
        final List<byte[]> files = new ArrayList<>();
        int total = 0;
        for (final CutPool pool : pools)
        {
            final byte[] file = encode(pool);
            files.add(file);
            total += Integer.BYTES + file.length;
        }
        for (final StageStates visited : states)
        {
            final StageFileEncoder encoder = new StageFileEncoder();
            final int length = encoder.encode(visited);
            files.add(java.util.Arrays.copyOf(encoder.bytes(), length));
            total += Integer.BYTES + length;
        }
        final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + total).putInt(pools.size());
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
        final List<CutPool> pools = pools(in, info.stateDimension(), file);
        final List<StageStates> states = new ArrayList<>();
        while (in.hasRemaining())
        {
            states.add(new StageFileDecoder(file, next(in)).decodeStates(info.stateDimension()));
        }
        return new Policy(info, pools, states);
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
        return pools(ByteBuffer.wrap(bytes), stateDimension, file);
    }

    private static List<CutPool> pools(final ByteBuffer in, final int stateDimension, final Path file)
    {
        final List<CutPool> pools = new ArrayList<>();
        final int count = in.getInt();
        for (int stage = 0; stage < count; stage++)
        {
            pools.add(decode(next(in), stateDimension, file));
        }
        return pools;
    }

    private static byte[] next(final ByteBuffer in)
    {
        final byte[] stage = new byte[in.getInt()];
        in.get(stage);
        return stage;
    }

    /**
     * Encode the cuts of one stage.
     *
     * @param pool of the stage.
     * @return a stage file.
     */
    public static byte[] encode(final CutPool pool)
    {
        final StageFileEncoder encoder = new StageFileEncoder();
        final int length = encoder.encode(pool);
        return Arrays.copyOf(encoder.bytes(), length);
    }

    /**
     * Decode the cuts of one stage.
     *
     * @param bytes          as {@link #encode(CutPool)} gave.
     * @param stateDimension that they should have.
     * @param file           where they come from, for messages.
     * @return an equal pool.
     */
    public static CutPool decode(final byte[] bytes, final int stateDimension, final Path file)
    {
        return new StageFileDecoder(file, bytes).decode(stateDimension);
    }
}
