package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Broadcast and allgatherv.
 */
final class DataScenarios
{
    private static final byte UNTOUCHED = 0x55;

    private DataScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("allgatherv", "heterogeneous", gathering((rank) -> 3 + 5 * rank, 1)),
            Scenario.of("allgatherv", "one_rank_empty", gathering((rank) -> 1 == rank ? 0 : 40, 0)),
            Scenario.of("allgatherv", "all_ranks_empty", gathering((rank) -> 0, 0)),
            Scenario.of("allgatherv", "single_element", gathering((rank) -> 1, 0)),
            Scenario.of("allgatherv", "gaps_untouched", gathering((rank) -> 2 + rank, 9)),
            Scenario.of("allgatherv", "100000_doubles", gathering((rank) -> 100_000, 0)),
            Scenario.of("allgatherv", "in_place", DataScenarios::inPlace),
            Scenario.of("allgatherv", "reversed_displacements", DataScenarios::reversed),
            Scenario.of("allgatherv", "no_stale_data", DataScenarios::noStaleData),
            Scenario.of("allgatherv", "source_changed_after_return", DataScenarios::sourceChanged),
            Scenario.of("allgatherv", "memory_of_any_kind", DataScenarios::memoryOfAnyKind),
            Scenario.of("broadcast", "from_every_root", DataScenarios::fromEveryRoot),
            Scenario.of("broadcast", "10000_elements_one_by_one", DataScenarios::oneByOne),
            Scenario.of("broadcast", "empty", DataScenarios::empty),
            Scenario.of("broadcast", "memory_of_any_kind", DataScenarios::broadcastOfAnyKind),
            Scenario.of("broadcast", "source_changed_after_return", DataScenarios::broadcastChanged));
    }

    static List<Scenario> large()
    {
        return List.of(
            Scenario.of("allgatherv", "64_mb_a_rank", gathering((rank) -> 8_000_000, 0)).ranks(2, 3),
            Scenario.of("broadcast", "64_mb", (communicator) -> broadcast(communicator, 8_000_000, 0)).ranks(2, 3));
    }

    private static RankBody gathering(final IntUnaryOperator count, final int gap)
    {
        return (communicator) -> gather(communicator, count, gap);
    }

    private static void gather(final Communicator communicator, final IntUnaryOperator count, final int gap)
    {
        final ElementType type = ElementType.F64;
        final int rank = communicator.rank();
        final int[] counts = new int[communicator.size()];
        final int[] displacements = new int[counts.length];
        int end = gap;
        for (int i = 0; i < counts.length; i++)
        {
            counts[i] = count.applyAsInt(i);
            displacements[i] = end;
            end += counts[i] + gap;
        }
        final int base = 16;
        final MutableDirectBuffer send = communicator.allocate(Math.max(8, counts[rank] * type.size()));
        final MutableDirectBuffer recv = communicator.allocate(base + Math.max(1, end) * type.size());
        recv.setMemory(0, recv.capacity(), UNTOUCHED);
        Values.fill(send, 0, 7, rank, counts[rank], type);
        communicator.allgatherv(send, 0, counts[rank], recv, base, counts, displacements, type);
        int last = 0;
        for (int i = 0; i < counts.length; i++)
        {
            final int start = base + displacements[i] * type.size();
            Expect.bytes(recv, last, start, UNTOUCHED);
            Expect.elements(recv, start, 7, i, counts[i], type);
            last = start + counts[i] * type.size();
        }
    }

    private static void inPlace(final Communicator communicator)
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        for (int i = 0; i < size; i++)
        {
            counts[i] = 1000 + i;
            displacements[i] = i * 1100;
        }
        final int rank = communicator.rank();
        final MutableDirectBuffer recv = communicator.allocate(size * 1100 * 8);
        final int own = displacements[rank] * 8;
        Values.fill(recv, own, 3, rank, counts[rank], ElementType.I64);
        communicator.allgatherv(recv, own, counts[rank], recv, 0, counts, displacements, ElementType.I64);
        for (int i = 0; i < size; i++)
        {
            Expect.elements(recv, displacements[i] * 8, 3, i, counts[i], ElementType.I64);
        }
    }

    private static void reversed(final Communicator communicator)
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        for (int i = 0; i < size; i++)
        {
            counts[i] = 2;
            displacements[i] = 2 * (size - 1 - i);
        }
        final double[] recv = new double[2 * size];
        final double own = communicator.rank();
        communicator.allgatherv(new double[]{own, -own}, recv, counts, displacements);
        for (int i = 0; i < size; i++)
        {
            assertEquals(i, recv[displacements[i]]);
            assertEquals(-(double) i, recv[displacements[i] + 1]);
        }
    }

    private static void noStaleData(final Communicator communicator)
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        final MutableDirectBuffer send = communicator.allocate(8 * 600);
        final MutableDirectBuffer recv = communicator.allocate(8 * 600 * size);
        for (int round = 0; round < 100; round++)
        {
            for (int i = 0; i < size; i++)
            {
                counts[i] = (round * 37 + i * 11) % 600;
                displacements[i] = i * 600;
            }
            final int rank = communicator.rank();
            Values.fill(send, 0, round, rank, counts[rank], ElementType.F64);
            communicator.allgatherv(send, 0, counts[rank], recv, 0, counts, displacements, ElementType.F64);
            for (int i = 0; i < size; i++)
            {
                Expect.elements(recv, displacements[i] * 8, round, i, counts[i], ElementType.F64);
            }
        }
    }

    private static void sourceChanged(final Communicator communicator)
    {
        final int size = communicator.size();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        Arrays.fill(counts, 5000);
        Arrays.setAll(displacements, (i) -> 5000 * i);
        final MutableDirectBuffer send = communicator.allocate(8 * 5000);
        final MutableDirectBuffer recv = communicator.allocate(8 * 5000 * size);
        for (int round = 0; round < 20; round++)
        {
            Values.fill(send, 0, round, communicator.rank(), 5000, ElementType.I64);
            communicator.allgatherv(send, 0, 5000, recv, 0, counts, displacements, ElementType.I64);
            send.setMemory(0, send.capacity(), (byte) -1);
            for (int i = 0; i < size; i++)
            {
                Expect.elements(recv, displacements[i] * 8, round, i, 5000, ElementType.I64);
            }
        }
    }

    /**
     * Sources and destinations that the peers can read and such that they cannot, views of both, short and long ones.
     */
    private static void memoryOfAnyKind(final Communicator communicator)
    {
        final int size = communicator.size();
        final int rank = communicator.rank();
        final int[] counts = new int[size];
        final int[] displacements = new int[size];
        final Memory[] sources = Memory.of(communicator, 8 * 9000);
        final Memory[] destinations = Memory.of(communicator, 8 * 9000 * size);
        for (int round = 0; round < 48; round++)
        {
            final int longest = 500 << round % 5;
            for (int i = 0; i < size; i++)
            {
                counts[i] = 0 == (round + i) % 3 ? round % 7 : longest + i;
                displacements[i] = i * 9000;
            }
            final Memory to = destinations[(round / 4 + rank) % destinations.length];
            final boolean isInPlace = 0 == round % 4;
            final Memory from = isInPlace ? to : sources[(round + rank) % sources.length];
            final int offset = from.offset() + (isInPlace ? displacements[rank] * 8 : 0);
            Values.fill(from.buffer(), offset, round, rank, counts[rank], ElementType.F64);
            communicator.allgatherv(
                from.buffer(), offset, counts[rank], to.buffer(), to.offset(), counts, displacements, ElementType.F64);
            if (!isInPlace)
            {
                from.buffer().setMemory(offset, counts[rank] * 8, (byte) -1);
            }
            for (int i = 0; i < size; i++)
            {
                Expect.elements(
                    to.buffer(), to.offset() + displacements[i] * 8, round, i, counts[i], ElementType.F64);
            }
        }
    }

    private static void broadcastOfAnyKind(final Communicator communicator)
    {
        final int rank = communicator.rank();
        final Memory[] memories = Memory.of(communicator, 8 * 9000);
        for (int round = 0; round < 48; round++)
        {
            final int root = round % communicator.size();
            final int count = 500 << round % 5;
            final Memory memory = memories[(round / 3 + rank) % memories.length];
            Values.fill(memory.buffer(), memory.offset(), round, rank, count, ElementType.F64);
            communicator.broadcast(memory.buffer(), memory.offset(), count, ElementType.F64, root);
            Expect.elements(memory.buffer(), memory.offset(), round, root, count, ElementType.F64);
            memory.buffer().setMemory(memory.offset(), count * 8, (byte) -1);
        }
    }

    private static void fromEveryRoot(final Communicator communicator)
    {
        for (int root = 0; root < communicator.size(); root++)
        {
            broadcast(communicator, 10_000, root);
            broadcast(communicator, 1, root);
        }
    }

    private static void broadcast(final Communicator communicator, final int count, final int root)
    {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[count * 8 + 24]);
        if (communicator.rank() == root)
        {
            Values.fill(buffer, 8, root, root, count, ElementType.F64);
        }
        communicator.broadcast(buffer, 8, count, ElementType.F64, root);
        Expect.elements(buffer, 8, root, root, count, ElementType.F64);
        Expect.bytes(buffer, 0, 8, (byte) 0);
        Expect.bytes(buffer, 8 + count * 8, buffer.capacity(), (byte) 0);
    }

    private static void oneByOne(final Communicator communicator)
    {
        final int root = communicator.size() - 1;
        final MutableDirectBuffer buffer = communicator.allocate(8);
        for (int i = 0; i < 10_000; i++)
        {
            buffer.putLong(0, communicator.rank() == root ? i : -1);
            communicator.broadcast(buffer, 0, 1, ElementType.I64, root);
            assertEquals(i, buffer.getLong(0));
        }
        communicator.barrier();
    }

    private static void empty(final Communicator communicator)
    {
        communicator.broadcast(new double[0], 0);
        communicator.barrier();
    }

    private static void broadcastChanged(final Communicator communicator)
    {
        for (int round = 0; round < 50; round++)
        {
            final long[] data = new long[3000];
            Arrays.fill(data, 0 == communicator.rank() ? round : -1);
            communicator.broadcast(data, 0);
            final long[] expected = new long[3000];
            Arrays.fill(expected, round);
            assertArrayEquals(expected, data);
            Arrays.fill(data, -7);
        }
    }
}
