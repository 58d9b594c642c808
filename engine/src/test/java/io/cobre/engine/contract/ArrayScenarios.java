package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

/**
 * The array forms of all collectives, each with every type that it takes, uneven counts and gaps between the regions.
 */
final class ArrayScenarios
{
    private static final int GAP = 1;
    private static final int UNTOUCHED = -1;

    private ArrayScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("broadcast", "arrays_of_every_type", ArrayScenarios::broadcast).ranks(1, 3),
            Scenario.of("allgatherv", "arrays_of_every_type", ArrayScenarios::allgatherv).ranks(1, 3),
            Scenario.of("gatherv", "arrays_of_every_type", ArrayScenarios::gatherv).ranks(1, 3),
            Scenario.of("scatterv", "arrays_of_every_type", ArrayScenarios::scatterv).ranks(1, 3),
            Scenario.of("allreduce", "arrays_of_every_type", ArrayScenarios::allreduce).ranks(1, 3),
            Scenario.of("reduce", "arrays_of_every_type", ArrayScenarios::reduce).ranks(1, 3),
            Scenario.of("reduceScatter", "arrays_of_every_type", ArrayScenarios::reduceScatter).ranks(1, 3));
    }

    private static void broadcast(final Communicator communicator)
    {
        for (final Class<?> type : List.of(double.class, long.class, int.class, byte.class))
        {
            for (int root = 0; root < communicator.size(); root++)
            {
                final Object data =
                    communicator.rank() == root ? elements(type, root, 4) : filled(type, 4);
                if (double.class == type)
                {
                    communicator.broadcast((double[]) data, root);
                }
                else if (long.class == type)
                {
                    communicator.broadcast((long[]) data, root);
                }
                else if (int.class == type)
                {
                    communicator.broadcast((int[]) data, root);
                }
                else
                {
                    communicator.broadcast((byte[]) data, root);
                }
                assertElements(root, 4, data, 0);
            }
        }
    }

    private static void allgatherv(final Communicator communicator)
    {
        final int[] counts = counts(communicator.size());
        final int[] displacements = displacements(counts);
        for (final Class<?> type : List.of(double.class, long.class, int.class, byte.class))
        {
            final Object send = elements(type, communicator.rank(), counts[communicator.rank()]);
            final Object recv = filled(type, end(counts));
            if (double.class == type)
            {
                communicator.allgatherv((double[]) send, (double[]) recv, counts, displacements);
            }
            else if (long.class == type)
            {
                communicator.allgatherv((long[]) send, (long[]) recv, counts, displacements);
            }
            else if (int.class == type)
            {
                communicator.allgatherv((int[]) send, (int[]) recv, counts, displacements);
            }
            else
            {
                communicator.allgatherv((byte[]) send, (byte[]) recv, counts, displacements);
            }
            assertGathered(counts, displacements, recv);
        }
    }

    private static void gatherv(final Communicator communicator)
    {
        final int[] counts = counts(communicator.size());
        final int[] displacements = displacements(counts);
        final int root = communicator.size() - 1;
        for (final Class<?> type : List.of(double.class, long.class, byte.class))
        {
            final Object send = elements(type, communicator.rank(), counts[communicator.rank()]);
            final Object recv = communicator.rank() == root ? filled(type, end(counts)) : null;
            if (double.class == type)
            {
                communicator.gatherv((double[]) send, (double[]) recv, counts, displacements, root);
            }
            else if (long.class == type)
            {
                communicator.gatherv((long[]) send, (long[]) recv, counts, displacements, root);
            }
            else
            {
                communicator.gatherv((byte[]) send, (byte[]) recv, counts, displacements, root);
            }
            if (null != recv)
            {
                assertGathered(counts, displacements, recv);
            }
        }
    }

    private static void scatterv(final Communicator communicator)
    {
        final int[] counts = counts(communicator.size());
        final int[] displacements = displacements(counts);
        final int root = communicator.size() - 1;
        for (final Class<?> type : List.of(double.class, long.class, byte.class))
        {
            final Object send = communicator.rank() == root ? regions(type, counts, displacements) : null;
            final Object recv = filled(type, counts[communicator.rank()]);
            if (double.class == type)
            {
                communicator.scatterv((double[]) send, counts, displacements, (double[]) recv, root);
            }
            else if (long.class == type)
            {
                communicator.scatterv((long[]) send, counts, displacements, (long[]) recv, root);
            }
            else
            {
                communicator.scatterv((byte[]) send, counts, displacements, (byte[]) recv, root);
            }
            assertElements(communicator.rank(), counts[communicator.rank()], recv, 0);
        }
    }

    private static void allreduce(final Communicator communicator)
    {
        final double[] doubles = new double[3];
        communicator.allreduce((double[]) elements(double.class, communicator.rank(), 3), doubles, ReduceOp.SUM);
        assertSums(communicator.size(), 0, 3, doubles);
        final long[] longs = new long[3];
        communicator.allreduce((long[]) elements(long.class, communicator.rank(), 3), longs, ReduceOp.SUM);
        assertSums(communicator.size(), 0, 3, longs);
        final int[] ints = new int[3];
        communicator.allreduce((int[]) elements(int.class, communicator.rank(), 3), ints, ReduceOp.SUM);
        assertSums(communicator.size(), 0, 3, ints);
    }

    private static void reduce(final Communicator communicator)
    {
        final int root = communicator.size() - 1;
        final boolean isRoot = communicator.rank() == root;
        final double[] doubles = isRoot ? new double[3] : null;
        communicator.reduce((double[]) elements(double.class, communicator.rank(), 3), doubles, ReduceOp.SUM, root);
        final long[] longs = isRoot ? new long[3] : null;
        communicator.reduce((long[]) elements(long.class, communicator.rank(), 3), longs, ReduceOp.SUM, root);
        if (isRoot)
        {
            assertSums(communicator.size(), 0, 3, doubles);
            assertSums(communicator.size(), 0, 3, longs);
        }
    }

    private static void reduceScatter(final Communicator communicator)
    {
        final int rank = communicator.rank();
        final int[] counts = counts(communicator.size());
        final int total = Arrays.stream(counts).sum();
        final int first = Arrays.stream(counts).limit(rank).sum();
        final double[] doubles = new double[counts[rank]];
        communicator.reduceScatter((double[]) elements(double.class, rank, total), doubles, counts, ReduceOp.SUM);
        assertSums(communicator.size(), first, counts[rank], doubles);
        final long[] longs = new long[counts[rank]];
        communicator.reduceScatter((long[]) elements(long.class, rank, total), longs, counts, ReduceOp.SUM);
        assertSums(communicator.size(), first, counts[rank], longs);
    }

    private static int[] counts(final int size)
    {
        final int[] counts = new int[size];
        Arrays.setAll(counts, (i) -> 1 + 2 * i);
        return counts;
    }

    private static int[] displacements(final int[] counts)
    {
        final int[] displacements = new int[counts.length];
        for (int i = 0, next = GAP; i < counts.length; i++)
        {
            displacements[i] = next;
            next += counts[i] + GAP;
        }
        return displacements;
    }

    private static int end(final int[] counts)
    {
        return Arrays.stream(counts).sum() + (counts.length + 1) * GAP;
    }

    private static int element(final int rank, final int index)
    {
        return 10 * rank + index + 1;
    }

    private static void set(final Object array, final int index, final int value)
    {
        if (array instanceof byte[] bytes)
        {
            bytes[index] = (byte) value;
        }
        else
        {
            Array.setInt(array, index, value);
        }
    }

    private static Object elements(final Class<?> type, final int rank, final int count)
    {
        final Object array = Array.newInstance(type, count);
        for (int i = 0; i < count; i++)
        {
            set(array, i, element(rank, i));
        }
        return array;
    }

    private static Object filled(final Class<?> type, final int length)
    {
        final Object array = Array.newInstance(type, length);
        for (int i = 0; i < length; i++)
        {
            set(array, i, UNTOUCHED);
        }
        return array;
    }

    private static Object regions(final Class<?> type, final int[] counts, final int[] displacements)
    {
        final Object array = filled(type, end(counts));
        for (int rank = 0; rank < counts.length; rank++)
        {
            for (int i = 0; i < counts[rank]; i++)
            {
                set(array, displacements[rank] + i, element(rank, i));
            }
        }
        return array;
    }

    private static void assertElements(final int rank, final int count, final Object array, final int from)
    {
        for (int i = 0; i < count; i++)
        {
            assertEquals(element(rank, i), Array.getDouble(array, from + i), array.getClass().getSimpleName());
        }
    }

    private static void assertGathered(final int[] counts, final int[] displacements, final Object array)
    {
        for (int rank = 0; rank < counts.length; rank++)
        {
            assertEquals(UNTOUCHED, Array.getDouble(array, displacements[rank] - GAP));
            assertElements(rank, counts[rank], array, displacements[rank]);
        }
        assertEquals(UNTOUCHED, Array.getDouble(array, end(counts) - GAP));
    }

    private static void assertSums(final int size, final int first, final int count, final Object array)
    {
        for (int i = 0; i < count; i++)
        {
            double sum = 0.0;
            for (int rank = 0; rank < size; rank++)
            {
                sum += element(rank, first + i);
            }
            assertEquals(sum, Array.getDouble(array, i), array.getClass().getSimpleName());
        }
    }
}
