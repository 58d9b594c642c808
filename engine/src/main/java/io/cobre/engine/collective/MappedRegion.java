package io.cobre.engine.collective;

import io.cobre.codecs.collective.FenceEncoder;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.SharedRegion;
import io.cobre.engine.spi.RegionMemory;
import java.lang.invoke.VarHandle;
import org.agrona.MutableDirectBuffer;

/**
 * A region of one rank. The fence is a barrier between two full memory fences.
 */
final class MappedRegion implements SharedRegion
{
    private final OperationDriver driver;
    private final RegionMemory memory;
    private final BarrierOperation barrier;
    private boolean isClosed;

    MappedRegion(final OperationDriver driver, final RegionMemory memory)
    {
        this.driver = driver;
        this.memory = memory;
        barrier = new BarrierOperation(driver.seat());
    }

    @Override
    public MutableDirectBuffer buffer()
    {
        return memory.buffer();
    }

    @Override
    public boolean isShared()
    {
        return driver.isMemoryShared();
    }

    @Override
    public boolean isLeader()
    {
        return 0 == driver.seat().rank() || !driver.isMemoryShared();
    }

    @Override
    public void fence()
    {
        driver.enter();
        try
        {
            if (isClosed)
            {
                throw new InvalidCommunicatorException("the region has been closed");
            }
            VarHandle.fullFence();
            driver.run(barrier.begin(FenceEncoder.TEMPLATE_ID));
            VarHandle.fullFence();
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void close()
    {
        if (!isClosed)
        {
            isClosed = true;
            memory.close();
        }
    }
}
