package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Assertions;

/**
 * Many collectives in seeded random order against the plain model.
 */
final class MixedScenarios
{
    private static final int OPERATIONS = 10_000;
    private static final int MAX_COUNT = 3000;

    private MixedScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(Scenario.of("mixed", "10000_collectives", (communicator) ->
        {
            new Program(communicator, 0x5EED_0000L + communicator.size()).run();
        }));
    }

    /**
     * The same on all ranks, decided by the seed.
     */
    private static final class Program
    {
        private final Communicator communicator;
        private final int rank;
        private final int size;
        private final long seed;
        private final Random random;
        private final int[] counts;
        private final int[] displacements;
        private final MutableDirectBuffer send;
        private final MutableDirectBuffer recv;
        private long salt;

        private Program(final Communicator communicator, final long seed)
        {
            this.communicator = communicator;
            this.seed = seed;
            rank = communicator.rank();
            size = communicator.size();
            random = new Random(seed);
            counts = new int[size];
            displacements = new int[size];
            send = communicator.allocate(MAX_COUNT * size * 8);
            recv = communicator.allocate(MAX_COUNT * size * 8);
        }

        private void run()
        {
            for (int i = 0; i < OPERATIONS; i++)
            {
                salt = seed + i;
                try
                {
                    step(random.nextInt(8), count());
                }
                catch (final AssertionError error)
                {
                    throw new AssertionError("seed " + seed + ", operation " + i, error);
                }
            }
        }

        private int count()
        {
            return 0 == random.nextInt(20) ? 1 + random.nextInt(MAX_COUNT) : 1 + random.nextInt(40);
        }

        private void step(final int kind, final int count)
        {
            final int root = random.nextInt(size);
            final ElementType type = ElementType.values()[1 + random.nextInt(3)];
            final ReduceOp op = ReduceOp.values()[random.nextInt(3)];
            Arrays.setAll(counts, (i) -> (count + i * 7) % (count + 1));
            int end = 0;
            for (int i = 0; i < size; i++)
            {
                displacements[i] = end;
                end += counts[i];
            }
            switch (kind)
            {
                case 0:
                    communicator.barrier();
                    break;
                case 1:
                    broadcast(count, type, root);
                    break;
                case 2:
                    allgatherv(type);
                    break;
                case 3:
                    allreduce(count, type, op);
                    break;
                case 4:
                    gatherv(type, root);
                    break;
                case 5:
                    scatterv(type, root);
                    break;
                case 6:
                    reduce(count, type, op, root);
                    break;
                default:
                    reduceScatter(type, op, end);
                    break;
            }
        }

        private void broadcast(final int count, final ElementType type, final int root)
        {
            Values.fill(recv, 0, salt, rank, count, type);
            communicator.broadcast(recv, 0, count, type, root);
            Expect.elements(recv, 0, salt, root, count, type);
        }

        private void allgatherv(final ElementType type)
        {
            Values.fill(send, 0, salt, rank, counts[rank], type);
            communicator.allgatherv(send, 0, counts[rank], recv, 0, counts, displacements, type);
            expectRegions(type);
        }

        private void allreduce(final int count, final ElementType type, final ReduceOp op)
        {
            Values.fill(send, 0, salt, rank, count, type);
            final MutableDirectBuffer to = random.nextBoolean() ? send : recv;
            communicator.allreduce(send, 0, to, 0, count, type, op);
            Expect.folded(to, 0, salt, size, 0, count, type, op);
        }

        private void gatherv(final ElementType type, final int root)
        {
            Values.fill(send, 0, salt, rank, counts[rank], type);
            communicator.gatherv(send, 0, counts[rank], recv, 0, counts, displacements, type, root);
            if (rank == root)
            {
                expectRegions(type);
            }
        }

        private void expectRegions(final ElementType type)
        {
            for (int i = 0; i < size; i++)
            {
                Expect.elements(recv, displacements[i] * type.size(), salt, i, counts[i], type);
            }
        }

        private void scatterv(final ElementType type, final int root)
        {
            for (int i = 0; i < size; i++)
            {
                Values.fill(send, displacements[i] * type.size(), salt + root, i, counts[i], type);
            }
            communicator.scatterv(send, 0, counts, displacements, recv, 0, counts[rank], type, root);
            Expect.elements(recv, 0, salt + root, rank, counts[rank], type);
        }

        private void reduce(final int count, final ElementType type, final ReduceOp op, final int root)
        {
            Values.fill(send, 0, salt, rank, count, type);
            communicator.reduce(send, 0, recv, 0, count, type, op, root);
            if (rank == root)
            {
                Expect.folded(recv, 0, salt, size, 0, count, type, op);
            }
        }

        private void reduceScatter(final ElementType type, final ReduceOp op, final int total)
        {
            if (0 == total)
            {
                Assertions.assertThrows(
                    io.cobre.engine.InvalidBufferSizeException.class,
                    () -> communicator.reduceScatter(send, 0, recv, 0, counts, type, op));
                return;
            }
            Values.fill(send, 0, salt, rank, total, type);
            communicator.reduceScatter(send, 0, recv, 0, counts, type, op);
            Expect.folded(recv, 0, salt, size, displacements[rank], counts[rank], type, op);
        }
    }
}
