package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/**
 * Allreduce, compared bit by bit with a scalar loop.
 */
final class ReductionScenarios
{
    private static final int[] COUNTS = {1, 2, 4, 31, 1000, 2048, 8192, 20_011};
    private static final int[] ONE_TO_SEVEN = {1, 2, 3, 4, 5, 6, 7};

    private ReductionScenarios()
    {
    }

    static List<Scenario> all()
    {
        final List<Scenario> scenarios = new ArrayList<>();
        for (final ElementType type : List.of(ElementType.F64, ElementType.I64, ElementType.I32))
        {
            for (final ReduceOp op : ReduceOp.values())
            {
                if (op.compareTo(ReduceOp.MAX) <= 0 || ElementType.I64 == type)
                {
                    final String name = (type + "_" + op).toLowerCase(java.util.Locale.ROOT);
                    scenarios.add(Scenario.of("allreduce", name, (communicator) ->
                        everyCount(communicator, type, op)).ranks(ONE_TO_SEVEN));
                }
            }
        }
        scenarios.add(Scenario.of("allreduce", "arrays", ReductionScenarios::arrays));
        scenarios.add(Scenario.of("allreduce", "memory_of_any_kind", ReductionScenarios::memoryOfAnyKind)
            .ranks(ONE_TO_SEVEN));
        scenarios.add(Scenario.of("allreduce", "source_unchanged", ReductionScenarios::sourceUnchanged));
        return scenarios;
    }

    private static void everyCount(final Communicator communicator, final ElementType type, final ReduceOp op)
    {
        for (final int count : COUNTS)
        {
            final int bytes = count * type.size();
            final MutableDirectBuffer send = communicator.allocate(bytes);
            final MutableDirectBuffer recv = communicator.allocate(bytes + 8);
            Values.fill(send, 0, count, communicator.rank(), count, type);
            communicator.allreduce(send, 0, recv, 8, count, type, op);
            Expect.folded(recv, 8, count, communicator.size(), 0, count, type, op);
            communicator.allreduce(send, 0, send, 0, count, type, op);
            Expect.folded(send, 0, count, communicator.size(), 0, count, type, op);
        }
    }

    private static void arrays(final Communicator communicator)
    {
        final int size = communicator.size();
        final double[] doubles = {communicator.rank(), 1.0};
        communicator.allreduce(doubles, doubles, ReduceOp.SUM);
        assertEquals(size * (size - 1) / 2.0, doubles[0]);
        assertEquals(size, doubles[1]);
        final long[] longs = new long[2];
        communicator.allreduce(new long[]{communicator.rank(), -communicator.rank()}, longs, ReduceOp.MAX);
        assertEquals(size - 1, longs[0]);
        assertEquals(0, longs[1]);
        final int[] ints = new int[1];
        communicator.allreduce(new int[]{Integer.MAX_VALUE}, ints, ReduceOp.SUM);
        int wrapped = 0;
        for (int i = 0; i < size; i++)
        {
            wrapped += Integer.MAX_VALUE;
        }
        assertEquals(wrapped, ints[0]);
    }

    /**
     * Vectors and results that the peers can read on some ranks, on all, on none, views of them, in place and not.
     */
    private static void memoryOfAnyKind(final Communicator communicator)
    {
        final int rank = communicator.rank();
        final Memory[] vectors = Memory.of(communicator, 8 * 9000);
        final Memory[] results = Memory.of(communicator, 8 * 9000);
        for (int round = 0; round < 64; round++)
        {
            final int kind = round % 4 < 2 ? round % 2 : round + rank;
            final int count = (500 << round / 4 % 5) + round % 3;
            final Memory from = vectors[kind % vectors.length];
            final Memory to = 0 == round / 8 % 2 ? from : results[kind % vectors.length];
            Values.fill(from.buffer(), from.offset(), round, rank, count, ElementType.F64);
            communicator.allreduce(
                from.buffer(), from.offset(), to.buffer(), to.offset(), count, ElementType.F64, ReduceOp.SUM);
            from.buffer().setMemory(from == to ? 0 : from.offset(), from == to ? 0 : count * 8, (byte) -1);
            Expect.folded(
                to.buffer(), to.offset(), round, communicator.size(), 0, count, ElementType.F64, ReduceOp.SUM);
            to.buffer().setMemory(to.offset(), count * 8, (byte) -1);
        }
    }

    private static void sourceUnchanged(final Communicator communicator)
    {
        final MutableDirectBuffer send = communicator.allocate(8 * 5000);
        final MutableDirectBuffer recv = communicator.allocate(8 * 5000);
        Values.fill(send, 0, 1, communicator.rank(), 5000, ElementType.F64);
        communicator.allreduce(send, 0, recv, 0, 5000, ElementType.F64, ReduceOp.SUM);
        Expect.elements(send, 0, 1, communicator.rank(), 5000, ElementType.F64);
    }
}
