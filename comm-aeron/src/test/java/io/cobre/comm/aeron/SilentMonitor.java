package io.cobre.comm.aeron;

import io.cobre.engine.CollectiveFailedException;
import io.cobre.engine.spi.GroupMonitor;

/**
 * A control plane that never reports anything.
 */
final class SilentMonitor implements GroupMonitor
{
    @Override
    public CollectiveFailedException failure()
    {
        return null;
    }

    @Override
    public long progress(final int rank)
    {
        return 0;
    }

    @Override
    public String lastOperation(final int rank)
    {
        return "none";
    }

    @Override
    public void operationStarted(final int operation, final long sequence)
    {
    }

    @Override
    public void waitingFor(final long peers)
    {
    }

    @Override
    public void tick()
    {
    }
}
