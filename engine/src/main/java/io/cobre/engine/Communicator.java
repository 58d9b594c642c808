package io.cobre.engine;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A group of ranks that call the same collectives in the same order.
 * <p>
 * Counts and displacements are in elements, offsets in bytes. The buffer forms do not allocate; the array forms wrap
 * them. A communicator is used by one thread at a time. After a {@link CollectiveFailedException} it is poisoned and
 * every later collective fails with the same error; {@link #rank()}, {@link #size()} and {@link #close()} never fail.
 */
public interface Communicator extends AutoCloseable
{
    /**
     * This process's number in the group.
     *
     * @return 0..size-1.
     */
    int rank();

    /**
     * Number of ranks.
     *
     * @return at least 1.
     */
    int size();

    /**
     * The backend in use, never {@link BackendKind#AUTO}.
     *
     * @return the kind.
     */
    BackendKind backend();

    /**
     * Nobody leaves before everybody has entered.
     */
    void barrier();

    /**
     * The root's elements to every rank.
     *
     * @param buffer source on the root, destination elsewhere.
     * @param offset first byte.
     * @param count  elements, equal on all ranks.
     * @param type   of the elements.
     * @param root   rank that has the elements.
     */
    void broadcast(MutableDirectBuffer buffer, int offset, int count, ElementType type, int root);

    /**
     * Every rank's elements to every rank. Bytes of {@code recv} between the regions stay untouched.
     *
     * @param send          this rank's elements; may lie in {@code recv} at this rank's own region (in place).
     * @param sendOffset    first byte.
     * @param sendCount     elements; must equal {@code counts[rank()]}.
     * @param recv          destination.
     * @param recvOffset    byte that displacement 0 stands for.
     * @param counts        elements by rank, equal on all ranks.
     * @param displacements first element by rank in {@code recv}; regions must not overlap.
     * @param type          of the elements.
     */
    void allgatherv(
        DirectBuffer send,
        int sendOffset,
        int sendCount,
        MutableDirectBuffer recv,
        int recvOffset,
        int[] counts,
        int[] displacements,
        ElementType type);

    /**
     * Element-wise fold in rank order, result on every rank.
     *
     * @param send       this rank's elements; may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction.
     */
    void allreduce(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int count,
        ElementType type,
        ReduceOp op);

    /**
     * Broadcast of doubles.
     *
     * @param data source on the root, destination elsewhere; equal length on all ranks.
     * @param root rank that has the elements.
     */
    void broadcast(double[] data, int root);

    /**
     * Broadcast of longs.
     *
     * @param data source on the root, destination elsewhere; equal length on all ranks.
     * @param root rank that has the elements.
     */
    void broadcast(long[] data, int root);

    /**
     * Broadcast of bytes.
     *
     * @param data source on the root, destination elsewhere; equal length on all ranks.
     * @param root rank that has the elements.
     */
    void broadcast(byte[] data, int root);

    /**
     * Allgatherv of doubles.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(double[] send, double[] recv, int[] counts, int[] displacements);

    /**
     * Allgatherv of longs.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(long[] send, long[] recv, int[] counts, int[] displacements);

    /**
     * Allgatherv of bytes.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(byte[] send, byte[] recv, int[] counts, int[] displacements);

    /**
     * Allreduce of doubles.
     *
     * @param send this rank's elements.
     * @param recv destination of the same length; may be {@code send}.
     * @param op   the reduction.
     */
    void allreduce(double[] send, double[] recv, ReduceOp op);

    /**
     * Allreduce of longs.
     *
     * @param send this rank's elements.
     * @param recv destination of the same length; may be {@code send}.
     * @param op   the reduction.
     */
    void allreduce(long[] send, long[] recv, ReduceOp op);

    /**
     * Leave the group in good order. Idempotent.
     */
    @Override
    void close();
}
