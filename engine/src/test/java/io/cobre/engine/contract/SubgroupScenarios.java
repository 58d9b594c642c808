package io.cobre.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cobre.engine.Communicator;
import io.cobre.engine.ReduceOp;
import java.util.List;

/**
 * Sub-communicators.
 */
final class SubgroupScenarios
{
    private SubgroupScenarios()
    {
    }

    static List<Scenario> all()
    {
        return List.of(
            Scenario.of("split", "by_parity", SubgroupScenarios::byParity),
            Scenario.of("split", "reversed_keys", SubgroupScenarios::reversedKeys),
            Scenario.of("split", "non_member", SubgroupScenarios::nonMember),
            Scenario.of("split", "nested", SubgroupScenarios::nested).ranks(4, 7),
            Scenario.of("split", "traffic_while_another_does_not_poll", SubgroupScenarios::independent).ranks(3, 4),
            Scenario.of("splitLocal", "has_one_leader", SubgroupScenarios::local));
    }

    private static void byParity(final Communicator communicator)
    {
        final int rank = communicator.rank();
        try (Communicator half = communicator.split(rank % 2, rank))
        {
            assertEquals((communicator.size() + 1 - rank % 2) / 2, half.size());
            assertEquals(rank / 2, half.rank());
            assertEquals(communicator.backend(), half.backend());
            for (int round = 0; round < 50; round++)
            {
                final long[] sum = new long[1000];
                half.allreduce(filled(rank + round), sum, ReduceOp.SUM);
                long expected = 0;
                for (int i = rank % 2; i < communicator.size(); i += 2)
                {
                    expected += i + round;
                }
                assertEquals(expected, sum[999]);
                communicator.barrier();
            }
        }
        communicator.barrier();
    }

    private static long[] filled(final long value)
    {
        final long[] data = new long[1000];
        java.util.Arrays.fill(data, value);
        return data;
    }

    private static void reversedKeys(final Communicator communicator)
    {
        try (Communicator reversed = communicator.split(0, -communicator.rank()))
        {
            assertEquals(communicator.size() - 1 - communicator.rank(), reversed.rank());
            final long[] data = {communicator.rank()};
            reversed.broadcast(data, 0);
            assertEquals(communicator.size() - 1, data[0]);
            reversed.barrier();
        }
    }

    private static void nonMember(final Communicator communicator)
    {
        final boolean isMember = communicator.rank() > 0;
        final Communicator others = communicator.split(isMember ? 5 : -1, 0);
        if (!isMember)
        {
            assertNull(others);
            communicator.barrier();
            return;
        }
        assertNotNull(others);
        assertEquals(communicator.size() - 1, others.size());
        others.barrier();
        communicator.barrier();
        others.close();
    }

    private static void nested(final Communicator communicator)
    {
        try (Communicator half = communicator.split(communicator.rank() % 2, 0);
            Communicator quarter = half.split(half.rank() % 2, 0);
            Communicator again = communicator.split(0, 0))
        {
            final long[] sum = new long[1];
            quarter.allreduce(new long[]{1}, sum, ReduceOp.SUM);
            assertEquals(quarter.size(), sum[0]);
            half.allreduce(new long[]{1}, sum, ReduceOp.SUM);
            assertEquals(half.size(), sum[0]);
            again.allreduce(new long[]{1}, sum, ReduceOp.SUM);
            assertEquals(communicator.size(), sum[0]);
            again.barrier();
        }
    }

    private static void independent(final Communicator communicator)
    {
        final boolean isIdle = 0 == communicator.rank();
        try (Communicator busy = communicator.split(isIdle ? 1 : 0, 0))
        {
            for (int round = 0; !isIdle && round < 300; round++)
            {
                final long[] sum = new long[1000];
                busy.allreduce(filled(round), sum, ReduceOp.SUM);
                assertEquals((long) round * busy.size(), sum[500]);
                final long[] data = filled(busy.rank());
                busy.broadcast(data, round % busy.size());
                assertEquals(round % busy.size(), data[0]);
            }
            communicator.barrier();
        }
    }

    private static void local(final Communicator communicator)
    {
        try (Communicator local = communicator.splitLocal())
        {
            final long[] leaders = new long[1];
            local.allreduce(new long[]{local.isLeader() ? 1 : 0}, leaders, ReduceOp.SUM);
            assertEquals(1, leaders[0]);
            local.barrier();
        }
        communicator.barrier();
    }
}
