package io.cobre.engine;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A group of ranks that call the same collectives in the same order.
 * <p>
 * Counts and displacements are in elements, offsets in bytes. The buffer forms do not allocate; the array forms copy
 * through them. A communicator is used by one thread at a time.
 * <p>
 * Every collective checks its arguments before anything is sent and throws {@link InvalidBufferSizeException} for
 * counts, displacements and buffers that do not fit or overlap, {@link InvalidRootException} for a root that is no
 * rank, {@link InvalidCommunicatorException} on a communicator that is closed or that another thread is using. It
 * throws {@link CollectiveFailedException} if the ranks called different operations, a rank is lost or silent for
 * longer than the timeout, or the group was stopped. The communicator is poisoned then, and every later collective
 * fails with the same error; the destination is unspecified and the source unchanged. {@link #rank()},
 * {@link #size()} and {@link #close()} never fail.
 */
public interface Communicator extends ArrayCollectives, PlannedCollectives, AutoCloseable
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
     * @param op         the reduction; AND, OR and XOR take I64 only.
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
     * Every rank's elements to the root. Bytes of {@code recv} between the regions stay untouched.
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
     */
    void gatherv(
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
     * A part of the root's elements to each rank.
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
     */
    void scatterv(
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
     * Element-wise fold in rank order, result on the root.
     *
     * @param send       this rank's elements; on the root it may be the destination itself (in place).
     * @param sendOffset first byte.
     * @param recv       destination on the root; ignored elsewhere, may be null.
     * @param recvOffset first byte.
     * @param count      elements, at least 1, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
     * @param root       rank that gets the result.
     */
    void reduce(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int count,
        ElementType type,
        ReduceOp op,
        int root);

    /**
     * Element-wise fold in rank order, each rank gets its part of the result.
     *
     * @param send       this rank's elements, the sum of the counts.
     * @param sendOffset first byte.
     * @param recv       destination of {@code counts[rank()]} elements; may be this rank's part of {@code send} (in
     *                   place).
     * @param recvOffset first byte.
     * @param counts     elements of each rank's part, in rank order, equal on all ranks.
     * @param type       I32, I64 or F64.
     * @param op         the reduction; AND, OR and XOR take I64 only.
     */
    void reduceScatter(
        DirectBuffer send,
        int sendOffset,
        MutableDirectBuffer recv,
        int recvOffset,
        int[] counts,
        ElementType type,
        ReduceOp op);

    /**
     * Collective: divide the ranks by colour into communicators with streams of their own. Closing one of them does not
     * touch this one.
     *
     * @param color ranks of equal colour come together; a negative colour takes part in the call and gets nothing.
     * @param key   order of the ranks in the new communicator; ties by rank.
     * @return the communicator of this rank's colour, null for a negative colour.
     */
    Communicator split(int color, int key);

    /**
     * Collective: the ranks that can share memory with this one.
     *
     * @return a new communicator; of size 1 where memory cannot be shared.
     */
    Communicator splitLocal();

    /**
     * Whether this rank is the first of those that can share memory with it.
     *
     * @return true on every rank where memory cannot be shared.
     */
    boolean isLeader();

    /**
     * Collective: memory that all ranks of this communicator see, or a region of each rank's own where memory cannot be
     * shared.
     *
     * @param bytes size, at least 1, equal on all ranks.
     * @return zeroed; to be closed.
     * @throws AllocationFailedException on all ranks if one has no room, naming requested and available bytes.
     */
    SharedRegion createSharedRegion(long bytes);

    /**
     * A buffer that suits collectives best: off-heap, page-aligned and, where ranks share memory, in memory that the
     * peers can map. Broadcast, allgatherv and allreduce then copy long contributions once, straight from there; other
     * buffers are copied twice, and an allreduce between three ranks or more takes shared memory for vectors of up to
     * 4 MiB that lie in them. Memory of this process alone is taken instead where little shared memory is left. It is
     * released with the last reference to the buffer or a view of it.
     *
     * @param bytes capacity.
     * @return zeroed.
     * @throws AllocationFailedException if there is no room.
     */
    MutableDirectBuffer allocate(int bytes);

    /**
     * Leave the group in good order. Idempotent.
     */
    @Override
    void close();
}
