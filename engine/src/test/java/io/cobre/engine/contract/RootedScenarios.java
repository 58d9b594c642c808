package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.util.Arrays;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/**
 * Gatherv, scatterv, reduce and reduceScatter.
 */
final class RootedScenarios
{
    private static final ElementType TYPE = ElementType.F64;

    private RootedScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("gatherv", "to_every_root", (communicator) -> gather(communicator, false)),
            Scenario.of("gatherv", "in_place", (communicator) -> gather(communicator, true)),
            Scenario.of("scatterv", "from_every_root", (communicator) -> scatter(communicator, false)),
            Scenario.of("scatterv", "in_place", (communicator) -> scatter(communicator, true)),
            Scenario.of("reduce", "to_every_root", (communicator) -> reduce(communicator, false)),
            Scenario.of("reduce", "in_place", (communicator) -> reduce(communicator, true)),
            Scenario.of("reduceScatter", "parts", (communicator) -> reduceScatter(communicator, false)),
            Scenario.of("reduceScatter", "in_place", (communicator) -> reduceScatter(communicator, true)));
    }

    private static int[] counts(final Communicator communicator, final int root)
    {
        final int[] counts = new int[communicator.size()];
        Arrays.setAll(counts, (i) -> 1 == i ? 0 : 700 * i + root + 1);
        return counts;
    }

    private static int[] displacements(final int[] counts)
    {
        final int[] displacements = new int[counts.length];
        int end = 1;
        for (int i = 0; i < counts.length; i++)
        {
            displacements[i] = end;
            end += counts[i] + 1;
        }
        return displacements;
    }

    private static int end(final int[] counts)
    {
        return (Arrays.stream(counts).sum() + counts.length + 1) * TYPE.size();
    }

    private static void gather(final Communicator communicator, final boolean isInPlace)
    {
        final int rank = communicator.rank();
        for (int root = 0; root < communicator.size(); root++)
        {
            final int[] counts = counts(communicator, root);
            final int[] displacements = displacements(counts);
            final boolean isRoot = rank == root;
            final MutableDirectBuffer recv = isRoot ? communicator.allocate(end(counts)) : null;
            final boolean isShared = isInPlace && isRoot;
            final MutableDirectBuffer send = isShared ? recv : communicator.allocate(end(counts));
            final int offset = isShared ? displacements[rank] * TYPE.size() : 8;
            Values.fill(send, offset, root, rank, counts[rank], TYPE);
            communicator.gatherv(
                send, offset, counts[rank], recv, 0, counts, isRoot ? displacements : null, TYPE, root);
            for (int i = 0; isRoot && i < counts.length; i++)
            {
                Expect.elements(recv, displacements[i] * TYPE.size(), root, i, counts[i], TYPE);
                assertEquals(0L, recv.getLong(displacements[i] * TYPE.size() - 8));
            }
        }
    }

    private static void scatter(final Communicator communicator, final boolean isInPlace)
    {
        final int rank = communicator.rank();
        for (int root = 0; root < communicator.size(); root++)
        {
            final int[] counts = counts(communicator, root);
            final int[] displacements = displacements(counts);
            final boolean isRoot = rank == root;
            final MutableDirectBuffer send = isRoot ? communicator.allocate(end(counts)) : null;
            for (int i = 0; isRoot && i < counts.length; i++)
            {
                Values.fill(send, displacements[i] * TYPE.size(), root, i, counts[i], TYPE);
            }
            final boolean isShared = isInPlace && isRoot;
            final MutableDirectBuffer recv = isShared ? send : communicator.allocate(end(counts));
            final int offset = isShared ? displacements[rank] * TYPE.size() : 8;
            communicator.scatterv(
                send, 0, counts, isRoot ? displacements : null, recv, offset, counts[rank], TYPE, root);
            Expect.elements(recv, offset, root, rank, counts[rank], TYPE);
        }
    }

    private static void reduce(final Communicator communicator, final boolean isInPlace)
    {
        final int count = 9000;
        for (int root = 0; root < communicator.size(); root++)
        {
            final boolean isRoot = communicator.rank() == root;
            final MutableDirectBuffer send = communicator.allocate(count * 8);
            final MutableDirectBuffer recv = isInPlace ? send : communicator.allocate(count * 8);
            Values.fill(send, 0, root, communicator.rank(), count, TYPE);
            communicator.reduce(send, 0, isRoot ? recv : null, 0, count, TYPE, ReduceOp.SUM, root);
            if (isRoot)
            {
                Expect.folded(recv, 0, root, communicator.size(), 0, count, TYPE, ReduceOp.SUM);
            }
            else
            {
                Expect.elements(send, 0, root, communicator.rank(), count, TYPE);
            }
        }
    }

    private static void reduceScatter(final Communicator communicator, final boolean isInPlace)
    {
        for (int round = 0; round < 3; round++)
        {
            final int[] counts = counts(communicator, round * 2500);
            final int rank = communicator.rank();
            final int total = Arrays.stream(counts).sum();
            final int start = Arrays.stream(counts, 0, rank).sum();
            final MutableDirectBuffer send = communicator.allocate(total * 8);
            final MutableDirectBuffer recv = isInPlace ? send : communicator.allocate(Math.max(8, counts[rank] * 8));
            final int offset = isInPlace ? start * 8 : 0;
            Values.fill(send, 0, round, rank, total, TYPE);
            communicator.reduceScatter(send, 0, recv, offset, counts, TYPE, ReduceOp.MAX);
            Expect.folded(recv, offset, round, communicator.size(), start, counts[rank], TYPE, ReduceOp.MAX);
        }
    }
}
