package io.cobre.engine.contract;

import com.sun.management.ThreadMXBean;
import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.Plan;
import io.cobre.engine.ReduceOp;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assertions;

/**
 * Counts what a rank's thread allocates while it runs the buffer forms of all operations, blocking and planned.
 */
public final class AllocationProbe
{
    private static final int WARM_UP = 30_000;
    private static final int OPERATIONS = 100_000;

    /** What the compiler has not removed yet in the first round is gone in a later one. */
    private static final int ROUNDS = 3;

    private static final int SHORT = 50;
    private static final int LONG = 600;
    private static final int LONG_EVERY = 20;
    private static final int FORMS = 10;
    /** Long enough to be read in the process of its owner. */
    private static final int FOREIGN = 2000;
    private static final int SMALLEST_OBJECT_BYTES = 16;

    /** One object for each long operation of a single form is too much; now and then a look at a clock is not. */
    private static final long TOLERATED_BYTES = OPERATIONS / (FORMS * LONG_EVERY) * SMALLEST_OBJECT_BYTES;

    private final Communicator communicator;
    private final int[] counts;
    private final int[] longCounts;
    private final int[] displacements;
    private final MutableDirectBuffer send;
    private final MutableDirectBuffer recv;
    private final MutableDirectBuffer foreign = new UnsafeBuffer(ByteBuffer.allocateDirect(FOREIGN * 8));
    private final Plan plan;

    private AllocationProbe(final Communicator communicator)
    {
        this.communicator = communicator;
        final int size = communicator.size();
        counts = new int[size];
        longCounts = new int[size];
        displacements = new int[size];
        Arrays.fill(counts, SHORT);
        Arrays.fill(longCounts, LONG);
        Arrays.setAll(displacements, (i) -> i * LONG);
        send = communicator.allocate(LONG * size * 8);
        recv = communicator.allocate(LONG * size * 8);
        plan = communicator.planAllreduce(send, 0, recv, 0, SHORT, ElementType.F64, ReduceOp.MAX);
    }

    /**
     * To be run on every rank. Fails if the thread allocates in steady state.
     *
     * @param communicator of the rank.
     */
    public static void run(final Communicator communicator)
    {
        final AllocationProbe probe = new AllocationProbe(communicator);
        final IntConsumer step = probe::step;
        for (int i = 0; i < WARM_UP; i++)
        {
            step.accept(i);
        }
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long id = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(id);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++)
        {
            final long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < OPERATIONS; i++)
            {
                step.accept(i);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        final long bytes = least;
        Assertions.assertTrue(
            bytes < TOLERATED_BYTES, () -> bytes + " bytes allocated in " + OPERATIONS + " operations");
    }

    private void step(final int i)
    {
        final boolean isLong = 0 == i % LONG_EVERY;
        step(i, isLong ? LONG : SHORT, isLong ? longCounts : counts);
    }

    private void step(final int i, final int count, final int[] byRank)
    {
        final ElementType type = ElementType.F64;
        final int root = i % communicator.size();
        switch (i % FORMS)
        {
            case 0:
                communicator.barrier();
                break;
            case 1:
                communicator.broadcast(send, 0, count, type, root);
                break;
            case 2:
                communicator.allgatherv(send, 0, count, recv, 0, byRank, displacements, type);
                break;
            case 3:
                communicator.allreduce(send, 0, recv, 0, count, type, ReduceOp.SUM);
                break;
            case 4:
                communicator.gatherv(send, 0, count, recv, 0, byRank, displacements, type, root);
                break;
            case 5:
                communicator.scatterv(send, 0, byRank, displacements, recv, 0, count, type, root);
                break;
            case 6:
                communicator.reduce(send, 0, recv, 0, count, type, ReduceOp.MIN, root);
                break;
            case 7:
                communicator.reduceScatter(send, 0, recv, 0, byRank, type, ReduceOp.SUM);
                break;
            case 8:
                communicator.broadcast(foreign, 0, LONG == count ? FOREIGN : count, type, root);
                break;
            default:
                plan.run();
                break;
        }
    }
}
