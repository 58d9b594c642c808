package io.cobre.solver.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.codecs.checkpoint.ChecksumEncoder;
import io.cobre.codecs.checkpoint.FactEncoder;
import io.cobre.codecs.checkpoint.HeadEncoder;
import io.cobre.codecs.checkpoint.MessageHeaderEncoder;
import io.cobre.codecs.checkpoint.RowEncoder;
import io.cobre.codecs.checkpoint.SettledEncoder;
import io.cobre.codecs.checkpoint.StageBasesEncoder;
import io.cobre.codecs.checkpoint.StageCutsEncoder;
import io.cobre.codecs.checkpoint.StageStatesEncoder;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.policy.Sha256;

/**
 * Encodes a checkpoint, message by message, into a stream.
 */
final class CheckpointEncoder
{
    private static final int HEADER = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int FRONT = CheckpointFormat.LENGTH_BYTES + HEADER;

    private final MessageDigest hash = Sha256.newHash();
    private final DigestOutputStream out;
    private final byte[] block = new byte[256];
    private final UnsafeBuffer buffer = new UnsafeBuffer(block);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long written;

    CheckpointEncoder(final OutputStream out)
    {
        this.out = new DigestOutputStream(out, hash);
    }

    void head(
        final RunIdentity identity,
        final long session,
        final long elapsedNs,
        final List<IterationRecord> rows,
        final List<CutPool> pools,
        final int passes,
        final boolean keepsStates,
        final List<SettledCosts> settled) throws IOException
    {
        write(CheckpointFormat.MAGIC, CheckpointFormat.MAGIC.length);
        new HeadEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
            .session(session)
            .elapsedNs(elapsedNs)
            .iteration(rows.size())
            .stages(pools.size())
            .passes(passes)
            .stateDimension(pools.get(0).dimension())
            .facts(identity.facts().size())
            .settled(settled.size())
            .keepsStates((short) (keepsStates ? 1 : 0));
        message(HeadEncoder.BLOCK_LENGTH);
        for (final var fact : identity.facts().entrySet())
        {
            final byte[] name = fact.getKey().getBytes(StandardCharsets.UTF_8);
            final byte[] value = fact.getValue().getBytes(StandardCharsets.UTF_8);
            new FactEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
                .nameBytes(name.length)
                .valueBytes(value.length);
            message(FactEncoder.BLOCK_LENGTH, name, value);
        }
        for (final IterationRecord row : rows)
        {
            row(row);
        }
        for (final SettledCosts costs : settled)
        {
            settled(costs);
        }
    }

    private void settled(final SettledCosts settled) throws IOException
    {
        final byte[] rule = settled.rule().getBytes(StandardCharsets.UTF_8);
        new SettledEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
            .ruleBytes(rule.length)
            .held((short) (settled.held() ? 1 : 0));
        message(SettledEncoder.BLOCK_LENGTH, rule, bytes(settled.costs(), settled.costs().length));
    }

    private static byte[] bytes(final double[] numbers, final int count)
    {
        final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers, 0, count);
        return bytes.array();
    }

    private void row(final IterationRecord row) throws IOException
    {
        new RowEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
            .lowerBound(row.lowerBound())
            .upperBound(row.upperBound())
            .upperBoundStd(row.upperBoundStd())
            .ci95(row.ci95())
            .cutsActive(row.cutsActive())
            .lpSolves(row.lpSolves())
            .forwardNs(row.forwardNs())
            .backwardNs(row.backwardNs())
            .exchangeNs(row.exchangeNs())
            .totalNs(row.totalNs())
            .elapsedNs(row.elapsedNs())
            .iteration(row.iteration())
            .cutsAdded(row.cutsAdded())
            .cutsRemoved(row.cutsRemoved());
        message(RowEncoder.BLOCK_LENGTH);
    }

    void cuts(final int stage, final CutPool pool) throws IOException
    {
        new StageCutsEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header).stage(stage);
        message(StageCutsEncoder.BLOCK_LENGTH, PolicyBytes.encode(pool));
    }

    /**
     * Write bases that are packed already.
     *
     * @param stage index, or {@link CheckpointFormat#BOUND}.
     * @param bases packed, by trial.
     */
    void bases(final int stage, final byte[]... bases) throws IOException
    {
        new StageBasesEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
            .stage(stage)
            .bases(bases.length);
        message(StageBasesEncoder.BLOCK_LENGTH, bases);
    }

    void states(final int stage, final VisitedStates visited, final int dimension) throws IOException
    {
        final int numbers = Math.multiplyExact(visited.count(stage), dimension);
        new StageStatesEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header)
            .stage(stage)
            .states(visited.count(stage));
        message(StageStatesEncoder.BLOCK_LENGTH, bytes(visited.states(stage), numbers));
    }

    void checksum() throws IOException
    {
        final byte[] digest = hash.digest();
        new ChecksumEncoder().wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header).bytes(written);
        message(ChecksumEncoder.BLOCK_LENGTH, digest);
        out.flush();
    }

    /**
     * Write the message whose header and block are in the buffer, and what follows the block.
     */
    private void message(final int blockLength, final byte[]... tails) throws IOException
    {
        long length = HEADER + blockLength;
        for (final byte[] tail : tails)
        {
            length += tail.length;
        }
        buffer.putInt(0, Math.toIntExact(length), ByteOrder.LITTLE_ENDIAN);
        write(block, FRONT + blockLength);
        for (final byte[] tail : tails)
        {
            write(tail, tail.length);
        }
    }

    private void write(final byte[] bytes, final int length) throws IOException
    {
        out.write(bytes, 0, length);
        written += length;
    }
}
