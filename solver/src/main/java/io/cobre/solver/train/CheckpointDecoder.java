package io.cobre.solver.train;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.agrona.concurrent.UnsafeBuffer;

import io.cobre.codecs.checkpoint.ChecksumDecoder;
import io.cobre.codecs.checkpoint.FactDecoder;
import io.cobre.codecs.checkpoint.HeadDecoder;
import io.cobre.codecs.checkpoint.MessageHeaderDecoder;
import io.cobre.codecs.checkpoint.RowDecoder;
import io.cobre.codecs.checkpoint.SettledDecoder;
import io.cobre.codecs.checkpoint.StageBasesDecoder;
import io.cobre.codecs.checkpoint.StageCutsDecoder;
import io.cobre.codecs.checkpoint.StageStatesDecoder;
import io.cobre.engine.CobreException;
import io.cobre.solver.lp.BasisBytes;
import io.cobre.solver.lp.BasisSlot;
import io.cobre.solver.policy.CutPool;
import io.cobre.solver.policy.PolicyBytes;
import io.cobre.solver.policy.Sha256;

/**
 * Decodes a checkpoint. The checksum of the whole file is tested first, then every length and count against what is
 * left of the file, before anything is allocated.
 */
final class CheckpointDecoder implements AutoCloseable
{
    private static final int HEADER = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int FRONT = CheckpointFormat.LENGTH_BYTES + HEADER;
    private static final int TAIL = FRONT + ChecksumDecoder.BLOCK_LENGTH + CheckpointFormat.HASH_BYTES;

    private final Path file;
    private final InputStream in;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final HeadDecoder head = new HeadDecoder();
    private String sha256;
    private UnsafeBuffer message;
    private int tail;
    private long left;

    CheckpointDecoder(final Path file) throws IOException
    {
        this.file = file;
        verify();
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        left = Files.size(file) - TAIL;
        take(CheckpointFormat.MAGIC.length);
    }

    @Override
    public void close() throws IOException
    {
        in.close();
    }

    private void verify() throws IOException
    {
        final long covered = Files.size(file) - TAIL;
        if (covered < CheckpointFormat.MAGIC.length)
        {
            throw damaged("it is too short");
        }
        final MessageDigest hash = Sha256.newHash();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16))
        {
            final byte[] magic = bytes.readNBytes(CheckpointFormat.MAGIC.length);
            if (!Arrays.equals(CheckpointFormat.MAGIC, magic))
            {
                throw damaged("it does not begin with the mark of a checkpoint");
            }
            hash.update(magic);
            final byte[] chunk = new byte[1 << 16];
            for (long todo = covered - magic.length; todo > 0;)
            {
                final int read = bytes.read(chunk, 0, (int) Math.min(chunk.length, todo));
                if (read < 0)
                {
                    throw damaged("it ends early");
                }
                hash.update(chunk, 0, read);
                todo -= read;
            }
            final byte[] wanted = hash.digest();
            verify(bytes.readNBytes(TAIL), covered, wanted);
            sha256 = HexFormat.of().formatHex(wanted);
        }
    }

    private void verify(final byte[] end, final long covered, final byte[] wanted)
    {
        final UnsafeBuffer buffer = new UnsafeBuffer(end);
        header.wrap(buffer, CheckpointFormat.LENGTH_BYTES);
        if (TAIL != end.length ||
            TAIL - CheckpointFormat.LENGTH_BYTES != buffer.getInt(0, ByteOrder.LITTLE_ENDIAN) ||
            ChecksumDecoder.TEMPLATE_ID != header.templateId() ||
            ChecksumDecoder.SCHEMA_ID != header.schemaId() || ChecksumDecoder.BLOCK_LENGTH != header.blockLength())
        {
            throw damaged("it is truncated: no checksum at its end");
        }
        if (ChecksumDecoder.SCHEMA_VERSION != header.version())
        {
            throw damaged("it has format " + header.version() + ", this version reads " +
                ChecksumDecoder.SCHEMA_VERSION);
        }
        final long bytes = new ChecksumDecoder()
            .wrapAndApplyHeader(buffer, CheckpointFormat.LENGTH_BYTES, header).bytes();
        if (covered != bytes ||
            !Arrays.equals(wanted, Arrays.copyOfRange(end, TAIL - CheckpointFormat.HASH_BYTES, TAIL)))
        {
            throw damaged("its checksum does not match its content");
        }
    }

    /**
     * What the checkpoint says about itself; the rows are appended to a list.
     */
    CheckpointHead head(final List<IterationRecord> rows) throws IOException
    {
        next(HeadDecoder.TEMPLATE_ID, HeadDecoder.BLOCK_LENGTH);
        head.wrapAndApplyHeader(message, 0, header);
        check(head.iteration() > 0 && head.stages() > 0 && head.passes() > 0 && head.stateDimension() >= 0 &&
            head.facts() >= 0 && head.settled() >= 0, "its head counts nothing");
        final Map<String, String> facts = new LinkedHashMap<>();
        for (int fact = 0; fact < head.facts(); fact++)
        {
            fact(facts);
        }
        long lpSolves = 0;
        for (int iteration = 1; iteration <= head.iteration(); iteration++)
        {
            final IterationRecord row = row();
            check(iteration == row.iteration(), "row " + row.iteration() + " stands where row " + iteration +
                " should be");
            rows.add(row);
            lpSolves += row.lpSolves();
        }
        return new CheckpointHead(
            new RunIdentity(facts), head.session(), head.iteration(), head.elapsedNs(), lpSolves, sha256);
    }

    private void fact(final Map<String, String> facts) throws IOException
    {
        next(FactDecoder.TEMPLATE_ID, FactDecoder.BLOCK_LENGTH);
        final FactDecoder fact = new FactDecoder().wrapAndApplyHeader(message, 0, header);
        final byte[] text = tail();
        final int name = fact.nameBytes();
        check(name >= 0 && fact.valueBytes() >= 0 && (long) name + fact.valueBytes() == text.length,
            "a fact is cut off");
        facts.put(
            new String(text, 0, name, StandardCharsets.UTF_8),
            new String(text, name, text.length - name, StandardCharsets.UTF_8));
    }

    private IterationRecord row() throws IOException
    {
        next(RowDecoder.TEMPLATE_ID, RowDecoder.BLOCK_LENGTH);
        final RowDecoder row = new RowDecoder().wrapAndApplyHeader(message, 0, header);
        return new IterationRecord(
            row.iteration(),
            row.lowerBound(),
            row.upperBound(),
            row.upperBoundStd(),
            row.ci95(),
            row.cutsAdded(),
            row.cutsRemoved(),
            row.cutsActive(),
            row.lpSolves(),
            row.forwardNs(),
            row.backwardNs(),
            row.exchangeNs(),
            row.totalNs(),
            row.elapsedNs());
    }

    /**
     * Everything else.
     */
    Checkpoint rest(final CheckpointHead own, final List<IterationRecord> rows) throws IOException
    {
        final int stages = head.stages();
        final int passes = head.passes();
        final int dimension = head.stateDimension();
        final boolean keepsStates = 1 == head.keepsStates();
        final List<SettledCosts> settled = new ArrayList<>();
        for (int rule = 0; rule < head.settled(); rule++)
        {
            settled.add(settled(stages));
        }
        check((long) stages * FRONT <= left, "it announces " + stages + " stages, which do not fit into it");
        final List<CutPool> pools = new ArrayList<>();
        final BasisSlot[][] slots = new BasisSlot[stages][];
        final VisitedStates visited = new VisitedStates(stages, dimension);
        for (int stage = 0; stage < stages; stage++)
        {
            pools.add(cuts(stage, dimension));
            slots[stage] = bases(stage, passes, pools.get(stage));
            if (keepsStates)
            {
                states(stage, dimension, visited);
            }
        }
        final BasisSlot boundSlot = bases(CheckpointFormat.BOUND, 1, pools.get(0))[0];
        check(0 == left, "it has " + left + " bytes too many");
        return new Checkpoint(own, List.copyOf(rows), pools, slots, boundSlot, visited, settled);
    }

    private SettledCosts settled(final int stages) throws IOException
    {
        next(SettledDecoder.TEMPLATE_ID, SettledDecoder.BLOCK_LENGTH);
        final SettledDecoder settled = new SettledDecoder().wrapAndApplyHeader(message, 0, header);
        final byte[] tail = tail();
        final int rule = settled.ruleBytes();
        check(rule >= 0 && rule + (long) stages * Double.BYTES == tail.length, "costs are cut off");
        return new SettledCosts(
            new String(tail, 0, rule, StandardCharsets.UTF_8),
            1 == settled.held(),
            numbers(ByteBuffer.wrap(tail, rule, tail.length - rule).order(ByteOrder.LITTLE_ENDIAN)));
    }

    private static double[] numbers(final ByteBuffer bytes)
    {
        final double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private CutPool cuts(final int stage, final int dimension) throws IOException
    {
        next(StageCutsDecoder.TEMPLATE_ID, StageCutsDecoder.BLOCK_LENGTH);
        check(stage == new StageCutsDecoder().wrapAndApplyHeader(message, 0, header).stage(), "a stage is missing");
        return PolicyBytes.decode(tail(), dimension, file);
    }

    private BasisSlot[] bases(final int stage, final int wanted, final CutPool pool) throws IOException
    {
        next(StageBasesDecoder.TEMPLATE_ID, StageBasesDecoder.BLOCK_LENGTH);
        final StageBasesDecoder bases = new StageBasesDecoder().wrapAndApplyHeader(message, 0, header);
        check(stage == bases.stage() && wanted == bases.bases(), "the bases of a stage are missing");
        final ByteBuffer packed = ByteBuffer.wrap(tail());
        check((long) wanted * Integer.BYTES <= packed.remaining(), "bases are cut off");
        final BasisSlot[] slots = new BasisSlot[wanted];
        for (int trial = 0; trial < wanted; trial++)
        {
            slots[trial] = BasisBytes.decode(packed, pool);
        }
        check(!packed.hasRemaining(), "there is more than the bases of a stage");
        return slots;
    }

    private void states(final int stage, final int dimension, final VisitedStates visited) throws IOException
    {
        next(StageStatesDecoder.TEMPLATE_ID, StageStatesDecoder.BLOCK_LENGTH);
        final StageStatesDecoder states = new StageStatesDecoder().wrapAndApplyHeader(message, 0, header);
        check(stage == states.stage(), "the states of a stage are missing");
        final ByteBuffer bytes = ByteBuffer.wrap(tail()).order(ByteOrder.LITTLE_ENDIAN);
        check(states.states() >= 0 && (long) states.states() * dimension * Double.BYTES == bytes.remaining(),
            "states are cut off");
        final double[] numbers = numbers(bytes);
        for (int state = 0; state < states.states(); state++)
        {
            visited.add(stage, numbers, state * dimension);
        }
    }

    /**
     * Read the next message.
     */
    private void next(final int template, final int block) throws IOException
    {
        final int length = ByteBuffer.wrap(take(CheckpointFormat.LENGTH_BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
        check(length >= HEADER + block, "a message of " + length + " bytes is too short");
        message = new UnsafeBuffer(take(length));
        header.wrap(message, 0);
        tail = HEADER + header.blockLength();
        check(template == header.templateId() && HeadDecoder.SCHEMA_ID == header.schemaId() && tail <= length &&
            header.blockLength() >= block, "message " + header.templateId() + " is not what comes here");
    }

    /**
     * What follows the block of the last message.
     */
    private byte[] tail()
    {
        return Arrays.copyOfRange(message.byteArray(), tail, message.capacity());
    }

    private byte[] take(final int bytes) throws IOException
    {
        check(bytes >= 0 && bytes <= left, "it ends early");
        final byte[] taken = in.readNBytes(bytes);
        check(taken.length == bytes, "it ends early");
        left -= bytes;
        return taken;
    }

    private void check(final boolean holds, final String what)
    {
        if (!holds)
        {
            throw damaged(what);
        }
    }

    private CobreException damaged(final String what)
    {
        return CheckpointFormat.failed("checkpoint " + file + " cannot be used: " + what, file, null);
    }
}
