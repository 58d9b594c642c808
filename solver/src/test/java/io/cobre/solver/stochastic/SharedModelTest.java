package io.cobre.solver.stochastic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cobre.engine.AllocationFailedException;
import io.cobre.engine.Communicator;
import io.cobre.engine.Communicators;
import io.cobre.solver.Ranks;
import io.cobre.solver.SmallStudies;
import io.cobre.solver.study.Study;

class SharedModelTest
{
    private static final Study STUDY = SmallStudies.cascade(3, 1);
    private static final double[][] EXPECTED = openings(StochasticModel.of(STUDY));

    @Test
    void shouldDrawOnceForAllRanksOfAHost() throws Exception
    {
        final List<Double> seen = Ranks.run(3, (communicator) ->
        {
            try (SharedModel shared = SharedModel.of(STUDY, communicator))
            {
                assertArrayEquals(EXPECTED, openings(shared.model()));
                shared.region().fence();
                if (communicator.rank() == 0)
                {
                    shared.region().buffer().putDouble(0, 42.5);
                }
                shared.region().fence();
                return openings(shared.model())[0][0];
            }
        });
        assertEquals(List.of(42.5, 42.5, 42.5), seen);
    }

    @Test
    void shouldDrawItsOwnWhereNothingIsShared()
    {
        try (Communicator communicator = Communicators.local();
            SharedModel shared = SharedModel.of(STUDY, communicator))
        {
            assertTrue(shared.region().isLeader());
            assertArrayEquals(EXPECTED, openings(shared.model()));
        }
    }

    @Test
    void shouldDrawOnTheHeapIfThereIsNoRoomForARegion()
    {
        final Communicator full = (Communicator) Proxy.newProxyInstance(
            Communicator.class.getClassLoader(), new Class<?>[]{Communicator.class}, (proxy, method, arguments) ->
            {
                throw new AllocationFailedException("full");
            });
        try (SharedModel shared = SharedModel.of(STUDY, full))
        {
            assertNull(shared.region());
            assertArrayEquals(EXPECTED, openings(shared.model()));
        }
    }

    private static double[][] openings(final StochasticModel model)
    {
        final OpeningTree tree = model.openings();
        final double[][] openings = new double[STUDY.stageCount() * tree.openings(0)][tree.dimension()];
        for (int i = 0; i < openings.length; i++)
        {
            tree.opening(i / tree.openings(0), i % tree.openings(0), openings[i]);
        }
        return openings;
    }
}
