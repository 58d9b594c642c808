package io.cobre.bench.embedding;

import io.cobre.engine.Communicator;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * The host's own loop around a strategy.
 */
final class DutyCycle
{
    private DutyCycle()
    {
    }

    /**
     * Run a strategy to its end on the calling thread.
     *
     * @param communicator of this rank.
     * @param threads      that run on this host because of the group.
     * @param ticks        that count.
     * @return the strategy.
     */
    static StrategyAgent run(final Communicator communicator, final int threads, final int ticks)
    {
        final StrategyAgent strategy = new StrategyAgent(communicator, ticks, ticks);
        final IdleStrategy idle = threads < Runtime.getRuntime().availableProcessors() ?
            new BusySpinIdleStrategy() : new BackoffIdleStrategy();
        while (!strategy.isDone())
        {
            idle.idle(strategy.doWork());
        }
        communicator.barrier();
        return strategy;
    }
}
