package io.cobre.engine;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Collectives that do not wait: plan once and start many times, or start at once. Several operations may be
 * outstanding; all ranks start them in the same order and may poll them in any order. Arguments, and the
 * errors of wrong ones, are those of the blocking forms of {@link Communicator}.
 */
public interface PlannedCollectives
{
    /**
     * Plan a barrier.
     *
     * @return not started yet.
     * @see Communicator#barrier()
     */
    Plan planBarrier();

    /**
     * Start a barrier.
     *
     * @return to be polled.
     * @see Communicator#barrier()
     */
    default Request startBarrier()
    {
        return planBarrier().start();
    }

    /**
     * Plan a broadcast.
     *
     * @return not started yet.
     * @see Communicator#broadcast(MutableDirectBuffer, int, int, ElementType, int)
     */
    Plan planBroadcast(MutableDirectBuffer buffer, int offset, int count, ElementType type, int root);

    /**
     * Start a broadcast.
     *
     * @return to be polled.
     * @see Communicator#broadcast(MutableDirectBuffer, int, int, ElementType, int)
     */
    default Request startBroadcast(
        final MutableDirectBuffer buffer,
        final int offset,
        final int count,
        final ElementType type,
        final int root)
    {
        return planBroadcast(buffer, offset, count, type, root).start();
    }

    /**
     * Plan an allgatherv.
     *
     * @return not started yet.
     * @see Communicator#allgatherv(DirectBuffer, int, int, MutableDirectBuffer, int, int[], int[], ElementType)
     */
    Plan planAllgatherv(
        DirectBuffer send,
        int sendOffset,
        int sendCount,
        MutableDirectBuffer recv,
        int recvOffset,
        int[] counts,
        int[] displacements,
        ElementType type);

    /**
     * Start an allgatherv.
     *
     * @return to be polled.
     * @see Communicator#allgatherv(DirectBuffer, int, int, MutableDirectBuffer, int, int[], int[], ElementType)
     */
    default Request startAllgatherv(
        final DirectBuffer send,
        final int sendOffset,
        final int sendCount,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final int[] displacements,
        final ElementType type)
    {
        return planAllgatherv(send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type).start();
    }

    /**
     * Plan an allreduce.
     *
     * @return not started yet.
     * @see Communicator#allreduce(DirectBuffer, int, MutableDirectBuffer, int, int, ElementType, ReduceOp)
     */
    Plan planAllreduce(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int count,
        ElementType type,
        ReduceOp op);

    /**
     * Start an allreduce.
     *
     * @return to be polled.
     * @see Communicator#allreduce(DirectBuffer, int, MutableDirectBuffer, int, int, ElementType, ReduceOp)
     */
    default Request startAllreduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op)
    {
        return planAllreduce(send, sendOffset, recv, recvOffset, count, type, op).start();
    }

    /**
     * Plan a gatherv.
     *
     * @return not started yet.
     * @see Communicator#gatherv(DirectBuffer, int, int, MutableDirectBuffer, int, int[], int[], ElementType, int)
     */
    Plan planGatherv(
        DirectBuffer send,
        int sendOffset,
        int sendCount,
        MutableDirectBuffer recv,
        int recvOffset,
        int[] counts,
        int[] displacements,
        ElementType type,
        int root);

    /**
     * Start a gatherv.
     *
     * @return to be polled.
     * @see Communicator#gatherv(DirectBuffer, int, int, MutableDirectBuffer, int, int[], int[], ElementType, int)
     */
    default Request startGatherv(
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
        return planGatherv(send, sendOffset, sendCount, recv, recvOffset, counts, displacements, type, root).start();
    }

    /**
     * Plan a scatterv.
     *
     * @return not started yet.
     * @see Communicator#scatterv(DirectBuffer, int, int[], int[], MutableDirectBuffer, int, int, ElementType, int)
     */
    Plan planScatterv(
        DirectBuffer send,
        int sendOffset,
        int[] counts,
        int[] displacements,
        MutableDirectBuffer recv,
        int recvOffset,
        int recvCount,
        ElementType type,
        int root);

    /**
     * Start a scatterv.
     *
     * @return to be polled.
     * @see Communicator#scatterv(DirectBuffer, int, int[], int[], MutableDirectBuffer, int, int, ElementType, int)
     */
    default Request startScatterv(
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
        return planScatterv(send, sendOffset, counts, displacements, recv, recvOffset, recvCount, type, root).start();
    }

    /**
     * Plan a reduce.
     *
     * @return not started yet.
     * @see Communicator#reduce(DirectBuffer, int, MutableDirectBuffer, int, int, ElementType, ReduceOp, int)
     */
    Plan planReduce(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int count,
        ElementType type,
        ReduceOp op,
        int root);

    /**
     * Start a reduce.
     *
     * @return to be polled.
     * @see Communicator#reduce(DirectBuffer, int, MutableDirectBuffer, int, int, ElementType, ReduceOp, int)
     */
    default Request startReduce(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int count,
        final ElementType type,
        final ReduceOp op,
        final int root)
    {
        return planReduce(send, sendOffset, recv, recvOffset, count, type, op, root).start();
    }

    /**
     * Plan a reduceScatter.
     *
     * @return not started yet.
     * @see Communicator#reduceScatter(DirectBuffer, int, MutableDirectBuffer, int, int[], ElementType, ReduceOp)
     */
    Plan planReduceScatter(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int[] counts,
        ElementType type,
        ReduceOp op);

    /**
     * Start a reduceScatter.
     *
     * @return to be polled.
     * @see Communicator#reduceScatter(DirectBuffer, int, MutableDirectBuffer, int, int[], ElementType, ReduceOp)
     */
    default Request startReduceScatter(
        final DirectBuffer send,
        final int sendOffset,
        final MutableDirectBuffer recv,
        final int recvOffset,
        final int[] counts,
        final ElementType type,
        final ReduceOp op)
    {
        return planReduceScatter(send, sendOffset, recv, recvOffset, counts, type, op).start();
    }
}
