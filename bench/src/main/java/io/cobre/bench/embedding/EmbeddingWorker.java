package io.cobre.bench.embedding;

import io.cobre.engine.control.RankContext;
import io.cobre.engine.launch.WorkerRunner;
import org.HdrHistogram.Histogram;

import java.nio.ByteBuffer;

/**
 * Entry of a strategy that is a process of its own.
 */
public final class EmbeddingWorker
{
    private EmbeddingWorker()
    {
    }

    /**
     * Run as a rank.
     *
     * @param args the last one is the number of ticks.
     */
    public static void main(final String[] args)
    {
        final int ticks = Integer.parseInt(args[args.length - 1]);
        WorkerRunner.run(new RankContext(), (session) ->
        {
            // the media driver has a thread, too
            final StrategyAgent strategy = DutyCycle.run(session.communicator(), session.size() + 1, ticks);
            final ByteBuffer bytes = ByteBuffer.allocate(strategy.latencies().getNeededByteBufferCapacity());
            strategy.latencies().encodeIntoByteBuffer(bytes);
            session.result(bytes.array());
        });
    }

    static Histogram decode(final byte[] result)
    {
        return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(result), 0);
    }
}
