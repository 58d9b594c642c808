package io.cobre.engine.collective;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;

/**
 * The array forms by element type.
 */
abstract class ArrayForms implements Communicator
{
    private final ArrayCalls arrays;

    ArrayForms(final OperationDriver driver)
    {
        arrays = new ArrayCalls(this, driver);
    }

    @Override
    public final void broadcast(final double[] data, final int root)
    {
        arrays.broadcast(data, ElementType.F64, root);
    }

    @Override
    public final void broadcast(final long[] data, final int root)
    {
        arrays.broadcast(data, ElementType.I64, root);
    }

    @Override
    public final void broadcast(final int[] data, final int root)
    {
        arrays.broadcast(data, ElementType.I32, root);
    }

    @Override
    public final void broadcast(final byte[] data, final int root)
    {
        arrays.broadcast(data, ElementType.I8, root);
    }

    @Override
    public final void allgatherv(
        final double[] send,
        final double[] recv,
        final int[] counts,
        final int[] displacements)
    {
        arrays.allgatherv(send, recv, counts, displacements, ElementType.F64);
    }

    @Override
    public final void allgatherv(final long[] send, final long[] recv, final int[] counts, final int[] displacements)
    {
        arrays.allgatherv(send, recv, counts, displacements, ElementType.I64);
    }

    @Override
    public final void allgatherv(final int[] send, final int[] recv, final int[] counts, final int[] displacements)
    {
        arrays.allgatherv(send, recv, counts, displacements, ElementType.I32);
    }

    @Override
    public final void allgatherv(final byte[] send, final byte[] recv, final int[] counts, final int[] displacements)
    {
        arrays.allgatherv(send, recv, counts, displacements, ElementType.I8);
    }

    @Override
    public final void allreduce(final double[] send, final double[] recv, final ReduceOp op)
    {
        arrays.allreduce(send, recv, ElementType.F64, op);
    }

    @Override
    public final void allreduce(final long[] send, final long[] recv, final ReduceOp op)
    {
        arrays.allreduce(send, recv, ElementType.I64, op);
    }

    @Override
    public final void allreduce(final int[] send, final int[] recv, final ReduceOp op)
    {
        arrays.allreduce(send, recv, ElementType.I32, op);
    }

    @Override
    public final void gatherv(
        final double[] send,
        final double[] recv,
        final int[] counts,
        final int[] displacements,
        final int root)
    {
        arrays.gatherv(send, recv, counts, displacements, ElementType.F64, root);
    }

    @Override
    public final void gatherv(
        final long[] send,
        final long[] recv,
        final int[] counts,
        final int[] displacements,
        final int root)
    {
        arrays.gatherv(send, recv, counts, displacements, ElementType.I64, root);
    }

    @Override
    public final void gatherv(
        final byte[] send,
        final byte[] recv,
        final int[] counts,
        final int[] displacements,
        final int root)
    {
        arrays.gatherv(send, recv, counts, displacements, ElementType.I8, root);
    }

    @Override
    public final void scatterv(
        final double[] send,
        final int[] counts,
        final int[] displacements,
        final double[] recv,
        final int root)
    {
        arrays.scatterv(send, counts, displacements, recv, ElementType.F64, root);
    }

    @Override
    public final void scatterv(
        final long[] send,
        final int[] counts,
        final int[] displacements,
        final long[] recv,
        final int root)
    {
        arrays.scatterv(send, counts, displacements, recv, ElementType.I64, root);
    }

    @Override
    public final void scatterv(
        final byte[] send,
        final int[] counts,
        final int[] displacements,
        final byte[] recv,
        final int root)
    {
        arrays.scatterv(send, counts, displacements, recv, ElementType.I8, root);
    }

    @Override
    public final void reduce(final double[] send, final double[] recv, final ReduceOp op, final int root)
    {
        arrays.reduce(send, recv, ElementType.F64, op, root);
    }

    @Override
    public final void reduce(final long[] send, final long[] recv, final ReduceOp op, final int root)
    {
        arrays.reduce(send, recv, ElementType.I64, op, root);
    }

    @Override
    public final void reduceScatter(final double[] send, final double[] recv, final int[] counts, final ReduceOp op)
    {
        arrays.reduceScatter(send, recv, counts, ElementType.F64, op);
    }

    @Override
    public final void reduceScatter(final long[] send, final long[] recv, final int[] counts, final ReduceOp op)
    {
        arrays.reduceScatter(send, recv, counts, ElementType.I64, op);
    }
}
