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
     * Plan a barrier: nobody leaves before everybody has entered.
     *
     * @return not started yet.
     */
    Plan planBarrier();

    /**
     * Start a barrier: nobody leaves before everybody has entered.
     *
     * @return to be polled.
     */
    default Request startBarrier()
    {
        return planBarrier().start();
    }

    /**
     * Plan a broadcast: the root's elements to every rank.
     *
     * @param buffer source on the root, destination elsewhere.
     * @param offset first byte.
     * @param count  elements, equal on all ranks.
     * @param type   of the elements.
     * @param root   rank that has the elements.
     * @return not started yet.
     */
    Plan planBroadcast(MutableDirectBuffer buffer, int offset, int count, ElementType type, int root);

    /**
     * Start a broadcast: the root's elements to every rank.
     *
     * @param buffer source on the root, destination elsewhere.
     * @param offset first byte.
     * @param count  elements, equal on all ranks.
     * @param type   of the elements.
     * @param root   rank that has the elements.
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
     * Plan an allgatherv: every rank's elements to every rank. Bytes of {@code recv} between the regions stay
     * untouched.
     *
     * @param send          this rank's elements; may lie in {@code recv} at this rank's own region (in place).
     * @param sendOffset    first byte.
     * @param sendCount     elements; must equal {@code counts[rank()]}.
     * @param recv          destination.
     * @param recvOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code recv}; regions must not overlap.
     * @param type          of the elements.
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
     * Start an allgatherv: every rank's elements to every rank. Bytes of {@code recv} between the regions stay
     * untouched.
     *
     * @param send          this rank's elements; may lie in {@code recv} at this rank's own region (in place).
     * @param sendOffset    first byte.
     * @param sendCount     elements; must equal {@code counts[rank()]}.
     * @param recv          destination.
     * @param recvOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code recv}; regions must not overlap.
     * @param type          of the elements.
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
     * Plan an allreduce: element-wise fold in rank order, result on every rank.
     *
     * @param send       this rank's elements; may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
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
     * Start an allreduce: element-wise fold in rank order, result on every rank.
     *
     * @param send       this rank's elements; may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
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
     * Plan a gatherv: every rank's elements to the root. Bytes of {@code recv} between the regions stay untouched.
     *
     * @param send          this rank's elements; on the root it may lie in {@code recv} at its own region (in place).
     * @param sendOffset    first byte.
     * @param sendCount     elements; must equal {@code counts[rank()]}.
     * @param recv          destination on the root; ignored elsewhere, may be null.
     * @param recvOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code recv}; ignored but on the root, may be null elsewhere.
     * @param type          of the elements.
     * @param root          rank that gets the elements.
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
     * Start a gatherv: every rank's elements to the root. Bytes of {@code recv} between the regions stay untouched.
     *
     * @param send          this rank's elements; on the root it may lie in {@code recv} at its own region (in place).
     * @param sendOffset    first byte.
     * @param sendCount     elements; must equal {@code counts[rank()]}.
     * @param recv          destination on the root; ignored elsewhere, may be null.
     * @param recvOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code recv}; ignored but on the root, may be null elsewhere.
     * @param type          of the elements.
     * @param root          rank that gets the elements.
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
     * Plan a scatterv: a part of the root's elements to each rank.
     *
     * @param send          source on the root; ignored elsewhere, may be null.
     * @param sendOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code send}; ignored but on the root, may be null elsewhere.
     * @param recv          destination; on the root it may be its own part of {@code send} (in place).
     * @param recvOffset    first byte.
     * @param recvCount     elements; must equal {@code counts[rank()]}.
     * @param type          of the elements.
     * @param root          rank that has the elements.
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
     * Start a scatterv: a part of the root's elements to each rank.
     *
     * @param send          source on the root; ignored elsewhere, may be null.
     * @param sendOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code send}; ignored but on the root, may be null elsewhere.
     * @param recv          destination; on the root it may be its own part of {@code send} (in place).
     * @param recvOffset    first byte.
     * @param recvCount     elements; must equal {@code counts[rank()]}.
     * @param type          of the elements.
     * @param root          rank that has the elements.
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
     * Plan a reduce: element-wise fold in rank order, result on the root.
     *
     * @param send       this rank's elements; on the root it may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination on the root; ignored elsewhere, may be null.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
     * @param root       rank that gets the result.
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
     * Start a reduce: element-wise fold in rank order, result on the root.
     *
     * @param send       this rank's elements; on the root it may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination on the root; ignored elsewhere, may be null.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
     * @param root       rank that gets the result.
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
     * Plan a reduceScatter: element-wise fold in rank order, each rank gets its part of the result.
     *
     * @param send       this rank's elements, the sum of the counts.
     * @param sendOffset first byte.
     * @param recv       destination of {@code counts[rank()]} elements; may be this rank's part of {@code send} (in
     *                   place).
     * @param recvOffset first byte.
     * @param counts     elements of each rank's part, in rank order, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
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
     * Start a reduceScatter: element-wise fold in rank order, each rank gets its part of the result.
     *
     * @param send       this rank's elements, the sum of the counts.
     * @param sendOffset first byte.
     * @param recv       destination of {@code counts[rank()]} elements; may be this rank's part of {@code send} (in
     *                   place).
     * @param recvOffset first byte.
     * @param counts     elements of each rank's part, in rank order, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
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
