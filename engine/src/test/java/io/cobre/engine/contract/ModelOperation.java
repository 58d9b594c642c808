package io.cobre.engine.contract;

import io.cobre.engine.Communicator;
import io.cobre.engine.ElementType;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.Request;
import java.util.Arrays;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A random operation, the same on all ranks, and what must come out of it.
 */
final class ModelOperation
{
    private static final int KINDS = 8;
    private static final int BROADCAST = 1;
    private static final int SCATTERV = 5;
    private static final int SHORT_COUNT = 60;
    private static final int LONG_COUNT = 520;
    private static final int MAX_COUNT = SHORT_COUNT + LONG_COUNT;

    private final int kind;
    private final int count;
    private final int root;
    private final ElementType type;
    private final ReduceOp op;
    private final boolean isInPlace;
    private final int size;
    private final long salt;
    private final int[] counts;
    private final int[] displacements;
    private final int total;

    /**
     * @param source rank that all data come from, so that it may leave before the others; -1 for any operation.
     */
    ModelOperation(final Random random, final int size, final int source, final long salt)
    {
        this.size = size;
        this.salt = salt;
        kind = source < 0 ? random.nextInt(KINDS) : random.nextBoolean() ? BROADCAST : SCATTERV;
        final int least = 0 == random.nextInt(6) ? LONG_COUNT : 1;
        count = least + random.nextInt(SHORT_COUNT);
        root = source < 0 ? random.nextInt(size) : source;
        type = ElementType.values()[1 + random.nextInt(3)];
        op = ReduceOp.values()[random.nextInt(3)];
        isInPlace = random.nextBoolean();
        counts = new int[size];
        displacements = new int[size];
        int end = 0;
        for (int i = 0; i < size; i++)
        {
            counts[i] = 0 == random.nextInt(4) ? 0 : least + random.nextInt(SHORT_COUNT);
            counts[i] = 0 == i ? Math.max(1, counts[i]) : counts[i];
            displacements[i] = end;
            end += counts[i];
        }
        total = end;
    }

    Run on(final Communicator communicator)
    {
        return new Run(communicator);
    }

    /**
     * The operation on one rank.
     */
    final class Run
    {
        private final Communicator communicator;
        private final int rank;
        private final MutableDirectBuffer send;
        private final MutableDirectBuffer recv;

        private Run(final Communicator communicator)
        {
            this.communicator = communicator;
            rank = communicator.rank();
            send = buffer(0);
            recv = buffer(1);
        }

        /**
         * Now memory that the peers can read, now memory that they cannot.
         */
        private MutableDirectBuffer buffer(final int which)
        {
            final int bytes = (MAX_COUNT * size + 1) * 8;
            return 0 == (salt >> which + rank % 3 & 1) ?
                communicator.allocate(bytes) : new UnsafeBuffer(new byte[bytes]);
        }

        Request start()
        {
            Values.fill(send, 0, salt, rank, Math.max(count, total), type);
            switch (kind)
            {
                case 0:
                    return communicator.startBarrier();
                case BROADCAST:
                    return communicator.startBroadcast(send, 0, count, type, root);
                case 2:
                    return communicator.startAllgatherv(
                        send, 0, counts[rank], recv, 0, counts, displacements, type);
                case 3:
                    return communicator.startAllreduce(send, 0, result(), 0, count, type, op);
                case 4:
                    return communicator.startGatherv(
                        send, 0, counts[rank], recv, 0, counts, displacements, type, root);
                case SCATTERV:
                    return communicator.startScatterv(
                        send, 0, counts, displacements, recv, 0, counts[rank], type, root);
                case 6:
                    return communicator.startReduce(send, 0, result(), 0, count, type, op, root);
                default:
                    return communicator.startReduceScatter(
                        send, 0, result(), isInPlace ? own() : 0, counts, type, op);
            }
        }

        private MutableDirectBuffer result()
        {
            return isInPlace ? send : recv;
        }

        private int own()
        {
            return displacements[rank] * type.size();
        }

        void verify()
        {
            switch (kind)
            {
                case 0:
                    break;
                case BROADCAST:
                    Expect.elements(send, 0, salt, root, count, type);
                    break;
                case 2:
                    expectRegions(true);
                    break;
                case 3:
                    Expect.folded(result(), 0, salt, size, 0, count, type, op);
                    break;
                case 4:
                    expectRegions(rank == root);
                    break;
                case SCATTERV:
                    expectPart();
                    break;
                case 6:
                    Expect.folded(result(), 0, salt, size, 0, rank == root ? count : 0, type, op);
                    break;
                default:
                    Expect.folded(
                        result(), isInPlace ? own() : 0, salt, size, displacements[rank], counts[rank], type, op);
                    break;
            }
        }

        private void expectRegions(final boolean isReceiver)
        {
            for (int i = 0; i < size && isReceiver; i++)
            {
                Expect.elements(recv, displacements[i] * type.size(), salt, i, counts[i], type);
            }
        }

        private void expectPart()
        {
            final MutableDirectBuffer whole = new UnsafeBuffer(new byte[send.capacity()]);
            Values.fill(whole, 0, salt, root, total, type);
            final int bytes = counts[rank] * type.size();
            final byte[] expected = new byte[bytes];
            whole.getBytes(own(), expected);
            final byte[] actual = new byte[bytes];
            recv.getBytes(0, actual);
            if (!Arrays.equals(expected, actual))
            {
                throw new AssertionError("scatterv of " + counts[rank] + " elements differs from the model");
            }
        }
    }
}
