package io.cobre.bench.jmh;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import org.agrona.MutableDirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Collectives between ranks that are threads of one JVM. Rank 0 is measured, the others do the same as often as it
 * does; nothing but the operation itself keeps them together. The root of a broadcast is rank 0, which does not wait
 * for the others until their buffers are full: its time is that of sending.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CollectivesBenchmark
{
    /**
     * What one rank works with.
     */
    private static final class Seat
    {
        private final Communicator communicator;
        private final MutableDirectBuffer send;
        private final MutableDirectBuffer recv;
        private final int[] counts;
        private final int[] displacements;

        private Seat(final Communicator communicator, final int bytes)
        {
            final int size = communicator.size();
            final int count = bytes / Double.BYTES;
            this.communicator = communicator;
            send = communicator.allocate(Math.max(Double.BYTES, bytes));
            recv = communicator.allocate(Math.max(Double.BYTES, bytes) * size);
            counts = new int[size];
            displacements = new int[size];
            Arrays.fill(counts, count);
            Arrays.setAll(displacements, (rank) -> rank * count);
            for (int i = 0; i < count; i++)
            {
                send.putDouble(i * Double.BYTES, communicator.rank() + 1);
            }
        }
    }

    /**
     * One collective in one group.
     */
    @State(Scope.Benchmark)
    public abstract static class Collective
    {
        /** What connects the ranks. */
        @Param({"rings", "ipc", "udp"})
        public String transport;

        /** How many there are. */
        @Param("2")
        public int ranks;

        private InJvmRanks group;
        private Seat seat;

        /**
         * Length of a contribution.
         */
        int bytes()
        {
            return 0;
        }

        abstract void once(Seat own);

        /**
         * What rank 0 must have received.
         *
         * @return the sum of all doubles.
         */
        double expected()
        {
            return 0.0;
        }

        /**
         * Connect the ranks and start all but the first.
         */
        @Setup
        public void open()
        {
            group = new InJvmRanks(transport, ranks);
            seat = new Seat(group.communicator(0), bytes());
            for (int rank = 1; rank < ranks; rank++)
            {
                final Seat other = new Seat(group.communicator(rank), bytes());
                group.repeat(() -> once(other));
            }
        }

        /**
         * Take part once as rank 0.
         */
        final void run()
        {
            once(seat);
        }

        /**
         * Look at what has been received and end the group.
         */
        @TearDown
        public void close()
        {
            final double sum = sum();
            group.close();
            if (sum != expected())
            {
                throw new IllegalStateException("rank 0 has received " + sum + ", not " + expected());
            }
        }

        private double sum()
        {
            double sum = 0.0;
            for (int i = 0; i + Double.BYTES <= seat.recv.capacity(); i += Double.BYTES)
            {
                sum += seat.recv.getDouble(i);
            }
            return sum;
        }
    }

    /**
     * With contributions.
     */
    public abstract static class Sized extends Collective
    {
        /** Length of a contribution. */
        @Param({"8", "1024", "65536"})
        public int bytes;

        @Override
        int bytes()
        {
            return bytes;
        }
    }

    /**
     * Nobody leaves before everybody has entered.
     */
    public static class Barrier extends Collective
    {
        @Override
        void once(final Seat own)
        {
            own.communicator.barrier();
        }
    }

    /**
     * From rank 0 to all.
     */
    public static class Broadcast extends Sized
    {
        @Override
        void once(final Seat own)
        {
            own.communicator.broadcast(own.send, 0, own.counts[0], ElementType.F64, 0);
        }
    }

    /**
     * From all to all.
     */
    public static class Allgatherv extends Sized
    {
        @Override
        void once(final Seat own)
        {
            own.communicator.allgatherv(
                own.send, 0, own.counts[0], own.recv, 0, own.counts, own.displacements, ElementType.F64);
        }

        @Override
        double expected()
        {
            return (double) bytes / Double.BYTES * ranks * (ranks + 1) / 2;
        }
    }

    /**
     * The sum over all, to all.
     */
    public static class Allreduce extends Sized
    {
        @Override
        void once(final Seat own)
        {
            own.communicator.allreduce(own.send, 0, own.recv, 0, own.counts[0], ElementType.F64, ReduceOp.SUM);
        }

        @Override
        double expected()
        {
            return (double) bytes / Double.BYTES * ranks * (ranks + 1) / 2;
        }
    }

    /**
     * Barrier.
     *
     * @param collective in its group.
     */
    @Benchmark
    public void barrier(final Barrier collective)
    {
        collective.run();
    }

    /**
     * Broadcast.
     *
     * @param collective in its group.
     */
    @Benchmark
    public void broadcast(final Broadcast collective)
    {
        collective.run();
    }

    /**
     * Allgatherv.
     *
     * @param collective in its group.
     */
    @Benchmark
    public void allgatherv(final Allgatherv collective)
    {
        collective.run();
    }

    /**
     * Allreduce.
     *
     * @param collective in its group.
     */
    @Benchmark
    public void allreduce(final Allreduce collective)
    {
        collective.run();
    }
}
