package io.cobre.engine;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Collectives that do not wait: plan once and start many times, or start at once. Several operations may be
 * outstanding; all ranks start them in the same order and may poll them in any order. Arguments are those of the
 * blocking forms of {@link Communicator}.
 */
public interface PlannedCollectives
{
    /**
     * Plan a barrier; arguments as of the blocking form.
     *
     * @return not started yet.
     */
    Plan planBarrier();

    /**
     * Start a barrier; arguments as of the blocking form.
     *
     * @return to be polled.
     */
    default Request startBarrier()
    {
        return planBarrier().start();
    }

    /**
     * Plan a broadcast; arguments as of the blocking form.
     *
     * @return not started yet.
     */
    Plan planBroadcast(MutableDirectBuffer buffer, int offset, int count, ElementType type, int root);

    /**
     * Start a broadcast; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan an allgatherv; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start an allgatherv; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan an allreduce; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start an allreduce; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan a gatherv; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start a gatherv; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan a scatterv; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start a scatterv; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan a reduce; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start a reduce; arguments as of the blocking form.
     *
     * @return to be polled.
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
     * Plan a reduceScatter; arguments as of the blocking form.
     *
     * @return not started yet.
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
     * Start a reduceScatter; arguments as of the blocking form.
     *
     * @return to be polled.
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
