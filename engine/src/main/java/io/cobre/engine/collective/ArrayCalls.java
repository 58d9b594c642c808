package io.cobre.engine.collective;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.lang.reflect.Array;
import org.agrona.MutableDirectBuffer;

/**
 * Collectives on primitive arrays of any type: checked, copied off-heap, run by the buffer forms, copied back. Regions
 * are packed on the way, so gaps of the destination stay untouched.
 */
final class ArrayCalls
{
    private final Communicator communicator;
    private final OperationDriver driver;
    private final Checks checks;
    private final Scratch sending;
    private final Scratch receiving;
    private final int[] packed;

    ArrayCalls(final Communicator communicator, final OperationDriver driver)
    {
        this.communicator = communicator;
        this.driver = driver;
        checks = driver.seat().checks();
        sending = new Scratch(driver);
        receiving = new Scratch(driver);
        packed = new int[driver.seat().size()];
    }

    void broadcast(final Object data, final ElementType type, final int root)
    {
        final int length = Array.getLength(data);
        driver.checkOpen();
        final MutableDirectBuffer buffer = receiving.of(data, length, type);
        communicator.broadcast(buffer, 0, length, type, root);
        if (rank() != root)
        {
            receiving.take(0, data, 0, length, type);
        }
    }

    void allgatherv(
        final Object send,
        final Object recv,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        final String name = "allgatherv";
        final int sendLength = Array.getLength(send);
        driver.checkOpen();
        checks.regions(name, counts, displacements, Array.getLength(recv));
        checks.length(name, "send", sendLength, counts[rank()]);
        final MutableDirectBuffer from = sending.of(send, sendLength, type);
        final MutableDirectBuffer to = receiving.atLeast(pack(name, counts, type), type);
        communicator.allgatherv(from, 0, sendLength, to, 0, counts, packed, type);
        unpack(recv, counts, displacements, type);
    }

    void allreduce(final Object send, final Object recv, final ElementType type, final ReduceOp op)
    {
        final int length = Array.getLength(send);
        driver.checkOpen();
        checks.length("allreduce", "recv", Array.getLength(recv), length);
        final MutableDirectBuffer buffer = receiving.of(send, length, type);
        communicator.allreduce(buffer, 0, buffer, 0, length, type, op);
        receiving.take(0, recv, 0, length, type);
    }

    void gatherv(
        final Object send,
        final Object recv,
        final int[] counts,
        final int[] displacements,
        final ElementType type,
        final int root)
    {
        final String name = "gatherv";
        final int sendLength = Array.getLength(send);
        driver.checkOpen();
        checks.root(name, root);
        checks.counts(name, counts);
        if (rank() == root)
        {
            checks.regions(name, counts, displacements, Array.getLength(recv));
        }
        final MutableDirectBuffer from = sending.of(send, sendLength, type);
        final MutableDirectBuffer to = receiving.atLeast(rank() == root ? pack(name, counts, type) : 0, type);
        communicator.gatherv(from, 0, sendLength, to, 0, counts, packed, type, root);
        if (rank() == root)
        {
            unpack(recv, counts, displacements, type);
        }
    }

    void scatterv(
        final Object send,
        final int[] counts,
        final int[] displacements,
        final Object recv,
        final ElementType type,
        final int root)
    {
        final String name = "scatterv";
        final int recvLength = Array.getLength(recv);
        driver.checkOpen();
        checks.root(name, root);
        checks.counts(name, counts);
        final MutableDirectBuffer to = receiving.atLeast(recvLength, type);
        MutableDirectBuffer from = null;
        if (rank() == root)
        {
            checks.regions(name, counts, displacements, Array.getLength(send));
            from = sending.atLeast(pack(name, counts, type), type);
            for (int i = 0; i < counts.length; i++)
            {
                sending.put(packed[i], send, displacements[i], counts[i], type);
            }
        }
        communicator.scatterv(from, 0, counts, packed, to, 0, recvLength, type, root);
        receiving.take(0, recv, 0, recvLength, type);
    }

    void reduce(final Object send, final Object recv, final ElementType type, final ReduceOp op, final int root)
    {
        final int length = Array.getLength(send);
        driver.checkOpen();
        checks.root("reduce", root);
        if (rank() == root)
        {
            checks.length("reduce", "recv", Array.getLength(recv), length);
        }
        final MutableDirectBuffer buffer = receiving.of(send, length, type);
        communicator.reduce(buffer, 0, buffer, 0, length, type, op, root);
        if (rank() == root)
        {
            receiving.take(0, recv, 0, length, type);
        }
    }

    void reduceScatter(
        final Object send,
        final Object recv,
        final int[] counts,
        final ElementType type,
        final ReduceOp op)
    {
        final String name = "reduceScatter";
        final int length = Array.getLength(send);
        driver.checkOpen();
        checks.counts(name, counts);
        checks.length(name, "send", length, checks.total(name, counts, type));
        checks.length(name, "recv", Array.getLength(recv), counts[rank()]);
        final MutableDirectBuffer from = sending.of(send, length, type);
        final MutableDirectBuffer to = receiving.atLeast(counts[rank()], type);
        communicator.reduceScatter(from, 0, to, 0, counts, type, op);
        receiving.take(0, recv, 0, counts[rank()], type);
    }

    private int rank()
    {
        return driver.seat().rank();
    }

    private int pack(final String operation, final int[] counts, final ElementType type)
    {
        final int total = checks.total(operation, counts, type);
        int start = 0;
        for (int i = 0; i < counts.length; i++)
        {
            packed[i] = start;
            start += counts[i];
        }
        return total;
    }

    private void unpack(final Object recv, final int[] counts, final int[] displacements, final ElementType type)
    {
        for (int i = 0; i < counts.length; i++)
        {
            receiving.take(packed[i], recv, displacements[i], counts[i], type);
        }
    }
}
