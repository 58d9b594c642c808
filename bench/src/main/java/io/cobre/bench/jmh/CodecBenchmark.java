package io.cobre.bench.jmh;

import io.cobre.codecs.collective.AllreduceDecoder;
import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import io.cobre.codecs.collective.MessageHeaderEncoder;
import io.cobre.codecs.control.HeartbeatDecoder;
import io.cobre.codecs.control.HeartbeatEncoder;
import io.cobre.codecs.control.TableDecoder;
import io.cobre.codecs.control.TableEncoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/**
 * Encoding and decoding of the head that every collective message carries, and of the messages of the control plane
 * that travel all the time: the sign of life of a rank, and the table of all of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark
{
    private static final int TABLE_RANKS = 8;

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(64, 64));
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final AllreduceEncoder encoder = new AllreduceEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final AllreduceDecoder decoder = new AllreduceDecoder();
    private final UnsafeBuffer control = new UnsafeBuffer(BufferUtil.allocateDirectAligned(1024, 64));
    private final UnsafeBuffer table = new UnsafeBuffer(BufferUtil.allocateDirectAligned(1024, 64));
    private final io.cobre.codecs.control.MessageHeaderEncoder controlHeaderEncoder =
        new io.cobre.codecs.control.MessageHeaderEncoder();
    private final io.cobre.codecs.control.MessageHeaderDecoder controlHeaderDecoder =
        new io.cobre.codecs.control.MessageHeaderDecoder();
    private final HeartbeatEncoder heartbeatEncoder = new HeartbeatEncoder();
    private final HeartbeatDecoder heartbeatDecoder = new HeartbeatDecoder();
    private final TableEncoder tableEncoder = new TableEncoder();
    private final TableDecoder tableDecoder = new TableDecoder();
    private int sequence;

    /**
     * What the decoding benchmarks read.
     */
    @Setup
    public void fill()
    {
        encode();
        encodeHeartbeat();
        encodeTable();
    }

    /**
     * Header and head of one message.
     *
     * @return the length, so that nothing is optimised away.
     */
    @Benchmark
    public int encode()
    {
        encoder.wrapAndApplyHeader(buffer, 0, headerEncoder).head()
            .sequence(++sequence)
            .communicator(0)
            .operation((short) AllreduceEncoder.TEMPLATE_ID)
            .elementType((short) 4)
            .reduceOp((short) 1)
            .flags((short) 1)
            .root(0)
            .phase(0)
            .bytes(8);
        return encoder.limit();
    }

    /**
     * Fields that a reader compares with its own operation.
     *
     * @return a mix of all of them.
     */
    @Benchmark
    public long decode()
    {
        headerDecoder.wrap(buffer, 0);
        decoder.wrap(buffer, MessageHeaderDecoder.ENCODED_LENGTH, headerDecoder.blockLength(), headerDecoder.version());
        final HeadDecoder head = decoder.head();
        return head.sequence() ^ head.bytes() ^ head.phase() ^ head.root() ^ head.elementType() ^ head.reduceOp();
    }

    /**
     * A sign of life.
     *
     * @return the length.
     */
    @Benchmark
    public int encodeHeartbeat()
    {
        return heartbeatEncoder.wrapAndApplyHeader(control, 0, controlHeaderEncoder)
            .progress(++sequence)
            .sequence(sequence)
            .rank(1)
            .operation((short) AllreduceEncoder.TEMPLATE_ID)
            .limit();
    }

    /**
     * All fields of a sign of life.
     *
     * @return a mix of them.
     */
    @Benchmark
    public long decodeHeartbeat()
    {
        heartbeatDecoder.wrapAndApplyHeader(control, 0, controlHeaderDecoder);
        return heartbeatDecoder.progress() ^ heartbeatDecoder.sequence() ^ heartbeatDecoder.rank() ^
            heartbeatDecoder.operation();
    }

    /**
     * The table of a group.
     *
     * @return the length.
     */
    @Benchmark
    public int encodeTable()
    {
        final TableEncoder.MembersEncoder members =
            tableEncoder.wrapAndApplyHeader(table, 0, controlHeaderEncoder).membersCount(TABLE_RANKS);
        for (int rank = 0; rank < TABLE_RANKS; rank++)
        {
            members.next().progress(++sequence).sequence(sequence).operation((short) AllreduceEncoder.TEMPLATE_ID);
        }
        return tableEncoder.limit();
    }

    /**
     * All fields of the table of a group.
     *
     * @return a mix of them.
     */
    @Benchmark
    public long decodeTable()
    {
        tableDecoder.wrapAndApplyHeader(table, 0, controlHeaderDecoder);
        long mix = 0;
        for (final TableDecoder.MembersDecoder member : tableDecoder.members())
        {
            mix ^= member.progress() ^ member.sequence() ^ member.operation();
        }
        return mix;
    }
}
