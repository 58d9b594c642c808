package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.EngineErrorKind;
import io.cobre.engine.InvalidBufferSizeException;
import io.cobre.engine.InvalidCommunicatorException;
import io.cobre.engine.InvalidRootException;
import io.cobre.engine.ReduceOp;
import java.util.Arrays;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.function.Executable;

/**
 * Arguments that are refused before anything is sent: the communicator stays usable.
 */
final class ArgumentScenarios
{
    private static final ElementType TYPE = ElementType.F64;

    private ArgumentScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("broadcast", "invalid_root", ArgumentScenarios::roots),
            Scenario.of("broadcast", "buffer_too_short", ArgumentScenarios::shortBuffers),
            Scenario.of("allgatherv", "invalid_regions", ArgumentScenarios::regions),
            Scenario.of("allgatherv", "overlapping_source", ArgumentScenarios::overlappingSource),
            Scenario.of("allreduce", "invalid_buffers", ArgumentScenarios::reductions),
            Scenario.of("gatherv", "invalid_arguments", ArgumentScenarios::rooted),
            Scenario.of("close", "later_calls_refused", ArgumentScenarios::closed));
    }

    private static void refused(final Executable call)
    {
        final InvalidBufferSizeException failure = assertThrows(InvalidBufferSizeException.class, call);
        assertEquals(EngineErrorKind.INVALID_BUFFER_SIZE, failure.kind());
        assertEquals(true, failure.context().containsKey("operation"));
    }

    private static int[] each(final Communicator communicator, final int value)
    {
        final int[] values = new int[communicator.size()];
        Arrays.fill(values, value);
        return values;
    }

    private static int[] apart(final Communicator communicator, final int stride)
    {
        final int[] values = new int[communicator.size()];
        Arrays.setAll(values, (i) -> i * stride);
        return values;
    }

    private static void roots(final Communicator communicator)
    {
        for (final int root : new int[]{-1, communicator.size(), Integer.MAX_VALUE})
        {
            final InvalidRootException failure =
                assertThrows(InvalidRootException.class, () -> communicator.broadcast(new double[1], root));
            assertEquals(root, failure.context().get("root"));
            assertEquals(communicator.size(), failure.context().get("size"));
            assertThrows(
                InvalidRootException.class,
                () -> communicator.reduce(new double[1], new double[1], ReduceOp.SUM, root));
        }
        communicator.barrier();
    }

    private static void shortBuffers(final Communicator communicator)
    {
        final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[64]);
        refused(() -> communicator.broadcast(buffer, 0, 9, TYPE, 0));
        refused(() -> communicator.broadcast(buffer, 8, 8, TYPE, 0));
        refused(() -> communicator.broadcast(buffer, -8, 1, TYPE, 0));
        refused(() -> communicator.broadcast(buffer, 0, -1, TYPE, 0));
        refused(() -> communicator.broadcast(buffer, 0, Integer.MAX_VALUE, TYPE, 0));
        communicator.barrier();
    }

    private static void regions(final Communicator communicator)
    {
        final int size = communicator.size();
        final MutableDirectBuffer send = new UnsafeBuffer(new byte[16]);
        final MutableDirectBuffer recv = new UnsafeBuffer(new byte[16 * size]);
        final int[] two = each(communicator, 2);
        final int[] places = apart(communicator, 2);
        refused(() -> communicator.allgatherv(send, 0, 2, recv, 0, new int[size + 1], places, TYPE));
        refused(() -> communicator.allgatherv(send, 0, 2, recv, 0, two, new int[size - 1], TYPE));
        refused(() -> communicator.allgatherv(send, 0, 1, recv, 0, two, places, TYPE));
        refused(() -> communicator.allgatherv(send, 8, 2, recv, 0, two, places, TYPE));
        refused(() -> communicator.allgatherv(send, 0, 2, recv, 8, two, places, TYPE));
        refused(() -> communicator.allgatherv(send, 0, -1, recv, 0, each(communicator, -1), places, TYPE));
        refused(() -> communicator.allgatherv(send, 0, 2, recv, 0, two, each(communicator, -1), TYPE));
        refused(() -> communicator.allgatherv(new double[3], new double[2 * size], two, places));
        refused(() -> communicator.allgatherv(new double[2], new double[2 * size - 1], two, places));
        if (size > 1)
        {
            refused(() -> communicator.allgatherv(send, 0, 2, recv, 0, two, apart(communicator, 1), TYPE));
            refused(() -> communicator.allgatherv(new double[2], new double[2 * size], two, new int[size]));
        }
        communicator.barrier();
    }

    private static void overlappingSource(final Communicator communicator)
    {
        final MutableDirectBuffer recv = communicator.allocate(32 * communicator.size());
        final int own = 32 * communicator.rank();
        final int[] counts = each(communicator, 3);
        final int[] places = apart(communicator, 4);
        refused(() -> communicator.allgatherv(recv, own + 8, 3, recv, 0, counts, places, TYPE));
        communicator.barrier();
        communicator.allgatherv(recv, own, 3, recv, 0, counts, places, TYPE);
    }

    private static void reductions(final Communicator communicator)
    {
        final MutableDirectBuffer buffer = communicator.allocate(64);
        refused(() -> communicator.allreduce(buffer, 0, buffer, 0, 0, TYPE, ReduceOp.SUM));
        refused(() -> communicator.allreduce(buffer, 0, buffer, 0, 9, TYPE, ReduceOp.SUM));
        refused(() -> communicator.allreduce(buffer, 0, buffer, 8, 4, TYPE, ReduceOp.SUM));
        refused(() -> communicator.allreduce(buffer, 0, buffer, 0, 4, TYPE, ReduceOp.XOR));
        refused(() -> communicator.allreduce(buffer, 0, buffer, 0, 4, ElementType.I8, ReduceOp.SUM));
        refused(() -> communicator.allreduce(new double[0], new double[0], ReduceOp.SUM));
        refused(() -> communicator.allreduce(new double[2], new double[3], ReduceOp.SUM));
        refused(() -> communicator.planAllreduce(buffer, 0, buffer, 0, 0, TYPE, ReduceOp.SUM));
        communicator.barrier();
    }

    private static void rooted(final Communicator communicator)
    {
        final MutableDirectBuffer send = communicator.allocate(16);
        final MutableDirectBuffer recv = communicator.allocate(16 * communicator.size());
        final int[] two = each(communicator, 2);
        final int[] places = apart(communicator, 2);
        refused(() -> communicator.gatherv(send, 0, 1, recv, 0, two, places, TYPE, 0));
        refused(() -> communicator.scatterv(recv, 0, two, places, send, 0, 1, TYPE, 0));
        refused(() -> communicator.reduceScatter(send, 0, recv, 0, each(communicator, 3), TYPE, ReduceOp.SUM));
        refused(() -> communicator.reduceScatter(recv, 0, recv, 8, two, TYPE, ReduceOp.SUM));
        if (0 == communicator.rank())
        {
            refused(() -> communicator.gatherv(send, 0, 2, recv, 8, two, places, TYPE, 0));
            refused(() -> communicator.scatterv(recv, 8, two, places, send, 0, 2, TYPE, 0));
        }
        communicator.barrier();
    }

    private static void closed(final Communicator communicator)
    {
        communicator.barrier();
        communicator.close();
        communicator.close();
        assertEquals(true, communicator.rank() < communicator.size());
        assertThrows(InvalidCommunicatorException.class, communicator::barrier);
        assertThrows(InvalidCommunicatorException.class, () -> communicator.broadcast(new double[1], 0));
        assertThrows(InvalidCommunicatorException.class, () -> communicator.createSharedRegion(8));
        assertThrows(InvalidCommunicatorException.class, () -> communicator.split(0, 0));
    }
}
