package io.cobre.comm.aeron;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import io.cobre.engine.spi.Backend;
import io.cobre.engine.spi.OperationCount;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationCountersTest
{
    private static final int BARRIERS = 30;

    static Stream<Backend> backends()
    {
        return Stream.of(new ShmBackend(), new TcpBackend());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void shouldCountTheOperationsOfEveryRank(final Backend backend) throws Exception
    {
        final Set<OperationCount> expected = Set.of(
            new OperationCount(0, "barrier", BARRIERS + 1),
            new OperationCount(1, "barrier", BARRIERS),
            new OperationCount(0, "allreduce", 1),
            new OperationCount(1, "allreduce", 1));
        try (StreamGroup group = new StreamGroup(backend, 2))
        {
            final Path directory = group.spec().runDirectory();
            final CountDownLatch counted = new CountDownLatch(2);
            group.run((rank) ->
            {
                final Communicator communicator = rank.communicator();
                communicator.allreduce(new double[]{1}, new double[1], ReduceOp.SUM);
                for (int i = 0; i < BARRIERS; i++)
                {
                    communicator.barrier();
                }
                if (0 == rank.rank())
                {
                    communicator.planBarrier().start();
                }
                while (!expected.equals(new HashSet<>(backend.counts(directory))))
                {
                    rank.transport(0).doWork();
                }
                // a rank that leaves takes its counters away from the others
                counted.countDown();
                while (counted.getCount() > 0)
                {
                    rank.transport(0).doWork();
                }
            });
        }
    }

    @Test
    void shouldFindNothingWhereNoDriverIs()
    {
        assertEquals(0, new ShmBackend().counts(Path.of("/nowhere")).size());
        assertEquals(0, new TcpBackend().counts(Path.of("/nowhere")).size());
    }
}
