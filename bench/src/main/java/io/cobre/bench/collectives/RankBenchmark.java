package io.cobre.bench.collectives;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.HdrHistogram.Histogram;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The part of the benchmark that every rank runs.
 */
final class RankBenchmark
{
    private static final int MAX_SAMPLES = 400_000;
    private static final int MIN_SAMPLES = 20;
    private static final int TRIALS = 200;
    private static final int BULK_TRIALS = 10;
    private static final double WARM_UP_SECONDS = 0.3;
    private static final double WARM_UP_FACTOR = 3.0;
    private static final double FIRST_WARM_UP_SECONDS = 4.0;
    private static final double FIRST_WARM_UP_FACTOR = 40.0;
    private static final double WARM_UP_TURN_SECONDS = 0.02;
    private static final int PAGE = 4096;
    private static final int ATTEMPTS = 3;
    private static final int COMPILER_ATTEMPTS = 10;
    private static final double COMPILER_SHARE = 0.03;
    private static final int COPY_BYTES = 12_900_000;
    private static final int COPIES = 40;

    private final Communicator communicator;
    private final Probe probe;
    private final double seconds;
    private final CompilerTime compiler = new CompilerTime();
    private final int[] samples = new int[MAX_SAMPLES];
    private final int[] counts;
    private final int[] displacements;
    private long startTimeMs;
    /** What compilers did during the last row, the greatest over the ranks. */
    private long compilerMs;
    private MutableDirectBuffer source;
    private MutableDirectBuffer destination;

    RankBenchmark(final Communicator communicator, final Probe probe, final double seconds)
    {
        this.communicator = communicator;
        this.probe = probe;
        this.seconds = seconds;
        this.counts = new int[communicator.size()];
        this.displacements = new int[communicator.size()];
    }

    /**
     * Run the rows; all ranks call it with the same list.
     *
     * @param rows     what to measure.
     * @param consumer receives result and this rank's histogram, on rank 0 alone.
     */
    void run(final List<Row> rows, final BiConsumer<RowResult, Histogram> consumer)
    {
        warmUp(rows);
        for (final Row row : rows)
        {
            prepare(row);
            // once for the compiler: the loop that measures is new to it
            measure(row, iterations(row));
            RowResult result;
            int attempts = 0;
            do
            {
                compiler.awaitRest();
                result = measure(row, iterations(row));
                attempts++;
            }
            while (isToBeRepeated(result, attempts));
            if (communicator.rank() == 0)
            {
                consumer.accept(result, histogram(result.iterations()));
            }
        }
    }

    /**
     * Let the compiler finish with all rows before the first is measured: it would take cores that they need, and what
     * it has made of one kind of row it makes anew when it sees another.
     */
    private void warmUp(final List<Row> rows)
    {
        final double wanted = Math.min(FIRST_WARM_UP_SECONDS, FIRST_WARM_UP_FACTOR * seconds);
        final long start = System.nanoTime();
        final long[] elapsed = new long[1];
        while (elapsed[0] < wanted * 1e9)
        {
            for (final Row row : rows)
            {
                prepare(row);
                meanNs(row, repetitions(meanNs(row, MIN_SAMPLES), WARM_UP_TURN_SECONDS));
                probe.oneWayNs();
            }
            elapsed[0] = System.nanoTime() - start;
            communicator.broadcast(elapsed, 0);
        }
    }

    /**
     * Whether the host moved the cores during a row, or a compiler took one from the ranks.
     */
    private boolean isToBeRepeated(final RowResult result, final int attempts)
    {
        return attempts < ATTEMPTS && !result.isSteady() ||
            attempts < COMPILER_ATTEMPTS && compilerMs * 1e6 > COMPILER_SHARE * result.iterations() * result.meanNs();
    }

    /**
     * What one core copies within a buffer too large for its private caches.
     *
     * @return gigabytes per second.
     */
    static double memcpyGigabytesPerSecond()
    {
        final UnsafeBuffer from = new UnsafeBuffer(BufferUtil.allocateDirectAligned(COPY_BYTES, PAGE));
        final UnsafeBuffer to = new UnsafeBuffer(BufferUtil.allocateDirectAligned(COPY_BYTES, PAGE));
        from.setMemory(0, COPY_BYTES, (byte) 1);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COPIES; i++)
        {
            final long start = System.nanoTime();
            to.putBytes(0, from, 0, COPY_BYTES);
            least = Math.min(least, System.nanoTime() - start);
        }
        return (double) COPY_BYTES / least;
    }

    private void prepare(final Row row)
    {
        final int size = communicator.size();
        Arrays.fill(counts, row.bytes() / Double.BYTES);
        for (int i = 0; i < size; i++)
        {
            displacements[i] = i * counts[i];
        }
        source = buffer(row, Math.max(PAGE, row.bytes()));
        destination = buffer(row, Math.max(PAGE, row.bytes() * size));
    }

    private MutableDirectBuffer buffer(final Row row, final int bytes)
    {
        final MutableDirectBuffer buffer = row.bufferKind() == Row.BufferKind.ALLOCATED && row.isBulk() ?
            communicator.allocate(bytes) :
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, PAGE));
        buffer.setMemory(0, bytes, (byte) 0);
        return buffer;
    }

    /**
     * Warm the row up, so that what it alone uses has been compiled, and find out how often it fits the time.
     */
    private int iterations(final Row row)
    {
        final int trials = row.isBulk() ? BULK_TRIALS : TRIALS;
        final int warmUp = repetitions(meanNs(row, trials), Math.min(WARM_UP_SECONDS, WARM_UP_FACTOR * seconds));
        return repetitions(meanNs(row, warmUp), seconds);
    }

    private double meanNs(final Row row, final int times)
    {
        long start = System.nanoTime();
        final int half = times / 2;
        for (int i = 0; i < times; i++)
        {
            if (i == half)
            {
                start = System.nanoTime();
            }
            once(row);
        }
        return (double) (System.nanoTime() - start) / (times - half) + 1.0;
    }

    private int repetitions(final double oneNs, final double forSeconds)
    {
        final long[] wanted = {(long) Math.max(MIN_SAMPLES, Math.min(MAX_SAMPLES, forSeconds * 1e9 / oneNs))};
        communicator.broadcast(wanted, 0);
        return (int) wanted[0];
    }

    private RowResult measure(final Row row, final int iterations)
    {
        communicator.barrier();
        final long before = probe.oneWayNs();
        communicator.barrier();
        startTimeMs = System.currentTimeMillis();
        final long compilerBeforeMs = compiler.totalMs();
        double sum = 0.0;
        for (int i = 0; i < iterations; i++)
        {
            source.putDouble(0, i);
            final long start = System.nanoTime();
            once(row);
            final long elapsed = System.nanoTime() - start;
            samples[i] = (int) Math.min(Integer.MAX_VALUE, elapsed);
            sum += elapsed;
        }
        final long ownCompilerMs = compiler.totalMs() - compilerBeforeMs;
        communicator.barrier();
        final long after = probe.oneWayNs();
        Arrays.sort(samples, 0, iterations);
        final long[] mine =
        {
            samples[iterations / 2],
            samples[(int) (iterations * 0.99)],
            samples[(int) (iterations * 0.999)],
            samples[iterations - 1],
            Math.round(sum / iterations),
            before,
            after,
            ownCompilerMs
        };
        communicator.allreduce(mine, mine, ReduceOp.MAX);
        compilerMs = mine[7];
        return new RowResult(
            row.library(communicator.backend().id()),
            communicator.size(),
            row.operation().id(),
            row.bytes(),
            iterations,
            mine[0],
            mine[1],
            mine[2],
            mine[3],
            mine[4],
            mine[5],
            mine[6]);
    }

    private Histogram histogram(final long iterations)
    {
        final Histogram histogram = new Histogram(3);
        histogram.setStartTimeStamp(startTimeMs);
        histogram.setEndTimeStamp(System.currentTimeMillis());
        for (int i = 0; i < iterations; i++)
        {
            histogram.recordValue(samples[i]);
        }
        return histogram;
    }

    private void once(final Row row)
    {
        final int count = row.bytes() / Double.BYTES;
        switch (row.operation())
        {
            case BARRIER:
                communicator.barrier();
                break;

            case ALLREDUCE:
                communicator.allreduce(source, 0, destination, 0, count, ElementType.F64, ReduceOp.SUM);
                break;

            case BROADCAST:
                communicator.broadcast(source, 0, count, ElementType.F64, 0);
                break;

            case BROADCAST_BARRIER:
                communicator.broadcast(source, 0, count, ElementType.F64, 0);
                communicator.barrier();
                break;

            case ALLGATHERV:
                communicator.allgatherv(
                    source, 0, count, destination, 0, counts, displacements, ElementType.F64);
                break;
        }
    }
}
