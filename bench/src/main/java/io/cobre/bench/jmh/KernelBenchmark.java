package io.cobre.bench.jmh;

import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.collective.Reduction;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/**
 * The kernels that fold the contributions of two ranks, element by element.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KernelBenchmark
{
    private static final int PAGE = 4096;

    /** What is done with two elements. */
    @Param({"SUM", "MIN", "MAX"})
    public ReduceOp operation;

    /** What the elements are. */
    @Param({"F64", "I64"})
    public ElementType type;

    /** Length of a contribution. */
    @Param({"1024", "65536", "1048576"})
    public int bytes;

    private UnsafeBuffer a;
    private UnsafeBuffer b;
    private UnsafeBuffer to;

    /**
     * Small positive numbers, whatever the type.
     */
    @Setup
    public void fill()
    {
        a = buffer();
        b = buffer();
        to = buffer();
        for (int i = 0; i < bytes; i += Double.BYTES)
        {
            put(a, i, 1 + i % 7);
            put(b, i, 1 + i % 5);
        }
    }

    /**
     * One fold.
     *
     * @return bits of an element of the result.
     */
    @Benchmark
    public long fold()
    {
        Reduction.fold(type, operation, to, 0, a, 0, b, 0, bytes);
        return to.getLong(0);
    }

    private void put(final UnsafeBuffer buffer, final int offset, final int value)
    {
        if (ElementType.F64 == type)
        {
            buffer.putDouble(offset, value);
        }
        else
        {
            buffer.putLong(offset, value);
        }
    }

    private UnsafeBuffer buffer()
    {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, PAGE));
    }
}
