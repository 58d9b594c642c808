package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.Plan;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.agrona.MutableDirectBuffer;

/**
 * Operations that do not wait: several outstanding, polled in any order; plans run many times.
 */
final class PlannedScenarios
{
    private static final int COUNT = 6000;
    private static final int MOST = 256;

    private PlannedScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("start", "three_outstanding_any_poll_order", PlannedScenarios::threeOutstanding),
            Scenario.of("start", "mixed_with_blocking", PlannedScenarios::mixedWithBlocking),
            Scenario.of("start", "await", PlannedScenarios::awaits),
            Scenario.of("start", "every_operation", PlannedScenarios::everyOperation),
            Scenario.of("start", "one_too_many_harms_none", PlannedScenarios::oneTooMany),
            Scenario.of("plan", "many_runs", PlannedScenarios::manyRuns),
            Scenario.of("plan", "refuses_second_start", PlannedScenarios::secondStart).ranks(2));
    }

    private static void threeOutstanding(final Communicator communicator)
    {
        final Random random = new Random(31 + communicator.rank());
        for (int round = 0; round < 30; round++)
        {
            final List<MutableDirectBuffer> buffers = new ArrayList<>();
            final List<Request> requests = new ArrayList<>();
            for (int i = 0; i < 3; i++)
            {
                final MutableDirectBuffer buffer = communicator.allocate(COUNT * 8);
                Values.fill(buffer, 0, round * 3 + i, communicator.rank(), COUNT, ElementType.F64);
                buffers.add(buffer);
                requests.add(communicator.startAllreduce(
                    buffer, 0, buffer, 0, COUNT, ElementType.F64, ReduceOp.SUM));
            }
            final List<Request> order = new ArrayList<>(requests);
            Collections.shuffle(order, random);
            for (final Request request : order)
            {
                while (!request.poll())
                {
                    Thread.yield();
                }
                assertTrue(request.isDone());
            }
            for (int i = 0; i < 3; i++)
            {
                Expect.folded(
                    buffers.get(i), 0, round * 3 + i, communicator.size(), 0, COUNT, ElementType.F64, ReduceOp.SUM);
            }
        }
    }

    private static void mixedWithBlocking(final Communicator communicator)
    {
        final MutableDirectBuffer buffer = communicator.allocate(COUNT * 8);
        Values.fill(buffer, 0, 1, communicator.rank(), COUNT, ElementType.I64);
        final Request request =
            communicator.startAllreduce(buffer, 0, buffer, 0, COUNT, ElementType.I64, ReduceOp.XOR);
        communicator.barrier();
        assertTrue(request.isDone());
        Expect.folded(buffer, 0, 1, communicator.size(), 0, COUNT, ElementType.I64, ReduceOp.XOR);
    }

    private static void awaits(final Communicator communicator)
    {
        final Request first = communicator.startBarrier();
        final Request second = communicator.startBarrier();
        second.await(20_000_000_000L);
        assertTrue(first.isDone());
        first.await();
        assertTrue(first.poll());
    }

    private static void everyOperation(final Communicator communicator)
    {
        final int size = communicator.size();
        final int rank = communicator.rank();
        final int[] counts = new int[size];
        Arrays.fill(counts, 1);
        final int[] displacements = new int[size];
        Arrays.setAll(displacements, (i) -> i);
        final MutableDirectBuffer one = communicator.allocate(8);
        one.putLong(0, rank);
        final MutableDirectBuffer gathered = communicator.allocate(8 * size);
        final MutableDirectBuffer scattered = communicator.allocate(8);
        final MutableDirectBuffer sum = communicator.allocate(8);
        final MutableDirectBuffer part = communicator.allocate(8);
        final MutableDirectBuffer all = communicator.allocate(8 * size);
        final ElementType type = ElementType.I64;
        communicator.startAllgatherv(one, 0, 1, all, 0, counts, displacements, type).await();
        final List<Request> requests = List.of(
            communicator.startGatherv(one, 0, 1, gathered, 0, counts, displacements, type, 0),
            communicator.startScatterv(all, 0, counts, displacements, scattered, 0, 1, type, 0),
            communicator.startReduce(one, 0, sum, 0, 1, type, ReduceOp.SUM, 0),
            communicator.startReduceScatter(all, 0, part, 0, counts, type, ReduceOp.SUM));
        requests.forEach(Request::await);
        final MutableDirectBuffer last = communicator.allocate(8);
        last.putLong(0, rank);
        communicator.startBroadcast(last, 0, 1, type, size - 1).await();
        assertEquals(size - 1, last.getLong(0));
        assertEquals(rank, scattered.getLong(0));
        assertEquals((long) rank * size, part.getLong(0));
        assertEquals(0 == rank ? size * (size - 1) / 2 : 0, sum.getLong(0));
        assertEquals(0 == rank ? size - 1 : 0, gathered.getLong(8 * (size - 1)));
    }

    private static void oneTooMany(final Communicator communicator)
    {
        final List<Request> requests = new ArrayList<>();
        for (int i = 0; i < MOST; i++)
        {
            requests.add(communicator.startBarrier());
        }
        assertThrows(InvalidCommunicatorException.class, communicator::startBarrier);
        assertThrows(InvalidCommunicatorException.class, communicator::barrier);
        requests.forEach(Request::await);
        communicator.barrier();
    }

    private static void manyRuns(final Communicator communicator)
    {
        final MutableDirectBuffer send = communicator.allocate(64 * 8);
        final MutableDirectBuffer recv = communicator.allocate(64 * 8);
        final Plan plan = communicator.planAllreduce(send, 0, recv, 0, 64, ElementType.F64, ReduceOp.MIN);
        final Plan barrier = communicator.planBarrier();
        for (int round = 0; round < 500; round++)
        {
            Values.fill(send, 0, round, communicator.rank(), 64, ElementType.F64);
            plan.run();
            Expect.folded(recv, 0, round, communicator.size(), 0, 64, ElementType.F64, ReduceOp.MIN);
            barrier.run();
        }
    }

    private static void secondStart(final Communicator communicator)
    {
        final Plan plan = communicator.planBarrier();
        if (0 == communicator.rank())
        {
            plan.start();
            assertFalse(plan.isDone());
            assertThrows(InvalidCommunicatorException.class, plan::start);
        }
        else
        {
            Thread.yield();
            plan.start();
        }
        plan.await();
    }
}
