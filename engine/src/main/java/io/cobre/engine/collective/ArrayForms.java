package io.cobre.engine.collective;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The array forms on top of the buffer forms. Regions are packed off-heap, so gaps of the destination stay untouched.
 */
abstract class ArrayForms implements Communicator
{
    private final Scratch sending = new Scratch();
    private final Scratch receiving = new Scratch();
    private final UnsafeBuffer sendBytes = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer recvBytes = new UnsafeBuffer(0, 0);
    private final int[] packed;

    ArrayForms(final int size)
    {
        packed = new int[size];
    }

    /**
     * Checks of the calling thread, of the state, and of the arguments of an allgatherv on arrays.
     */
    abstract void checkArrays(int sendLength, int recvLength, int[] counts, int[] displacements);

    /**
     * Checks of the calling thread, of the state, and of the lengths of an allreduce on arrays.
     */
    abstract void checkArrays(int sendLength, int recvLength);

    @Override
    public final void broadcast(final double[] data, final int root)
    {
        final UnsafeBuffer buffer = receiving.atLeast((long) data.length * Double.BYTES);
        receiving.put(0, data, 0, data.length);
        broadcast(buffer, 0, data.length, ElementType.F64, root);
        if (rank() != root)
        {
            receiving.take(0, data, 0, data.length);
        }
    }

    @Override
    public final void broadcast(final long[] data, final int root)
    {
        final UnsafeBuffer buffer = receiving.atLeast((long) data.length * Long.BYTES);
        receiving.put(0, data, 0, data.length);
        broadcast(buffer, 0, data.length, ElementType.I64, root);
        if (rank() != root)
        {
            receiving.take(0, data, 0, data.length);
        }
    }

    @Override
    public final void broadcast(final byte[] data, final int root)
    {
        recvBytes.wrap(data);
        broadcast(recvBytes, 0, data.length, ElementType.I8, root);
    }

    @Override
    public final void allgatherv(
        final double[] send, final double[] recv, final int[] counts, final int[] displacements)
    {
        checkArrays(send.length, recv.length, counts, displacements);
        final UnsafeBuffer from = sending.atLeast((long) send.length * Double.BYTES);
        sending.put(0, send, 0, send.length);
        final UnsafeBuffer to = receiving.atLeast(pack(counts) * Double.BYTES);
        allgatherv(from, 0, send.length, to, 0, counts, packed, ElementType.F64);
        for (int i = 0; i < counts.length; i++)
        {
            receiving.take(packed[i], recv, displacements[i], counts[i]);
        }
    }

    @Override
    public final void allgatherv(final long[] send, final long[] recv, final int[] counts, final int[] displacements)
    {
        checkArrays(send.length, recv.length, counts, displacements);
        final UnsafeBuffer from = sending.atLeast((long) send.length * Long.BYTES);
        sending.put(0, send, 0, send.length);
        final UnsafeBuffer to = receiving.atLeast(pack(counts) * Long.BYTES);
        allgatherv(from, 0, send.length, to, 0, counts, packed, ElementType.I64);
        for (int i = 0; i < counts.length; i++)
        {
            receiving.take(packed[i], recv, displacements[i], counts[i]);
        }
    }

    @Override
    public final void allgatherv(final byte[] send, final byte[] recv, final int[] counts, final int[] displacements)
    {
        checkArrays(send.length, recv.length, counts, displacements);
        sendBytes.wrap(send);
        recvBytes.wrap(recv);
        allgatherv(sendBytes, 0, send.length, recvBytes, 0, counts, displacements, ElementType.I8);
    }

    @Override
    public final void allreduce(final double[] send, final double[] recv, final ReduceOp op)
    {
        checkArrays(send.length, recv.length);
        final UnsafeBuffer buffer = receiving.atLeast((long) send.length * Double.BYTES);
        receiving.put(0, send, 0, send.length);
        allreduce(buffer, 0, buffer, 0, send.length, ElementType.F64, op);
        receiving.take(0, recv, 0, send.length);
    }

    @Override
    public final void allreduce(final long[] send, final long[] recv, final ReduceOp op)
    {
        checkArrays(send.length, recv.length);
        final UnsafeBuffer buffer = receiving.atLeast((long) send.length * Long.BYTES);
        receiving.put(0, send, 0, send.length);
        allreduce(buffer, 0, buffer, 0, send.length, ElementType.I64, op);
        receiving.take(0, recv, 0, send.length);
    }

    private long pack(final int[] counts)
    {
        long total = 0;
        for (int i = 0; i < counts.length; i++)
        {
            packed[i] = (int) total;
            total += counts[i];
        }
        return total;
    }
}
