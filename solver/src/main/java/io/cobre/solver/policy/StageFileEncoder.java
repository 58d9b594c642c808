package io.cobre.solver.policy;

import java.nio.ByteOrder;
import java.security.MessageDigest;

import org.agrona.ExpandableArrayBuffer;

import io.cobre.codecs.policy.ChecksumEncoder;
import io.cobre.codecs.policy.CutEncoder;
import io.cobre.codecs.policy.CutOpeningsEncoder;
import io.cobre.codecs.policy.FutureCostFloorEncoder;
import io.cobre.codecs.policy.MessageHeaderEncoder;
import io.cobre.codecs.policy.StageCutsEncoder;
import io.cobre.codecs.policy.StageStatesEncoder;

/**
 * Encodes the cuts of a stage.
 */
final class StageFileEncoder
{
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final StageCutsEncoder stageCuts = new StageCutsEncoder();
    private final StageStatesEncoder stageStates = new StageStatesEncoder();
    private final CutEncoder cut = new CutEncoder();
    private final ChecksumEncoder checksum = new ChecksumEncoder();
    private final MessageDigest hash = Sha256.newHash();
    private int position;

    /**
     * Encode a pool.
     *
     * @return length of the file in {@link #bytes()}.
     */
    int encode(final CutPool pool)
    {
        buffer.putBytes(0, StageFileFormat.MAGIC);
        position = StageFileFormat.MAGIC.length;
        length(MessageHeaderEncoder.ENCODED_LENGTH + StageCutsEncoder.BLOCK_LENGTH);
        stageCuts.wrapAndApplyHeader(buffer, position, header)
            .stageId(pool.stageId())
            .stateDimension(pool.dimension())
            .populated(pool.populated())
            .warmStartCount(pool.warmStart());
        position += MessageHeaderEncoder.ENCODED_LENGTH + StageCutsEncoder.BLOCK_LENGTH;
        if (pool.endFloor() < 0.0)
        {
            floor(pool.endFloor());
        }
        if (pool.parts().openings() > 0)
        {
            openings(pool);
        }
        for (int slot = 0; slot < pool.populated(); slot++)
        {
            encode(pool, slot);
        }
        checksum();
        return position;
    }

    /**
     * Encode states.
     *
     * @return length of the file in {@link #bytes()}.
     */
    int encode(final StageStates states)
    {
        buffer.putBytes(0, StageFileFormat.MAGIC);
        position = StageFileFormat.MAGIC.length;
        final int block = MessageHeaderEncoder.ENCODED_LENGTH + StageStatesEncoder.BLOCK_LENGTH;
        length(block + states.values().length * Double.BYTES);
        stageStates.wrapAndApplyHeader(buffer, position, header)
            .stageId(states.stageId())
            .stateDimension(states.dimension())
            .count(states.count());
        position += block;
        for (final double value : states.values())
        {
            buffer.putDouble(position, value, ByteOrder.LITTLE_ENDIAN);
            position += Double.BYTES;
        }
        checksum();
        return position;
    }

    byte[] bytes()
    {
        return buffer.byteArray();
    }

    private void length(final int bytes)
    {
        buffer.putInt(position, bytes, ByteOrder.LITTLE_ENDIAN);
        position += StageFileFormat.LENGTH_BYTES;
    }

    private void floor(final double value)
    {
        final int block = MessageHeaderEncoder.ENCODED_LENGTH + FutureCostFloorEncoder.BLOCK_LENGTH;
        length(block);
        new FutureCostFloorEncoder().wrapAndApplyHeader(buffer, position, header).floor(value);
        position += block;
    }

    private void openings(final CutPool pool)
    {
        final int block = MessageHeaderEncoder.ENCODED_LENGTH + CutOpeningsEncoder.BLOCK_LENGTH;
        length(block + pool.populated() * Integer.BYTES);
        new CutOpeningsEncoder().wrapAndApplyHeader(buffer, position, header)
            .openings(pool.parts().openings())
            .riskAlpha(pool.parts().risk().alpha())
            .riskLambda(pool.parts().risk().lambda())
            .noise(pool.parts().noise());
        position += block;
        for (int slot = 0; slot < pool.populated(); slot++)
        {
            buffer.putInt(position, pool.opening(slot), ByteOrder.LITTLE_ENDIAN);
            position += Integer.BYTES;
        }
    }

    private void encode(final CutPool pool, final int slot)
    {
        final int block = MessageHeaderEncoder.ENCODED_LENGTH + CutEncoder.BLOCK_LENGTH;
        length(block + pool.dimension() * Double.BYTES);
        cut.wrapAndApplyHeader(buffer, position, header)
            .intercept(pool.intercept(slot))
            .slot(slot)
            .iteration(pool.iteration(slot))
            .pass(pool.pass(slot))
            .activeCount(pool.activeCount(slot))
            .lastActiveIteration(pool.lastActiveIteration(slot))
            .active((short) (pool.active(slot) ? 1 : 0));
        position += block;
        for (int index = 0; index < pool.dimension(); index++)
        {
            buffer.putDouble(position, pool.coefficient(slot, index), ByteOrder.LITTLE_ENDIAN);
            position += Double.BYTES;
        }
    }

    private void checksum()
    {
        final int covered = position;
        hash.update(buffer.byteArray(), 0, covered);
        final int block = MessageHeaderEncoder.ENCODED_LENGTH + ChecksumEncoder.BLOCK_LENGTH;
        length(block + StageFileFormat.HASH_BYTES);
        checksum.wrapAndApplyHeader(buffer, position, header).bytes(covered);
        position += block;
        buffer.putBytes(position, hash.digest());
        position += StageFileFormat.HASH_BYTES;
    }
}
