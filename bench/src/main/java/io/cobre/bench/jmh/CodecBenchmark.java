package io.cobre.bench.jmh;

import io.cobre.codecs.collective.AllreduceDecoder;
import io.cobre.codecs.collective.AllreduceEncoder;
import io.cobre.codecs.collective.HeadDecoder;
import io.cobre.codecs.collective.MessageHeaderDecoder;
import io.cobre.codecs.collective.MessageHeaderEncoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/**
 * Encoding and decoding of the head that every collective message carries.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark
{
    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(64, 64));
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final AllreduceEncoder encoder = new AllreduceEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final AllreduceDecoder decoder = new AllreduceDecoder();
    private int sequence;

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
}
