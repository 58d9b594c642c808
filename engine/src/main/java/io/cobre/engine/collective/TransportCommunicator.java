package io.cobre.engine.collective;

import io.cobre.codecs.collective.AllgathervEncoder;
import io.cobre.codecs.collective.BarrierEncoder;
import io.cobre.engine.BackendKind;
import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Plan;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.SharedRegion;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The communicator of all backends. Blocking forms re-use one state machine for each operation.
 */
public final class TransportCommunicator extends ArrayForms
{
    private static final AtomicLong CREATED = new AtomicLong();

    private final OperationDriver driver;
    private final Seat seat;
    private final Subgroups subgroups;
    private final RegionFactory regions;
    private final BarrierOperation barrier;
    private final BroadcastOperation broadcast;
    private final AllgathervOperation allgatherv;
    private final AllreduceOperation allreduce;
    private final GathervOperation gatherv;
    private final ScattervOperation scatterv;
    private final ReduceOperation reduce;
    private final ReduceScatterOperation reduceScatter;

    /**
     * Make a communicator over a transport on which all ranks are ready.
     *
     * @param context what it is made of.
     */
    public TransportCommunicator(final CommunicatorContext context)
    {
        this(new OperationDriver(context.conclude()));
    }

    private TransportCommunicator(final OperationDriver driver)
    {
        super(driver);
        this.driver = driver;
        seat = driver.seat();
        subgroups = new Subgroups(driver);
        regions = new RegionFactory(driver);
        barrier = new BarrierOperation(seat);
        broadcast = new BroadcastOperation(seat);
        allgatherv = new AllgathervOperation(seat);
        allreduce = new AllreduceOperation(seat);
        gatherv = new GathervOperation(seat);
        scatterv = new ScattervOperation(seat);
        reduce = new ReduceOperation(seat);
        reduceScatter = new ReduceScatterOperation(seat);
        CREATED.incrementAndGet();
    }

    /**
     * How many communicators this process has made.
     *
     * @return those that have been closed included.
     */
    public static long created()
    {
        return CREATED.get();
    }

    @Override
    public int rank()
    {
        return seat.rank();
    }

    @Override
    public int size()
    {
        return seat.size();
    }

    @Override
    public BackendKind backend()
    {
        return driver.context().backend();
    }

    @Override
    public void barrier()
    {
        driver.enter();
        try
        {
            driver.run(barrier.begin(BarrierEncoder.TEMPLATE_ID));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void broadcast(
        final MutableDirectBuffer buffer,
        final int offset,
        final int count,
        final ElementType type,
        final int root)
    {
        driver.enter();
        try
        {
            driver.run(broadcast.begin(buffer, offset, count, type, root));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void allgatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        driver.enter();
        try
        {
            driver.run(allgatherv.begin(
                AllgathervEncoder.TEMPLATE_ID,
                send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void allreduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        driver.enter();
        try
        {
            driver.run(allreduce.begin(send, sendOffset, recv, recvOffset, count, type, op));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void gatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type,
        final int root)
    {
        driver.enter();
        try
        {
            driver.run(gatherv.begin(
                send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type, root));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void scatterv(
        final DirectBuffer send,
        final int sendOffset,
        final int[] counts,
        final int[] displacements,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int recvCount,
        final ElementType type,
        final int root)
    {
        driver.enter();
        try
        {
            driver.run(scatterv.begin(
                send, sendOffset, counts, displacements, recv, recvOffset, recvCount, type, root));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void reduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op,
        final int root)
    {
        driver.enter();
        try
        {
            driver.run(reduce.begin(send, sendOffset, recv, recvOffset, count, type, op, root));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public void reduceScatter(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final ElementType type,
        final ReduceOp op)
    {
        driver.enter();
        try
        {
            driver.run(reduceScatter.begin(send, sendOffset, recv, recvOffset, counts, type, op));
        }
        finally
        {
            driver.leave();
        }
    }

    @Override
    public Plan planBarrier()
    {
        return planned(new BarrierOperation(seat).begin(BarrierEncoder.TEMPLATE_ID));
    }

    @Override
    public Plan planBroadcast(
        final MutableDirectBuffer buffer,
        final int offset,
        final int count,
        final ElementType type,
        final int root)
    {
        return planned(new BroadcastOperation(seat).begin(buffer, offset, count, type, root));
    }

    @Override
    public Plan planAllgatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        return planned(new AllgathervOperation(seat).begin(
            AllgathervEncoder.TEMPLATE_ID,
            send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type));
    }

    @Override
    public Plan planAllreduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        return planned(new AllreduceOperation(seat).begin(send, sendOffset, recv, recvOffset, count, type, op));
    }

    @Override
    public Plan planGatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type,
        final int root)
    {
        return planned(new GathervOperation(seat).begin(
            send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type, root));
    }

    @Override
    public Plan planScatterv(
        final DirectBuffer send,
        final int sendOffset,
        final int[] counts,
        final int[] displacements,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int recvCount,
        final ElementType type,
        final int root)
    {
        return planned(new ScattervOperation(seat).begin(
            send, sendOffset, counts, displacements, recv, recvOffset, recvCount, type, root));
    }

    @Override
    public Plan planReduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op,
        final int root)
    {
        return planned(new ReduceOperation(seat).begin(send, sendOffset, recv, recvOffset, count, type, op, root));
    }

    @Override
    public Plan planReduceScatter(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final ElementType type,
        final ReduceOp op)
    {
        return planned(new ReduceScatterOperation(seat).begin(send, sendOffset, recv, recvOffset, counts, type, op));
    }

    private Plan planned(final Operation operation)
    {
        return new PlannedOperation(driver, operation);
    }

    @Override
    public Communicator split(final int color, final int key)
    {
        return subgroups.split(color, key);
    }

    @Override
    public Communicator splitLocal()
    {
        return subgroups.splitLocal();
    }

    @Override
    public boolean isLeader()
    {
        return 0 == seat.rank() || !driver.isMemoryShared();
    }

    @Override
    public SharedRegion createSharedRegion(final long bytes)
    {
        return regions.create(bytes);
    }

    @Override
    public MutableDirectBuffer allocate(final int bytes)
    {
        return driver.allocate(bytes);
    }

    @Override
    public void close()
    {
        driver.close();
    }
}
