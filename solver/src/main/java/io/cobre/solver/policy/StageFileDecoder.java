package io.cobre.solver.policy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.codecs.policy.ChecksumDecoder;
import io.cobre.codecs.policy.CutDecoder;
import io.cobre.codecs.policy.CutOpeningsDecoder;
import io.cobre.codecs.policy.FutureCostFloorDecoder;
import io.cobre.codecs.policy.MessageHeaderDecoder;
import io.cobre.codecs.policy.StageCutsDecoder;
import io.cobre.codecs.policy.StageStatesDecoder;
import io.cobre.engine.CobreException;
import io.cobre.solver.error.CobreIOException;
import io.cobre.solver.error.SolverErrorKind;
import io.cobre.solver.lp.CutRows;
import io.cobre.solver.lp.FutureParts;
import io.cobre.solver.study.Risk;

/**
 * Decodes the file of a stage. The checksum is tested first, then every length and count against the size of the
 * file before anything is allocated.
 */
final class StageFileDecoder
{
    private static final int FRAME = StageFileFormat.LENGTH_BYTES + MessageHeaderDecoder.ENCODED_LENGTH;

    private final Path file;
    private final UnsafeBuffer buffer;
    private final int end;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final StageCutsDecoder stageCuts = new StageCutsDecoder();
    private final CutDecoder cut = new CutDecoder();
    private final ChecksumDecoder checksum = new ChecksumDecoder();
    private int position;

    StageFileDecoder(final Path file, final byte[] bytes)
    {
        this.file = file;
        this.buffer = new UnsafeBuffer(bytes);
        final int tail = FRAME + ChecksumDecoder.BLOCK_LENGTH + StageFileFormat.HASH_BYTES;
        final int magic = StageFileFormat.MAGIC.length;
        if (bytes.length < magic || !Arrays.equals(StageFileFormat.MAGIC, Arrays.copyOf(bytes, magic)))
        {
            throw corrupted("it does not begin with the mark of a policy file");
        }
        this.end = bytes.length - tail;
        if (end < magic)
        {
            throw corrupted("it is too short: " + bytes.length + " bytes");
        }
        verify(bytes);
        position = magic;
    }

    private void verify(final byte[] bytes)
    {
        final int at = end + StageFileFormat.LENGTH_BYTES;
        header.wrap(buffer, at);
        if (bytes.length - at != buffer.getInt(end, ByteOrder.LITTLE_ENDIAN) ||
            ChecksumDecoder.TEMPLATE_ID != header.templateId() ||
            ChecksumDecoder.SCHEMA_ID != header.schemaId() ||
            ChecksumDecoder.BLOCK_LENGTH != header.blockLength() ||
            ChecksumDecoder.SCHEMA_VERSION != header.version() ||
            end != checksum.wrapAndApplyHeader(buffer, at, header).bytes())
        {
            throw corrupted("it is truncated: no checksum at its end");
        }
        final MessageDigest hash = Sha256.newHash();
        hash.update(bytes, 0, end);
        final byte[] wanted = Arrays.copyOfRange(bytes, bytes.length - StageFileFormat.HASH_BYTES, bytes.length);
        if (!Arrays.equals(wanted, hash.digest()))
        {
            throw corrupted("its checksum does not match its content");
        }
    }

    /**
     * Decode all cuts.
     *
     * @param stateDimension that the policy should have.
     */
    CutPool decode(final int stateDimension)
    {
        next(StageCutsDecoder.TEMPLATE_ID, StageCutsDecoder.BLOCK_LENGTH);
        stageCuts.wrapAndApplyHeader(buffer, position, header);
        position += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        final int dimension = stageCuts.stateDimension();
        final int populated = stageCuts.populated();
        final int warmStart = stageCuts.warmStartCount();
        if (dimension != stateDimension)
        {
            throw corrupted("its cuts have " + dimension + " coefficients, the metadata say " + stateDimension);
        }
        final long least = FRAME + CutDecoder.BLOCK_LENGTH + (long) dimension * Double.BYTES;
        if (populated < 0 || warmStart < 0 || warmStart > populated || populated * least > end - position)
        {
            throw corrupted("it announces " + populated + " cuts, which do not fit into it");
        }
        final double floor = floor();
        final int[] openings = new int[populated];
        final CutPool pool = new CutPool(stageCuts.stageId(), dimension, parts(openings));
        pool.endFloor(floor);
        final double[] coefficients = new double[dimension];
        for (int slot = 0; slot < populated; slot++)
        {
            decode(pool, slot, openings[slot], coefficients);
            if (slot + 1 == warmStart)
            {
                pool.markWarmStart();
            }
        }
        if (position != end)
        {
            throw corrupted("it has " + (end - position) + " bytes too many");
        }
        return pool;
    }

    /**
     * Decode states.
     *
     * @param stateDimension that the policy should have.
     */
    StageStates decodeStates(final int stateDimension)
    {
        next(StageStatesDecoder.TEMPLATE_ID, StageStatesDecoder.BLOCK_LENGTH);
        final StageStatesDecoder states = new StageStatesDecoder().wrapAndApplyHeader(buffer, position, header);
        position += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        final int dimension = states.stateDimension();
        final long count = states.count();
        if (dimension != stateDimension || count < 0 || count * dimension * Double.BYTES != end - position)
        {
            throw corrupted("it announces " + count + " states of " + dimension + " numbers, which it has not");
        }
        final double[] values = new double[(int) count * dimension];
        for (int index = 0; index < values.length; index++)
        {
            values[index] = number(buffer.getDouble(position, ByteOrder.LITTLE_ENDIAN));
            position += Double.BYTES;
        }
        return new StageStates(states.stageId(), dimension, values);
    }

    private double floor()
    {
        if (FutureCostFloorDecoder.TEMPLATE_ID != nextTemplate())
        {
            return 0.0;
        }
        next(FutureCostFloorDecoder.TEMPLATE_ID, FutureCostFloorDecoder.BLOCK_LENGTH);
        final double floor = number(new FutureCostFloorDecoder().wrapAndApplyHeader(buffer, position, header).floor());
        position += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        if (floor > 0.0)
        {
            throw corrupted("its least cost is " + floor);
        }
        return floor;
    }

    /** What comes next if cuts belong to openings; without it, they bound the future cost as a whole. */
    private FutureParts parts(final int[] openings)
    {
        if (CutOpeningsDecoder.TEMPLATE_ID != nextTemplate())
        {
            Arrays.fill(openings, CutRows.WHOLE);
            return FutureParts.NONE;
        }
        next(CutOpeningsDecoder.TEMPLATE_ID, CutOpeningsDecoder.BLOCK_LENGTH + openings.length * Integer.BYTES);
        final CutOpeningsDecoder decoder = new CutOpeningsDecoder().wrapAndApplyHeader(buffer, position, header);
        position += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        final int count = decoder.openings();
        final Risk risk = new Risk(number(decoder.riskAlpha()), number(decoder.riskLambda()));
        if (count < 1 || !(risk.alpha() > 0.0 && risk.alpha() <= 1.0 && risk.lambda() >= 0.0 && risk.lambda() <= 1.0))
        {
            throw corrupted("its cuts belong to " + count + " openings under " + risk);
        }
        for (int slot = 0; slot < openings.length; slot++)
        {
            openings[slot] = buffer.getInt(position, ByteOrder.LITTLE_ENDIAN);
            position += Integer.BYTES;
            if (openings[slot] < CutRows.WHOLE || openings[slot] >= count)
            {
                throw corrupted("the cut of slot " + slot + " belongs to opening " + openings[slot] + " of " + count);
            }
        }
        return new FutureParts(count, risk, decoder.noise());
    }

    /** Template of the message at the position; 0 at the end. */
    private int nextTemplate()
    {
        return position + FRAME > end ? 0 : header.wrap(buffer, position + StageFileFormat.LENGTH_BYTES).templateId();
    }

    private void decode(final CutPool pool, final int slot, final int opening, final double[] coefficients)
    {
        next(CutDecoder.TEMPLATE_ID, CutDecoder.BLOCK_LENGTH + coefficients.length * Double.BYTES);
        cut.wrapAndApplyHeader(buffer, position, header);
        position += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
        if (slot != cut.slot())
        {
            throw corrupted("slot " + cut.slot() + " stands where slot " + slot + " should be");
        }
        for (int index = 0; index < coefficients.length; index++)
        {
            coefficients[index] = number(buffer.getDouble(position, ByteOrder.LITTLE_ENDIAN));
            position += Double.BYTES;
        }
        pool.add(number(cut.intercept()), coefficients, 0, cut.iteration(), cut.pass(), opening);
        pool.restore(slot, 1 == cut.active(), cut.activeCount(), cut.lastActiveIteration());
    }

    private double number(final double value)
    {
        if (!Double.isFinite(value))
        {
            throw corrupted("a cut contains " + value);
        }
        return value;
    }

    private void next(final int template, final int content)
    {
        if (position + FRAME > end)
        {
            throw corrupted("it ends early");
        }
        final int length = buffer.getInt(position, ByteOrder.LITTLE_ENDIAN);
        position += StageFileFormat.LENGTH_BYTES;
        header.wrap(buffer, position);
        if (template != header.templateId() || StageCutsDecoder.SCHEMA_ID != header.schemaId() ||
            length < MessageHeaderDecoder.ENCODED_LENGTH + content || length > end - position)
        {
            throw corrupted("message " + header.templateId() + " of " + length + " bytes is not what comes here");
        }
    }

    private CobreException corrupted(final String what)
    {
        return new CobreIOException(
            SolverErrorKind.OUTPUT_CORRUPTED, "policy file " + file + " cannot be used: " + what, file, null)
            .suggest("train again, or give the folder of a complete policy");
    }
}
