package io.cobre.bench.embedding;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Plan;
import io.cobre.engine.ReduceOp;
import org.HdrHistogram.Histogram;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * One strategy: at every tick it trades, and all strategies sum their positions and agree on the tightest limit. It
 * never waits: each call of {@link #doWork()} starts a tick or polls the one that is under way.
 */
final class StrategyAgent implements Agent
{
    private static final int INSTRUMENTS = 16;
    private static final int LENGTH = INSTRUMENTS * Long.BYTES;
    private static final long LIMIT = 1_000;
    private static final long TRADE = 3;

    private final Communicator communicator;
    private final MutableDirectBuffer own;
    private final MutableDirectBuffer total;
    private final MutableDirectBuffer limits;
    private final Plan sumOfPositions;
    private final Plan tightestLimits;
    private final Histogram latencies = new Histogram(3);
    private final int warmUp;
    private final int ticks;
    private int tick;
    private long startNs;
    private boolean isUnderWay;

    StrategyAgent(final Communicator communicator, final int warmUp, final int ticks)
    {
        this.communicator = communicator;
        this.warmUp = warmUp;
        this.ticks = ticks;
        own = communicator.allocate(LENGTH);
        total = communicator.allocate(LENGTH);
        limits = communicator.allocate(LENGTH);
        sumOfPositions = communicator.planAllreduce(own, 0, total, 0, INSTRUMENTS, ElementType.I64, ReduceOp.SUM);
        tightestLimits = communicator.planAllreduce(limits, 0, limits, 0, INSTRUMENTS, ElementType.I64, ReduceOp.MIN);
    }

    @Override
    public int doWork()
    {
        if (isDone())
        {
            return 0;
        }
        if (!isUnderWay)
        {
            begin();
            return 1;
        }
        if (sumOfPositions.poll() && tightestLimits.poll())
        {
            end();
            return 1;
        }
        return 0;
    }

    @Override
    public String roleName()
    {
        return "strategy " + communicator.rank();
    }

    boolean isDone()
    {
        return tick == warmUp + ticks;
    }

    Histogram latencies()
    {
        return latencies;
    }

    /**
     * Position of all strategies in an instrument after the last tick.
     */
    long total(final int instrument)
    {
        return total.getLong(instrument * Long.BYTES);
    }

    private void begin()
    {
        for (int i = 0; i < INSTRUMENTS; i++)
        {
            final int index = i * Long.BYTES;
            // nobody trades further once all together are at the limit
            if (tick == 0 || Math.abs(total.getLong(index)) < limits.getLong(index))
            {
                own.putLong(index, own.getLong(index) + (tick + i) % TRADE + communicator.rank());
            }
            limits.putLong(index, LIMIT - communicator.rank());
        }
        startNs = System.nanoTime();
        sumOfPositions.start();
        tightestLimits.start();
        isUnderWay = true;
    }

    private void end()
    {
        if (tick >= warmUp)
        {
            latencies.recordValue(System.nanoTime() - startNs);
        }
        isUnderWay = false;
        tick++;
    }
}
