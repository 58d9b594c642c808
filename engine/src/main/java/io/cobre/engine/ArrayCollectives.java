package io.cobre.engine;

/**
 * Collectives on arrays, for convenience: they copy through off-heap memory that the communicator keeps.
 */
public interface ArrayCollectives
{
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
     * Broadcast of ints.
     *
     * @param data source on the root, destination elsewhere; equal length on all ranks.
     * @param root rank that has the elements.
     */
    void broadcast(int[] data, int root);

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
     * @param recv          destination; elements between the regions stay untouched.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(double[] send, double[] recv, int[] counts, int[] displacements);

    /**
     * Allgatherv of longs.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination; elements between the regions stay untouched.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(long[] send, long[] recv, int[] counts, int[] displacements);

    /**
     * Allgatherv of ints.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination; elements between the regions stay untouched.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(int[] send, int[] recv, int[] counts, int[] displacements);

    /**
     * Allgatherv of bytes.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination; elements between the regions stay untouched.
     * @param counts        elements by rank.
     * @param displacements first element by rank.
     */
    void allgatherv(byte[] send, byte[] recv, int[] counts, int[] displacements);

    /**
     * Allreduce of doubles.
     *
     * @param send this rank's elements, at least one.
     * @param recv destination of the same length; may be {@code send}.
     * @param op   the reduction.
     */
    void allreduce(double[] send, double[] recv, ReduceOp op);

    /**
     * Allreduce of longs.
     *
     * @param send this rank's elements, at least one.
     * @param recv destination of the same length; may be {@code send}.
     * @param op   the reduction.
     */
    void allreduce(long[] send, long[] recv, ReduceOp op);

    /**
     * Allreduce of ints.
     *
     * @param send this rank's elements, at least one.
     * @param recv destination of the same length; may be {@code send}.
     * @param op   the reduction.
     */
    void allreduce(int[] send, int[] recv, ReduceOp op);

    /**
     * Gatherv of doubles.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param root          rank that gets the elements.
     */
    void gatherv(double[] send, double[] recv, int[] counts, int[] displacements, int root);

    /**
     * Gatherv of longs.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param root          rank that gets the elements.
     */
    void gatherv(long[] send, long[] recv, int[] counts, int[] displacements, int root);

    /**
     * Gatherv of bytes.
     *
     * @param send          this rank's elements, {@code counts[rank()]} of them.
     * @param recv          destination on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param root          rank that gets the elements.
     */
    void gatherv(byte[] send, byte[] recv, int[] counts, int[] displacements, int root);

    /**
     * Scatterv of doubles.
     *
     * @param send          source on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param recv          destination of {@code counts[rank()]} elements.
     * @param root          rank that has the elements.
     */
    void scatterv(double[] send, int[] counts, int[] displacements, double[] recv, int root);

    /**
     * Scatterv of longs.
     *
     * @param send          source on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param recv          destination of {@code counts[rank()]} elements.
     * @param root          rank that has the elements.
     */
    void scatterv(long[] send, int[] counts, int[] displacements, long[] recv, int root);

    /**
     * Scatterv of bytes.
     *
     * @param send          source on the root; ignored elsewhere, may be null.
     * @param counts        elements by rank.
     * @param displacements first element by rank; ignored but on the root.
     * @param recv          destination of {@code counts[rank()]} elements.
     * @param root          rank that has the elements.
     */
    void scatterv(byte[] send, int[] counts, int[] displacements, byte[] recv, int root);

    /**
     * Reduce of doubles.
     *
     * @param send this rank's elements, at least one.
     * @param recv destination of the same length on the root; ignored elsewhere, may be null.
     * @param op   the reduction.
     * @param root rank that gets the result.
     */
    void reduce(double[] send, double[] recv, ReduceOp op, int root);

    /**
     * Reduce of longs.
     *
     * @param send this rank's elements, at least one.
     * @param recv destination of the same length on the root; ignored elsewhere, may be null.
     * @param op   the reduction.
     * @param root rank that gets the result.
     */
    void reduce(long[] send, long[] recv, ReduceOp op, int root);

    /**
     * ReduceScatter of doubles.
     *
     * @param send   this rank's elements, the sum of the counts.
     * @param recv   destination of {@code counts[rank()]} elements.
     * @param counts elements of each rank's part.
     * @param op     the reduction.
     */
    void reduceScatter(double[] send, double[] recv, int[] counts, ReduceOp op);

    /**
     * ReduceScatter of longs.
     *
     * @param send   this rank's elements, the sum of the counts.
     * @param recv   destination of {@code counts[rank()]} elements.
     * @param counts elements of each rank's part.
     * @param op     the reduction.
     */
    void reduceScatter(long[] send, long[] recv, int[] counts, ReduceOp op);
}
