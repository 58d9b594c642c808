package io.cobre.bench.collectives;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One line of the benchmark: an operation with a size.
 *
 * @param operation   what is called.
 * @param bytes       payload per rank, a multiple of 8.
 * @param bufferKind  where the buffers come from.
 */
record Row(Operation operation, int bytes, BufferKind bufferKind)
{
    /**
     * What is called in one iteration.
     */
    enum Operation
    {
        /** A barrier. */
        BARRIER("barrier"),
        /** Sum of doubles. */
        ALLREDUCE("allreduce"),
        /** Broadcast from rank 0. */
        BROADCAST("broadcast"),
        /** Broadcast from rank 0, then a barrier. */
        BROADCAST_BARRIER("broadcast+barrier"),
        /** Equal counts on all ranks. */
        ALLGATHERV("allgatherv");

        private final String id;

        Operation(final String id)
        {
            this.id = id;
        }

        String id()
        {
            return id;
        }

        boolean hasPayload()
        {
            return this != BARRIER;
        }

        /**
         * The tolerance of a comparison: small operations are noisier.
         *
         * @return a fraction.
         */
        double tolerance()
        {
            return this == ALLREDUCE || this == ALLGATHERV ? 0.05 : 0.10;
        }
    }

    /**
     * Where the buffers come from.
     */
    enum BufferKind
    {
        /** From {@code Communicator.allocate}: memory that the peers can read. */
        ALLOCATED,
        /** Private memory of the process. */
        FOREIGN
    }

    private static final int SMALL_ALLREDUCE = 1024;
    private static final int BULK_BYTES = 4096;

    static List<Row> all()
    {
        final List<Row> rows = new ArrayList<>();
        add(rows, Operation.BARRIER, 0);
        add(rows, Operation.ALLREDUCE, 8, 32, SMALL_ALLREDUCE, 64 << 10, 1 << 20);
        add(rows, Operation.BROADCAST, 10_240, 1 << 20);
        add(rows, Operation.BROADCAST_BARRIER, 10_240, 1 << 20);
        add(rows, Operation.ALLGATHERV, 8, 1024, 64 << 10, 200 << 10, 1 << 20, 12_900_000);
        return rows;
    }

    private static void add(final List<Row> rows, final Operation operation, final int... sizes)
    {
        for (final int bytes : sizes)
        {
            rows.add(new Row(operation, bytes, BufferKind.ALLOCATED));
            if (bytes > BULK_BYTES)
            {
                rows.add(new Row(operation, bytes, BufferKind.FOREIGN));
            }
        }
    }

    /**
     * Rows that fit the filters, and a row of every wanted operation for each size that {@link #all()} lacks.
     *
     * @param operations ids, empty for all.
     * @param sizes      bytes per rank, multiples of 8, empty for all.
     * @return in the order of {@link #all()}, then those of other sizes.
     */
    static List<Row> matching(final List<String> operations, final List<Integer> sizes)
    {
        final List<Row> rows = all();
        final Set<Integer> others = new LinkedHashSet<>(sizes);
        rows.forEach((row) -> others.remove(row.bytes));
        for (final int bytes : others)
        {
            Stream.of(Operation.values()).filter(Operation::hasPayload).forEach((kind) -> add(rows, kind, bytes));
        }
        return rows.stream()
            .filter((row) -> operations.isEmpty() || operations.contains(row.operation.id()))
            .filter((row) -> sizes.isEmpty() || !row.operation.hasPayload() || sizes.contains(row.bytes))
            .toList();
    }

    boolean isBulk()
    {
        return bytes > BULK_BYTES;
    }

    /**
     * The name of the library column.
     *
     * @param backend id of the backend.
     * @return for example {@code cobre-shm} or {@code cobre-shm-foreign}.
     */
    String library(final String backend)
    {
        final String base = "cobre-" + backend;
        return isBulk() && bufferKind == BufferKind.FOREIGN ?
            base + "-" + bufferKind.name().toLowerCase(Locale.ROOT) : base;
    }
}
